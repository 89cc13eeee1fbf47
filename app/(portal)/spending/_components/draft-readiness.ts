import { parseDate } from "@/lib/core/dates";
import type { Severity } from "@/lib/policy/severity";
import type { Verdict } from "@/lib/policy/verdict";
import { amountOf } from "@/lib/spending/facts/lines";
import { missingPapers } from "@/lib/spending/facts/papers";
import type { Draft } from "@/lib/spending/schema";
import { isSpendingType } from "@/lib/spending/types-of-spending";
import type { Paper } from "./draft-model";

/** Something that a draft still lacks, with the field where it is put right. */
export type Obstacle = { text: string; field: string };

/** What a draft still lacks for its submission, thing by thing; the command decides, this says it beforehand. */
export function obstaclesOf(draft: Draft, verdict: Verdict | null, papers: readonly Paper[]): Obstacle[] {
  const obstacles: Obstacle[] = [];
  obstacles.push(...blankFields(draft));
  const missing = isSpendingType(draft.type) ? missingPapers(draft.type, "SUBMIT", [...papers]) : [];
  obstacles.push(...missing.map((paper) => ({ text: paper, field: "papers" })));
  if (verdict?.conclusion === "APPROVAL" && draft.reason.trim() === "")
    obstacles.push({ text: "需审批事项的理由", field: "reason" });
  return obstacles;
}

/** How many rules forbid the draft as it stands. */
export function forbiddenCount(verdict: Verdict | null): number {
  return verdict?.findings.filter((finding) => finding.countsAs === "FORBIDDEN").length ?? 0;
}

function blankFields(draft: Draft): Obstacle[] {
  const isClaim = draft.kind === "CLAIM";
  return [
    draft.title.trim() === "" ? { text: "事由", field: "title" } : null,
    parseDate(draft.occurredOn) === null ? { text: "发生日期", field: "occurredOn" } : null,
    draft.type === "" ? { text: "支出类型", field: "type" } : null,
    (amountOf(draft) ?? 0n) <= 0n ? { text: "每行明细的金额", field: "lines.0.amount" } : null,
    isClaim && draft.paymentMethod === "" ? { text: "付款方式", field: "paymentMethod" } : null,
    isClaim && draft.payeeName.trim() === "" ? { text: "收款单位", field: "payeeName" } : null,
  ].filter((each) => each !== null);
}

/** The papers that may follow once the document is on its way, with until when. */
export function laterPapers(type: string, papers: readonly Paper[]): string | null {
  const open = (stage: "PAYMENT" | "ARCHIVE") => missingPapers(type, stage, [...papers]).join("、");
  const [payment, archive] = [open("PAYMENT"), open("ARCHIVE")];
  const parts = [
    payment === "" ? "" : `${payment}可在付款前补`,
    archive === "" ? "" : `${archive}可在发放后、归档前补`,
  ].filter((part) => part !== "");
  return parts.length === 0 ? null : parts.join("；");
}

/** What the conclusion means for the person who types. */
export function conclusionFor({ conclusion, findings }: Verdict): string {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const [asking, unknown] = [count("APPROVAL"), count("UNKNOWN")];
  switch (conclusion) {
    case "FORBIDDEN":
      return `禁止：${count("FORBIDDEN")}条未解决，不能提交`;
    case "APPROVAL":
      return asking === 0
        ? `待补${unknown}条：补齐即可；补不了的写明理由，报主席和经审委`
        : `需审批${asking}条${unknown === 0 ? "" : `、待补${unknown}条`}：写明理由可提交，报主席和经审委`;
    case "WARN":
      return "可以提交，请留意提示";
    default:
      return "通过，可以提交";
  }
}
