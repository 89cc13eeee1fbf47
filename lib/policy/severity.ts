/** What a finding may say, from mild to grave; UNKNOWN is 待补, a fact or standard that is not known yet. */
export const severities = ["PASS", "INFO", "WARN", "UNKNOWN", "APPROVAL", "FORBIDDEN"] as const;
export type Severity = (typeof severities)[number];

/** What a whole verdict may say: 待补 is never a conclusion, it counts as 需审批. */
export const conclusions = ["PASS", "INFO", "WARN", "APPROVAL", "FORBIDDEN"] as const;
export type Conclusion = (typeof conclusions)[number];

/** The words on screen (practice 2). */
export const severityLabels: Readonly<Record<Severity, string>> = {
  PASS: "通过",
  INFO: "说明",
  WARN: "提示",
  UNKNOWN: "待补",
  APPROVAL: "需审批",
  FORBIDDEN: "禁止",
};

/** What a severity weighs in a conclusion: an unknown is 需审批, never a pass. */
export function conclusionOf(severity: Severity): Conclusion {
  return severity === "UNKNOWN" ? "APPROVAL" : severity;
}

/** Orders severities, the graver first. */
export function byGravity(left: Severity, right: Severity): number {
  return severities.indexOf(right) - severities.indexOf(left);
}

/** The gravest of some severities; PASS when there is none. */
export function worstOf<S extends Severity>(found: readonly S[]): S | "PASS" {
  return found.toSorted(byGravity)[0] ?? "PASS";
}

/** The milder of a severity and the most that is allowed. */
export function atMostSeverity(severity: Severity, most: Severity): Severity {
  return byGravity(severity, most) < 0 ? most : severity;
}

/** Reads a severity by code or Chinese word, also 拦截, the older word for 禁止; null when it is none. */
export function severityOf(text: string): Severity | null {
  const word = text.normalize("NFKC").trim();
  if (word === "拦截") return "FORBIDDEN";
  return severities.find((each) => each === word.toUpperCase() || severityLabels[each] === word) ?? null;
}
