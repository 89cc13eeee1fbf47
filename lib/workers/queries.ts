import { z } from "zod";
import type { Prisma } from "@/generated/prisma/client";
import { type BusinessDate, fromDbDate, toDbDate } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { normalizeName, normalizeNumber } from "@/lib/core/identity";
import { maskCard, maskIdNumber, maskMobile } from "@/lib/core/masks";
import type { Tx } from "@/lib/server/db";
import { decryptField } from "@/lib/server/field-crypto";
import { defineQuery } from "@/lib/server/query";
import { workerCell, workerIndex } from "./model";
import { type exportWorkersInput, listWorkersInput, workerInput } from "./schema";

const pageSize = 50;
const exportLimit = 50_000;

const rowFields = {
  ...{ id: true, unionId: true, name: true, namePinyin: true, idType: true, idNoCipher: true, gender: true },
  ...{ mobileCipher: true, cardCipher: true, cardStatus: true, employmentStatus: true, version: true },
  memberships: { select: { from: true, to: true }, orderBy: { from: "desc" }, take: 1 },
} as const satisfies Prisma.WorkerSelect;

type StoredRow = Prisma.WorkerGetPayload<{ select: typeof rowFields }>;

type Filter = { q?: string | undefined; unionId?: number | undefined; left?: boolean | undefined };

/** A page of the register in the order of names, every number masked. */
export const listWorkers = defineQuery({
  name: "workers.listWorkers",
  label: "查看会员名册",
  permission: "workers.view",
  input: listWorkersInput,
  async run(tx, { after, ...filter }, context) {
    if (filter.unionId !== undefined) context.requireUnion(filter.unionId);
    const where = await whereOf(tx, filter);
    const rows = await tx.worker.findMany({
      where: { AND: [where, after === undefined ? {} : afterCursor(after)] },
      select: rowFields,
      orderBy: [{ namePinyin: "asc" }, { id: "asc" }],
      take: pageSize + 1,
    });
    const shown = rows.slice(0, pageSize);
    const last = shown.at(-1);
    return {
      total: await tx.worker.count({ where }),
      workers: await present(tx, shown),
      next: rows.length > pageSize && last ? toCursor(last) : null,
    };
  },
});

/** The whole register that a filter shows, for a file; numbers stay masked. */
export async function workersForExport(tx: Tx, filter: z.output<typeof exportWorkersInput>) {
  const rows = await tx.worker.findMany({
    where: await whereOf(tx, filter),
    select: rowFields,
    orderBy: [{ namePinyin: "asc" }, { id: "asc" }],
    take: exportLimit,
  });
  return present(tx, rows);
}

/** One worker, numbers masked, with the whole history of memberships that the actor may see. */
export const getWorker = defineQuery({
  name: "workers.getWorker",
  label: "查看会员资料",
  permission: "workers.view",
  input: workerInput,
  async run(tx, { workerId }) {
    const worker = await tx.worker.findUnique({
      where: { id: workerId },
      select: { ...rowFields, birthDate: true, idNoRaw15: true },
    });
    if (worker === null) throw new Refusal("NOT_FOUND", "未找到该会员，或您没有权限");
    const [row] = await present(tx, [worker]);
    const history = await tx.membership.findMany({
      where: { workerId },
      select: { id: true, unionId: true, from: true, to: true, reason: true, endReason: true, source: true },
      orderBy: { from: "desc" },
    });
    const names = await unionNames(
      tx,
      history.map(({ unionId }) => unionId),
    );
    if (row === undefined) throw new Error("a worker was lost");
    return {
      ...row,
      ...{ birthDate: worker.birthDate && fromDbDate(worker.birthDate), wasFifteen: worker.idNoRaw15 },
      history: history.map(({ id, from, to, ...rest }) => ({
        ...{ ...rest, id: id.toString(), unionName: names.get(rest.unionId) ?? "其他工会" },
        ...{ from: fromDbDate(from), to: to && fromDbDate(to) },
      })),
    };
  },
});

