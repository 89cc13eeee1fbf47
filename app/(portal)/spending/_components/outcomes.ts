import type { IconName } from "@/components/ui/icon";
import type { Tone } from "@/components/ui/tone";
import type { RowOutcome } from "@/lib/spending/commands/preview-import";

/** What a row of a list came to, in the order people look for it. */
export const outcomes: Readonly<Record<RowOutcome, { label: string; tone: Tone; icon?: IconName }>> = {
  FORBIDDEN: { label: "禁止", tone: "bad" },
  BROKEN: { label: "无法判定", tone: "bad" },
  APPROVAL: { label: "需审批", tone: "warn" },
  WARN: { label: "提示", tone: "warn" },
  INFO: { label: "说明", tone: "act" },
  PASS: { label: "通过", tone: "ok" },
  ADDED_BEFORE: { label: "已导入过", tone: "unknown", icon: "circle" },
};

/** Whether a text names an outcome. */
export function isOutcome(text: string): text is RowOutcome {
  return Object.hasOwn(outcomes, text);
}

/** All outcomes, the gravest first. */
export const outcomeNames = Object.keys(outcomes).filter(isOutcome);

/** The outcomes whose rows become drafts. */
export const goodOutcomes = ["PASS", "INFO", "WARN", "APPROVAL"] as const satisfies readonly RowOutcome[];
