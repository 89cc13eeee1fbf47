import { dayOf } from "@/lib/core/dates";
import type { Actor } from "@/lib/server/actor";
import type { Tx } from "@/lib/server/db";

/** Vouchers of one union that wait for one person's step; no rule sets a deadline. */
export type LedgerTask = {
  area: "ledger";
  title: string;
  unionName: string;
  href: string;
  since: string;
  dueOn: string | null;
};

/** What waits for a person in the books where they hold a duty; one line per union and step. */
export async function ledgerTasksIn(tx: Tx, actor: Actor): Promise<LedgerTask[]> {
  const { personId } = actor;
  if (personId === null) return [];
  const unionsWith = (role: string) =>
    actor.grants.filter((grant) => grant.role === role).map((grant) => grant.unionId);
  const toReview = await tx.voucher.groupBy({
    by: ["unionId"],
    where: { unionId: { in: unionsWith("CHECKER") }, state: "SUBMITTED", makerId: { not: personId } },
    _count: true,
    _min: { createdAt: true },
  });
  const toPost = await tx.voucher.groupBy({
    by: ["unionId"],
    where: { unionId: { in: unionsWith("BOOKKEEPER") }, state: "REVIEWED" },
    _count: true,
    _min: { createdAt: true },
  });
  const nameOf = (unionId: number) =>
    actor.grants.find((grant) => grant.unionId === unionId)?.unionName ?? "";
  const line = (what: string, tab: string, row: (typeof toReview)[number]): LedgerTask => ({
    area: "ledger",
    title: `${what}：${row._count} 张凭证`,
    unionName: nameOf(row.unionId),
    href: `/ledger?state=${tab}&unionId=${row.unionId}`,
    since: row._min.createdAt === null ? "" : dayOf(row._min.createdAt),
    dueOn: null,
  });
  return [
    ...toReview.map((row) => line("稽核", "SUBMITTED", row)),
    ...toPost.map((row) => line("记账", "REVIEWED", row)),
  ];
}
