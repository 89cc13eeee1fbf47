import { defineCommand } from "@/lib/server/command";
import { rejectInput } from "../schema";
import { requireApprover } from "./approve-document";
import { moveIn, openFor, stepAudit } from "./move-document";
import { releaseIn } from "./release-document";

/** Refuses a document for good, with the reason; budget and invoices are given back. */
export const rejectDocument = defineCommand({
  name: "spending.rejectDocument",
  label: "不予批准支出",
  permission: "spending.approve",
  input: rejectInput,
  async run(tx, { id, version, note }, context) {
    const { document, to } = await openFor(tx, context, { id, version, action: "reject" });
    await requireApprover(tx, document, context.personId(), "own");
    await releaseIn(tx, id);
    const moved = await moveIn(tx, context, { document, version, action: "reject", note });
    return { value: moved, audit: stepAudit(document, to, { note }) };
  },
});

/** As `rejectDocument`, by the union above where nobody below is free to decide. */
export const rejectForBelow = defineCommand({
  name: "spending.rejectForBelow",
  label: "代下级工会不予批准支出",
  permission: "spending.approveForBelow",
  input: rejectInput,
  async run(tx, { id, version, note }, context) {
    const { document, to } = await openFor(tx, context, { id, version, action: "reject" });
    await requireApprover(tx, document, context.personId(), "above");
    await releaseIn(tx, id);
    const moved = await moveIn(tx, context, { document, version, action: "reject", note });
    return { value: moved, audit: stepAudit(document, to, { note }) };
  },
});
