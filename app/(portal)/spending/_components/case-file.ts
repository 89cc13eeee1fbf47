import { Refusal } from "@/lib/core/errors";
import { type Actor, may } from "@/lib/server/actor";
import { readForPage, showRefusal } from "@/lib/server/page-read";
import { read } from "@/lib/server/query";
import { getDocument, getDocumentBelow } from "@/lib/spending/queries";

/** A document with everything its page shows. */
export type CaseFile = Awaited<ReturnType<typeof getDocument.run>>;

/** Reads a document of one's own unions, or one from below that is one's to decide. */
export async function caseFileFor(actor: Actor, id: string): Promise<CaseFile> {
  try {
    return await read(actor, getDocument, { id });
  } catch (error) {
    const isElsewhere = error instanceof Refusal && error.code !== "INVALID";
    if (!isElsewhere || !may(actor, "spending.approveForBelow")) return showRefusal(error);
    return await readForPage(actor, getDocumentBelow, { id });
  }
}
