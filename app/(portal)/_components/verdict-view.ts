import type { BasisKind, FindingView, VerdictView } from "@/components/page/verdict-view";
import { formatYuan } from "@/lib/core/money";
import { type Severity, severities, severityLabels } from "@/lib/policy/severity";
import type { Finding, Verdict } from "@/lib/policy/verdict";

type Shown = {
  /** Where a fact is filled in or put right, by the fact's id; an id of a field or an address. */
  placeOf?: (factId: string) => string | undefined;
  /** What the whole says; the word of the conclusion by default. */
  conclusion?: string;
  frozenAt?: string;
  note?: string;
};

const basisKinds: Readonly<Record<Finding["basis"][number]["kind"], BasisKind>> = {
  NORM: "规范性文件",
  RULING: "区总口径",
  HINT: "产品提示",
};

/** A verdict of the engine as the one verdict component draws it. */
export function verdictView(verdict: Verdict, shown: Shown = {}): VerdictView {
  const { conclusion, findings } = verdict;
  return {
    conclusion: { severity: conclusion, label: shown.conclusion ?? severityLabels[conclusion] },
    counts: countsOf(findings),
    findings: findings.map((finding) => findingView(finding, shown)),
    frozenAt: shown.frozenAt,
    note: shown.note,
  };
}

function countsOf(findings: readonly Finding[]): VerdictView["counts"] {
  return severities
    .map((severity: Severity) => ({
      severity,
      label: severityLabels[severity],
      n: findings.filter((finding) => finding.severity === severity).length,
    }))
    .filter(({ n }) => n > 0)
    .reverse();
}

function findingView(finding: Finding, { placeOf }: Shown): FindingView {
  const { ruleId, severity, title, message, arithmetic, bar, missing, basis, params, remedies } = finding;
  const rows = finding.facts.flatMap(({ label, display, source }) =>
    source !== undefined && "rows" in source && source.rows.length > 0
      ? [{ text: `构成${label} ${display} 的${source.rows.length}笔`, rows: source.rows }]
      : [],
  );
  return {
    ...{ ruleId, ruleHref: `/policies/rules/${ruleId}`, severity, title, message, arithmetic },
    bar: bar && { used: shareOf(bar), label: `${bar.usedText} / ${bar.limitText}，${bar.percentText}` },
    facts: [],
    missing: missing.map(({ id, label }) => ({ label, href: placeOf?.(id) })),
    basis: basis.map(({ kind, label, docNo, article, from }) => ({
      kind: basisKinds[kind],
      text: [label, docNo === "" ? "" : `（${docNo}）`, article].join(""),
      from,
    })),
    toConfirm: params.some((param) => param.status === "TO_CONFIRM"),
    // Whoever carries out a change gets it back as the key, so that no second table of changes is kept.
    remedies: remedies.map(({ text, patch }) => ({
      text,
      patchKey: patch === undefined ? undefined : JSON.stringify(patch),
    })),
    rows: rows.map(({ text, rows: behind }) => ({
      text,
      items: behind.map(({ label, href, amountFen }) => ({
        label,
        value: formatYuan(BigInt(amountFen)),
        href: href === "" ? undefined : href,
      })),
    })),
  };
}

function shareOf({ used, limit }: NonNullable<Finding["bar"]>): number {
  const whole = BigInt(limit);
  return whole <= 0n ? 0 : Number((BigInt(used) * 10_000n) / whole) / 10_000;
}
