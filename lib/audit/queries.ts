import { z } from "zod";
import type { Role } from "@/generated/prisma/enums";
import { defineQuery } from "@/lib/server/query";
import { currentHead, verifyNewest } from "@/lib/server/verify-audit";
import { listAuditInput } from "./schema";

/** One line of the log as the page shows it; `at` is Asia/Shanghai to the second. */
export type AuditRow = {
  id: string;
  at: string;
  actorName: string;
  roles: Role[];
  unionName: string | null;
  command: string;
  subject: string | null;
  outcome: "DONE" | "REFUSED";
  detail: unknown;
  requestId: string;
  isSealed: boolean;
};

const newestLines = 2_000;

/** Lines of the log by filter, newest first. */
export const listAuditEntries = defineQuery({
  name: "audit.listEntries",
  label: "查看操作日志",
  permission: "audit.view",
  input: listAuditInput,
  async run(tx, input) {
    const { command, actor, outcome, unionId, from, to, before, take } = input;
    const rows = await tx.$queryRaw<AuditRow[]>`
      select e.id::text, to_char(e.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS') at, e.actor_name "actorName",
        e.roles, u.name "unionName", e.command, e.subject, e.outcome, e.detail, e.request_id "requestId",
        s.seq is not null "isSealed"
      from audit_entry e left join trade_union u on u.id = e.union_id left join audit_seal s on s.entry_id = e.id
      where (${before ?? null}::bigint is null or e.id < ${before ?? null}::bigint)
        and (${command ?? null}::text is null or e.command = ${command ?? null})
        and (${actor ?? null}::text is null or position(${actor ?? ""} in e.actor_name) > 0)
        and (${outcome ?? null}::text is null or e.outcome = ${outcome ?? null})
        and (${unionId ?? null}::int is null or e.union_id = ${unionId ?? null}::int)
        and (${from ?? null}::date is null or e.at >= (${from ?? null}::date)::timestamp at time zone 'Asia/Shanghai')
        and (${to ?? null}::date is null or e.at < (${to ?? null}::date + 1)::timestamp at time zone 'Asia/Shanghai')
      order by e.id desc limit ${take + 1}`;
    const shown = rows.slice(0, take);
    return { rows: shown, nextCursor: rows.length > take ? (shown.at(-1)?.id ?? null) : null };
  },
});

/** How long the chain is, what waits for its seal, and whether the newest lines are whole. */
export const getChainStatus = defineQuery({
  name: "audit.getChainStatus",
  label: "查看日志封存情况",
  permission: "audit.view",
  input: z.strictObject({}),
  async run(tx) {
    const report = await verifyNewest(tx, newestLines);
    return { ...report, checkedLines: Math.min(newestLines, Number(report.sealed)) };
  },
});

/** The head of the chain, to be kept elsewhere; null while nothing is sealed. */
export const getChainHead = defineQuery({
  name: "audit.getChainHead",
  label: "导出日志链头",
  permission: "audit.view",
  input: z.strictObject({}),
  run: (tx) => currentHead(tx),
});
