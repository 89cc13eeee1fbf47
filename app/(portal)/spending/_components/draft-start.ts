import { parseDate, today } from "@/lib/core/dates";
import { getPolicyData } from "@/lib/policies/queries";
import type { Actor } from "@/lib/server/actor";
import { readForPage } from "@/lib/server/page-read";
import type { SpendingKind } from "@/lib/spending/model";
import { draftChoices, draftContext, getDocument } from "@/lib/spending/queries";
import type { Draft } from "@/lib/spending/schema";
import type { DraftFormProps } from "./draft-form";

type New = { unionId: number; kind: SpendingKind; requestId: string };

/** An empty document of today, answered for by the person who opens it. */
export async function newDraft(actor: Actor, { unionId, kind, requestId }: New): Promise<DraftFormProps> {
  const draft: Draft = {
    ...{ kind, type: "", title: "", occurredOn: today(), paymentMethod: "", payeeName: "" },
    ...{ claimantId: actor.personId?.toString() ?? "", witnessId: "", requestId, reason: "" },
    ...{ lines: [], people: [], invoices: [], answers: {} },
  };
  const of = requestId === "" ? draft : await afterRequest(actor, draft);
  return formProps(actor, { unionId, id: null, version: null, draft: of, papers: [] });
}

/** A claim begins with what its request said. */
async function afterRequest(actor: Actor, draft: Draft): Promise<Draft> {
  const request = await readForPage(actor, getDocument, { id: draft.requestId });
  const { type, title, payeeName, lines, people, answers } = request.draft;
  return { ...draft, type, title, payeeName, lines, people, answers };
}

/** A document that is worked on again, as it was left. */
export async function keptDraft(actor: Actor, id: string): Promise<DraftFormProps> {
  const { draft, union, version, papers } = await readForPage(actor, getDocument, { id });
  return formProps(actor, { unionId: union.id, id, version, draft, papers });
}

type Start = Omit<DraftFormProps["start"], "context">;

async function formProps(actor: Actor, start: Start): Promise<DraftFormProps> {
  const { unionId, draft } = start;
  const on = parseDate(draft.occurredOn);
  const [context, choices, policy] = await Promise.all([
    readForPage(actor, draftContext, {
      ...{ unionId, documentId: start.id, occurredOn: on, requestId: draft.requestId || null },
      people: draft.people.map((person) => person.workerId),
      invoiceNumbers: draft.invoices.map((invoice) => invoice.number),
      personIds: [draft.claimantId, draft.witnessId].filter((id) => id !== ""),
    }),
    readForPage(actor, draftChoices, { unionId, on: on ?? today() }),
    readForPage(actor, getPolicyData, { unionId }),
  ]);
  return { start: { ...start, context }, choices, policy, owner: String(actor.accountId) };
}
