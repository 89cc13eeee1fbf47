import { today } from "@/lib/core/dates";
import { type Actor, may } from "@/lib/server/actor";
import { readForPage } from "@/lib/server/page-read";
import { roleLabels } from "@/lib/server/permissions";
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
      next={nextOf(file)}
      offered={offered}
      paper={{
        persons: (choices?.persons ?? []).map(({ id: personId, name, note }) => ({
          ...{ id: personId, label: note === "" ? name : `${name}（${note}）` },
        })),
        scans: papers.map((paper) => ({ id: paper.id, label: `${paper.kind}：${paper.fileName}` })),
        today: on,
      }}
      payment={{ method: draft.paymentMethod, today: on }}
      version={version}
      voucherHref={voucher === null ? undefined : `/ledger/${voucher.id}`}
    />
  );
}

/** Handing in has a page of its own, and taking back is offered to those only who may. */
function isOffered({ action, isMine, blockers }: CaseFile["actions"][number]): boolean {
  if (action === "submit") return false;
  return isMine && (action !== "withdraw" || blockers.length === 0);
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