/** The members of a union on a day, by the history: event figures are counted with these. */
export async function membersOn(
  tx: Tx,
  unionId: number,
  on: BusinessDate,
): Promise<{ workerId: bigint; name: string }[]> {
  const rows = await tx.membership.findMany({
    where: { unionId, from: { lte: toDbDate(on) }, OR: [{ to: null }, { to: { gte: toDbDate(on) } }] },
    select: { workerId: true, worker: { select: { name: true, namePinyin: true } } },
    orderBy: { worker: { namePinyin: "asc" } },
  });
  return rows.map(({ workerId, worker }) => ({ workerId, name: worker.name }));
}

/** The unions in which the actor may register workers, for forms. */
export const listRegisterUnions = defineQuery({
  name: "workers.listRegisterUnions",
  label: "查看可登记的工会",
  permission: "workers.register",
  input: z.strictObject({}),
  run: (tx) =>
    tx.tradeUnion.findMany({
      where: { closedOn: null },
      select: { id: true, name: true, level: true },
      orderBy: { path: "asc" },
    }),
});

/** What a search means: an exact number by its keyed hash, four digits, initials, or a part of the name. */
async function whereOf(tx: Tx, { q = "", unionId, left = false }: Filter): Promise<Prisma.WorkerWhereInput> {
  const inUnion = unionId === undefined ? {} : { unionId };
  const isMember = { memberships: left ? { none: { to: null } } : { some: { to: null } } };
  return { AND: [inUnion, isMember, await foundBy(tx, q)] };
}

async function foundBy(tx: Tx, q: string): Promise<Prisma.WorkerWhereInput> {
  if (q === "") return {};
  const number = normalizeNumber(q);
  if (/^\d{4}$|^\d{3}X$/.test(number)) {
    return { OR: [{ idNoLast4: number }, { mobileLast4: number }, { cardLast4: number }] };
  }
  if (/^1\d{10}$/.test(number)) return { mobileHash: workerIndex.mobile(number) };
  if (/\d{5}/.test(number)) {
    const person = await tx.person.findUnique({
      where: { idHash: workerIndex.idNo(number) },
      select: { id: true },
    });
    return { OR: [{ personId: person?.id ?? 0n }, { cardHash: workerIndex.cardNo(number) }] };
  }
  if (/^[a-z]{1,12}$/i.test(q)) return { nameInitials: { startsWith: q.toLowerCase() } };
  return { name: { contains: normalizeName(q) } };
}

async function present(tx: Tx, rows: readonly StoredRow[]) {
  const names = await unionNames(
    tx,
    rows.map(({ unionId }) => unionId),
  );
  return rows.map(({ id, idNoCipher, mobileCipher, cardCipher, memberships, namePinyin, ...row }) => {
    const reveal = (column: "id_no" | "mobile" | "card_no", sealed: string) =>
      decryptField(workerCell(column, id), sealed);
    const [membership] = memberships;
    return {
      ...{ ...row, id: id.toString(), unionName: names.get(row.unionId) ?? "" },
      idNo: maskIdNumber(reveal("id_no", idNoCipher)),
      mobile: mobileCipher && maskMobile(reveal("mobile", mobileCipher)),
      cardNo: cardCipher && maskCard(reveal("card_no", cardCipher)),
      since: membership ? fromDbDate(membership.from) : null,
      leftOn: membership?.to ? fromDbDate(membership.to) : null,
    };
  });
}

async function unionNames(tx: Tx, ids: readonly number[]): Promise<Map<number, string>> {
  const rows = await tx.tradeUnion.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const cursorSchema = z.tuple([z.string(), z.string().regex(/^\d{1,18}$/)]);

function toCursor({ namePinyin, id }: StoredRow): string {
  return Buffer.from(JSON.stringify([namePinyin, id.toString()])).toString("base64url");
}

function afterCursor(cursor: string): Prisma.WorkerWhereInput {
  try {
    const [name, id] = cursorSchema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
    return { OR: [{ namePinyin: { gt: name } }, { namePinyin: name, id: { gt: BigInt(id) } }] };
  } catch {
    throw new Refusal("INVALID", "翻页位置不正确，请从第一页开始");
  }
}
