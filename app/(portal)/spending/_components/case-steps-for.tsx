import { today } from "@/lib/core/dates";
import { type Actor, may } from "@/lib/server/actor";
import { readForPage } from "@/lib/server/page-read";
import { roleLabels } from "@/lib/server/permissions";
import { editableStates, isIn } from "@/lib/spending/model";
import { draftChoices } from "@/lib/spending/queries";
import type { CaseFile } from "./case-file";
import { CaseSteps } from "./case-steps";

const labels: ReadonlyMap<string, string> = new Map(Object.entries(roleLabels));

/** The steps this person may take, with the lists they choose from. */
export async function CaseStepsFor({ file, actor }: { file: CaseFile; actor: Actor }) {
  const { id, version, actions, draft, papers, union, voucher } = file;
  const offered = actions.filter(isOffered);
  const takesPaper = offered.some((each) => each.action.startsWith("record"));
  const on = today();
  const choices =
    takesPaper && may(actor, "spending.enter", union.id)
      ? await readForPage(actor, draftChoices, { unionId: union.id, on })
      : null;
  return (
    <CaseSteps
      documentId={id}
      key={version}
      idle={idleText(file, may(actor, "spending.enter", union.id))}
      next={nextOf(file)}
      offered={offered.map((each) => namedFor(each, voucher !== null))}
      paper={{
        persons: (choices?.persons ?? []).map(({ id: personId, name, note }) => ({
          ...{ id: personId, label: note === "" ? name : `${name}（${note}）` },
        })),
        approvers: approversOf(file),
        mayAttach: may(actor, "spending.attach", union.id),
        scans: papers
          .filter(mayBeSigned)
          .map((paper) => ({ id: paper.id, label: `${paper.kind}：${paper.fileName}` })),
        today: on,
      }}
      payment={{ method: draft.paymentMethod, today: on }}
      version={version}
      voucherNote={voucherNote(file)}
      voucherHref={voucher === null ? undefined : `/ledger/${voucher.id}`}
    />
  );
}

/** Handing in has a page of its own, and taking back is offered to those only who may. */
function isOffered({ action, isMine, blockers }: CaseFile["actions"][number]): boolean {
  if (action === "submit") return false;
  return isMine && (action !== "withdraw" || blockers.length === 0);
}

// An invoice cannot be the signed sheet, so it is not offered as one.
function mayBeSigned({ kind }: CaseFile["papers"][number]): boolean {
  return !kind.includes("发票");
}

/** With its voucher made, what is left of 制单记账 is 记账. */
function namedFor(offered: CaseFile["actions"][number], hasVoucher: boolean): CaseFile["actions"][number] {
  return hasVoucher && offered.action === "post" ? { ...offered, label: "记账" } : offered;
}

/** What a person reads who has nothing to decide while it is nobody's turn. */
function idleText({ state, stateLabel }: CaseFile, mayEnter: boolean): string {
  if (isIn(editableStates, state)) {
    return mayEnter
      ? `单据现为“${stateLabel}”，还没有进入审批。请点页面上方的“继续填写”，填好后提交审批。`
      : `单据现为“${stateLabel}”，由经办人或录入人继续填写并提交。`;
  }
  return state === "REJECTED" ? "单据未获批准，不再办理。" : "这张单据已经办完。";
}

const voucherNotes: Readonly<Record<string, string>> = {
  DRAFT: "凭证已制单，尚未提交稽核。",
  SUBMITTED: "凭证已制单，等待稽核。",
};

function voucherNote({ state, voucher }: CaseFile): string | null {
  return voucher === null || state !== "PAID" ? null : (voucherNotes[voucher.state] ?? null);
}

/** Who may sign the approval on paper: whoever may decide online, by name and duty. */
function approversOf({ state, next, union }: CaseFile): { id: string; label: string }[] {
  if (state !== "REVIEWED") return [];
  const approvers = next.map(({ personId, name, role, unionName }) => {
    const where = unionName === union.name ? "" : unionName;
    return [personId, `${name}（${where}${labels.get(role) ?? ""}）`] as const;
  });
  return [...new Map(approvers)].map(([id, label]) => ({ id, label }));
}

/** Whose turn it is, by name; null when nobody's. */
function nextOf({ next, stateLabel, union }: CaseFile): string | null {
  if (next.length === 0) return null;
  const names = next.map(({ name, role, unionName }) => {
    const where = unionName === union.name ? "" : unionName;
    return `${where}${labels.get(role) ?? ""}${name}`;
  });
  return `${stateLabel}，由${[...new Set(names)].join("或")}办理。`;
}
