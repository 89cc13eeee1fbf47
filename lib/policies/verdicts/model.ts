import { severityLabels, severityOf } from "@/lib/policy/severity";
import { compareVerdicts, type FrozenVerdict, type Verdict } from "@/lib/policy/verdict";
import type { Permission } from "@/lib/server/permissions";

interface JudgedSubject {
  readonly label: string;
  /** Who may see such a record, and so who learns that a rule caught it. */
  readonly permission: Permission;
  readonly href: (id: string) => string;
}

/** The kinds of record whose verdicts are kept, each with its name, its page and who may see it. */
export const judgedSubjects = {
  spending: { label: "支出单", permission: "spending.view", href: (id) => `/spending/${id}` },
  voucher: { label: "记账凭证", permission: "ledger.view", href: (id) => `/ledger/${id}` },
  budget: { label: "预算", permission: "budget.view", href: (id) => `/budget/${id}` },
} as const satisfies Readonly<Record<string, JudgedSubject>>;

export type JudgedKind = keyof typeof judgedSubjects;

/** Whether a text names a kind of record whose verdicts are kept. */
export function isJudgedKind(text: string): text is JudgedKind {
  return Object.hasOwn(judgedSubjects, text);
}

/** The moments at which a verdict is frozen with its record, with their words. */
export const verdictMoments = {
  SUBMITTED: "提交",
  REVIEWED: "审核",
  APPROVED: "审批",
  PAID: "付款",
  POSTED: "记账",
} as const;
export type VerdictMoment = keyof typeof verdictMoments;

/** The word for a moment; the text itself where it is none of ours. */
export function momentLabel(moment: string): string {
  return Object.entries(verdictMoments).find(([name]) => name === moment)?.[1] ?? moment;
}

/** One line of 按现行规则重算: what it is about, what was said then and what would be said now. */
export interface Recalculated {
  readonly title: string;
  readonly before: string;
  readonly after: string;
}

const ABSENT = "未涉及";

/** Says in words what the rules of today read otherwise than the frozen verdict; empty when nothing changed. */
export function recalculate(frozen: FrozenVerdict, current: Verdict): Recalculated[] {
  return compareVerdicts(frozen, current).map(({ what, id, title, before, after }) => ({
    title: what === "RULE" ? `${id} ${title}` : title,
    before: what === "PARAM" ? (before ?? ABSENT) : stateWord(before),
    after: what === "PARAM" ? (after ?? ABSENT) : stateWord(after),
  }));
}

function stateWord(state: string | null): string {
  const severity = state === null ? null : severityOf(state);
  return severity === null ? ABSENT : severityLabels[severity];
}
