import { dayOf } from "@/lib/core/dates";
import { formatYuan } from "@/lib/core/money";
import type { Actor } from "@/lib/server/actor";
import type { Tx } from "@/lib/server/db";
import { missingPapers } from "../facts/papers";
import { clashOf, type SpendingState, spendingSubject } from "../model";
import { approversAmong, officersOfAll } from "./approvers";
import { partsOfAll } from "./parts";

/** Something in spending that waits for one person; no rule sets a deadline for these steps. */
export type SpendingTask = {
  area: "spending";
  title: string;
  unionName: string;
  href: string;
  since: string;
  dueOn: string | null;
};

const select = {
  ...({
    id: true,
    unionId: true,
    number: true,
    title: true,
    amountFen: true,
    state: true,
    kind: true,
  } as const),
  ...({ type: true, updatedAt: true, voucherId: true, witnessId: true, claimantId: true } as const),
};

type Row = Awaited<ReturnType<typeof rowsIn>>[number];

// Far above what waits anywhere: rows are sifted after they are read, so a low bound would hide later ones.
const mostOpen = 2_000;

function rowsIn(tx: Tx, unionIds: readonly number[], states: readonly SpendingState[]) {
  return tx.spendingDocument.findMany({
    where: { unionId: { in: [...unionIds] }, state: { in: [...states] } },
    select,
    orderBy: { id: "asc" },
    take: mostOpen,
  });
}

/** What waits for a person in the unions where they hold a duty; for the desk, within its transaction. */
export async function spendingTasksIn(tx: Tx, actor: Actor): Promise<SpendingTask[]> {
  const { personId } = actor;
  if (personId === null) return [];
  const unionsWith = (...roles: string[]) => [
    ...new Set(actor.grants.filter((grant) => roles.includes(grant.role)).map((grant) => grant.unionId)),
  ];
  const tasks: SpendingTask[] = [];
  const add = (what: string, rows: readonly Row[]) => {
    for (const row of rows) tasks.push(taskOf(what, row, actor));
  };
  const bookkeeping = unionsWith("BOOKKEEPER");
  if (bookkeeping.length > 0) {
    const submitted = await rowsIn(tx, bookkeeping, ["SUBMITTED"]);
    add(
      "审核",
      submitted.filter((row) => row.claimantId !== personId),
    );
    const paid = await rowsIn(tx, bookkeeping, ["PAID"]);
    add(
      "制单",
      paid.filter((row) => row.voucherId === null),
    );
  }
  const deciding = unionsWith("CHAIR", "DEPUTY_CHAIR");
  if (deciding.length > 0)
    add("审批", await mineToDecide(tx, personId, await rowsIn(tx, deciding, ["REVIEWED"])));
  const paying = unionsWith("CASHIER");
  if (paying.length > 0)
    add("付款", await witnessed(tx, personId, await rowsIn(tx, paying, ["AWAITING_PAYMENT"])));
  const witnessing = unionsWith("WITNESS");
  if (witnessing.length > 0) add("证明", await toWitness(tx, personId, witnessing));
  add("退回补正", await ownRows(tx, personId, ["RETURNED"]));
  add("补齐归档材料", await lackingPapers(tx, await ownRows(tx, personId, ["PAID", "POSTED"])));
  const archiving = unionsWith("ARCHIVIST");
  if (archiving.length > 0) {
    const posted = await rowsIn(tx, archiving, ["POSTED"]);
    const lacking = new Set((await lackingPapers(tx, posted)).map((row) => row.id));
    add(
      "归档",
      posted.filter((row) => !lacking.has(row.id)),
    );
  }
  return tasks;
}

/** Documents of unions below that nobody there is free to decide; within the transaction of `approveForBelow`. */
export async function tasksForBelowIn(tx: Tx, actor: Actor): Promise<SpendingTask[]> {
  const { personId } = actor;
  if (personId === null) return [];
  const rows = await tx.spendingDocument.findMany({
    where: { state: "REVIEWED" },
    select,
    orderBy: { id: "asc" },
    take: mostOpen,
  });
  const mine = await mineToDecide(tx, personId, rows, "above");
  return mine.map((row) => taskOf("代下级审批", row, actor));
}

