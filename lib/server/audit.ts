import { type Json, toJson } from "@/lib/core/json";
import type { Actor } from "./actor";
import type { Tx } from "./db";

/** What a command says about what it did: on what, in which union, and old → new. */
export type AuditNote = { subject: string; unionId: number | null; detail: Json };

type Line = AuditNote & { actor: Actor; command: string; outcome: "DONE" | "REFUSED"; requestId: string };

/** The first answer of a keyed request, stored with the audit line so that both stand or fall together. */
export type KeyedAnswer = { key: string; requestHash: string; response: Json };

function rolesOf(actor: Actor): string[] {
  return [...new Set(actor.grants.map((grant) => grant.role))];
}

/** Appends the audit line, and the keyed answer where there is one, in one statement of the business transaction. */
export async function writeAudit(tx: Tx, line: Line, answer: KeyedAnswer | null): Promise<void> {
  const { actor } = line;
  const detail = JSON.stringify(
    toJson(actor.systemReason === null ? line.detail : { reason: actor.systemReason, of: line.detail }),
  );
  if (answer === null || actor.accountId === null) {
    await tx.$executeRaw`
      insert into audit_entry (account_id, actor_name, roles, union_id, command, subject, outcome, detail, request_id)
      values (${actor.accountId}, ${actor.name}, ${rolesOf(actor)}, ${line.unionId}, ${line.command}, ${line.subject},
              ${line.outcome}, ${detail}::jsonb, ${line.requestId})`;
    return;
  }
  await tx.$executeRaw`
    with line as (
      insert into audit_entry (account_id, actor_name, roles, union_id, command, subject, outcome, detail, request_id)
      values (${actor.accountId}, ${actor.name}, ${rolesOf(actor)}, ${line.unionId}, ${line.command}, ${line.subject},
              ${line.outcome}, ${detail}::jsonb, ${line.requestId}))
    insert into idempotency_key (account_id, key, command, request_hash, response)
    values (${actor.accountId}, ${answer.key}, ${line.command}, ${answer.requestHash}, ${JSON.stringify(answer.response)}::jsonb)`;
}
