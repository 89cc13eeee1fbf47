import { LinkButton } from "@/components/ui/link-button";
import { type Actor, may } from "@/lib/server/actor";
import { editableStates, isIn } from "@/lib/spending/model";
import type { CaseFile } from "./case-file";
import { DeleteDraft } from "./delete-draft";

/** What one does from the head of a document: go on writing, print, or follow a request by its claim. */
export function CaseActions({ file, actor }: { file: CaseFile; actor: Actor }) {
  const { id, state, kind, number, version, union } = file;
  const mayEnter = may(actor, "spending.enter", union.id);
  const isEditable = isIn(editableStates, state);
  const print = (report: string) => `/api/downloads/${report}?id=${id}&format=pdf`;
  return (
    <>
      {mayEnter && isEditable && (
        <LinkButton href={`/spending/${id}/edit`} look="primary">
          继续填写
        </LinkButton>
      )}
      {mayEnter && state === "DRAFT" && number === null && <DeleteDraft id={id} version={version} />}
      {mayEnter && kind === "REQUEST" && state === "APPROVED" && (
        <LinkButton href={`/spending/new?request=${id}`} look="primary">
          据此填报销
        </LinkButton>
      )}
      {!isEditable && <LinkButton href={print("spending-approval")}>打印审批单</LinkButton>}
      {!isEditable && kind === "CLAIM" && <LinkButton href={print("spending-claim")}>打印报销单</LinkButton>}
    </>
  );
}