function taskOf(what: string, row: Row, actor: Actor): SpendingTask {
  const name = actor.grants.find((grant) => grant.unionId === row.unionId)?.unionName ?? "";
  return {
    area: "spending",
    title: `${what}：${row.title} ${formatYuan(row.amountFen)} 元${row.number === null ? "" : `（${row.number}）`}`,
    unionName: name,
    href: `/spending/${row.id}`,
    since: dayOf(row.updatedAt),
    dueOn: null,
  };
}

async function mineToDecide(
  tx: Tx,
  personId: bigint,
  rows: readonly Row[],
  level: "own" | "above" = "own",
): Promise<Row[]> {
  const officers = await officersOfAll(
    tx,
    rows.map((row) => row.unionId),
  );
  const officersFor = (row: Row) => officers.get(row.unionId) ?? [];
  // Most documents of a district are decided at home; only where this person could be asked are the parts read.
  const asked = rows.filter((row) => officersFor(row).some((officer) => officer.personId === personId));
  const parts = await partsOfRows(tx, asked);
  return asked.filter((row) => {
    const own = parts.get(row.id);
    const approvers = own === undefined ? [] : approversAmong(officersFor(row), own);
    return approvers.some(
      (officer) => officer.personId === personId && (level === "own") === (officer.distance === 0),
    );
  });
}

async function witnessed(tx: Tx, personId: bigint, rows: readonly Row[]): Promise<Row[]> {
  const parts = await partsOfRows(tx, rows);
  return rows.filter((row) => {
    const own = parts.get(row.id);
    return own?.witnessedById != null && clashOf("pay", personId, own) === null;
  });
}

async function toWitness(tx: Tx, personId: bigint, unionIds: readonly number[]): Promise<Row[]> {
  const rows = await rowsIn(tx, unionIds, ["SUBMITTED", "REVIEWED", "AWAITING_PAYMENT"]);
  const mine = rows.filter(
    (row) =>
      row.kind === "CLAIM" &&
      row.claimantId !== personId &&
      (row.witnessId === null || row.witnessId === personId),
  );
  const parts = await partsOfRows(tx, mine);
  return mine.filter((row) => parts.get(row.id)?.witnessedById === null);
}

function partsOfRows(tx: Tx, rows: readonly Row[]) {
  return partsOfAll(
    tx,
    rows.map((row) => row.id),
  );
}

function ownRows(tx: Tx, personId: bigint, states: readonly SpendingState[]): Promise<Row[]> {
  return tx.spendingDocument.findMany({
    where: { state: { in: [...states] }, OR: [{ claimantId: personId }, { recordedById: personId }] },
    select,
    orderBy: { id: "asc" },
    take: mostOpen,
  });
}

/** Documents whose sign-off sheets, photos or other papers due before archiving are not there yet (practice.md 3). */
export async function lackingPapers<R extends { id: bigint; type: string }>(
  tx: Tx,
  rows: readonly R[],
): Promise<(R & { missing: string[] })[]> {
  const papers = await tx.attachment.findMany({
    where: { subjectKind: spendingSubject, subjectId: { in: rows.map((row) => row.id) }, removedAt: null },
    select: { subjectId: true, kind: true, mime: true },
  });
  const byDocument = new Map<bigint, typeof papers>();
  for (const paper of papers) {
    byDocument.set(paper.subjectId, [...(byDocument.get(paper.subjectId) ?? []), paper]);
  }
  return rows.flatMap((row) => {
    const own = byDocument.get(row.id) ?? [];
    const missing = [...missingPapers(row.type, "PAYMENT", own), ...missingPapers(row.type, "ARCHIVE", own)];
    return missing.length === 0 ? [] : [{ ...row, missing }];
  });
}
