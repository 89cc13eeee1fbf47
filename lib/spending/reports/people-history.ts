import { fromDbDate, toDbDate, yearOf } from "@/lib/core/dates";
import type { Tx } from "@/lib/server/db";
import { countedStates, type DraftContext, openingFactCodes } from "../model";

type Of = { unionId: number; documentId: bigint | null; on: string | null; people: readonly bigint[] };

/** The people named, as the day sees them: member or not, last clothing, birthday gifts of the year; with what came before the portal. */
export async function peopleOn(tx: Tx, of: Of): Promise<Pick<DraftContext, "people" | "isClothingKnown">> {
  const isClothingKnown =
    (await tx.openingFact.findFirst({
      where: { unionId: of.unionId, code: openingFactCodes.clothing, workerId: { not: null } },
      select: { id: true },
    })) !== null;
  if (of.people.length === 0 || of.on === null) return { people: [], isClothingKnown };
  const ids = [...of.people];
  const workers = await tx.worker.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
    orderBy: { id: "asc" },
  });
  const members = await membersAmong(tx, { ...of, on: of.on });
  const clothing = await lastClothing(tx, { ...of, on: of.on });
  const birthdays = await birthdayCounts(tx, { ...of, on: of.on });
  return {
    isClothingKnown,
    people: workers.map(({ id, name }) => ({
      workerId: id.toString(),
      name,
      isMember: members.has(id),
      lastClothingOn: clothing.get(id) ?? null,
      birthdayCount: birthdays.get(id) ?? 0,
    })),
  };
}

type On = Of & { on: string };

async function membersAmong(tx: Tx, { unionId, on, people }: On): Promise<ReadonlySet<bigint>> {
  const day = toDbDate(on);
  const rows = await tx.membership.findMany({
    where: {
      unionId,
      workerId: { in: [...people] },
      from: { lte: day },
      OR: [{ to: null }, { to: { gte: day } }],
    },
    select: { workerId: true },
  });
  return new Set(rows.map((row) => row.workerId));
}

async function lastClothing(tx: Tx, of: On): Promise<ReadonlyMap<bigint, string>> {
  const rows = await tx.$queryRaw<{ worker_id: bigint; last: Date }[]>`
    select worker_id, max(bought_on) "last" from (
      select p.worker_id, d.occurred_on bought_on
        from spending_person p join spending_document d on d.id = p.document_id
       where d.type = 'CLOTHING' and d.kind = 'CLAIM' and d.state = any (${[...countedStates]}::spending_state[])
         and d.occurred_on <= ${of.on}::date and d.id is distinct from ${of.documentId}::bigint
         and p.worker_id = any (${[...of.people]}::bigint[])
      union all
      select worker_id, date from opening_fact
       where code = ${openingFactCodes.clothing} and worker_id = any (${[...of.people]}::bigint[]) and date <= ${of.on}::date) bought
     group by worker_id`;
  return new Map(rows.map((row) => [row.worker_id, fromDbDate(row.last)]));
}

async function birthdayCounts(tx: Tx, of: On): Promise<ReadonlyMap<bigint, number>> {
  const year = yearOf(of.on);
  const rows = await tx.$queryRaw<{ worker_id: bigint; times: number }[]>`
    select worker_id, sum(times)::int times from (
      select p.worker_id, 1 times
        from spending_person p join spending_document d on d.id = p.document_id
       where d.type = 'BIRTHDAY' and d.kind = 'CLAIM' and d.state = any (${[...countedStates]}::spending_state[])
         and d.occurred_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date
         and d.id is distinct from ${of.documentId}::bigint and p.worker_id = any (${[...of.people]}::bigint[])
      union all
      select worker_id, coalesce(count, 1) from opening_fact
       where code = ${openingFactCodes.birthday} and year = ${year} and worker_id = any (${[...of.people]}::bigint[])) given
     group by worker_id`;
  return new Map(rows.map((row) => [row.worker_id, row.times]));
}
