import type { UnionLevel, UnionScale } from "@/generated/prisma/enums";
import { type BusinessDate, fromDbDate, toDbDate } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { maskCard } from "@/lib/core/masks";
import type { Tx } from "@/lib/server/db";
import { decryptField } from "@/lib/server/field-crypto";
import { officersAbove } from "@/lib/server/officers-above";
import { defineQuery } from "@/lib/server/query";
import { type Officer, scaleOf, seatsOf } from "./model";
import { listUnionsInput, unionInput } from "./schema";

const microParam = "P_MICRO_UNION_MEMBERS";

/** The largest number of members of a 小微 union on a day; null while nobody has set it. */
export async function microMembersIn(tx: Tx, on: BusinessDate): Promise<bigint | null> {
  const param = await tx.policyParam.findFirst({
    where: {
      ...{ code: microParam, unionId: null, from: { lte: toDbDate(on) } },
      OR: [{ to: null }, { to: { gte: toDbDate(on) } }],
    },
    select: { value: true },
    orderBy: { from: "desc" },
  });
  return param?.value ?? null;
}

type TreeRow = {
  id: number;
  parent_id: number | null;
  path: number[];
  level: UnionLevel;
  name: string;
  scale: UnionScale | null;
  closed_on: Date | null;
  members: number;
};

/** The unions one may see, in the order of the tree, each with its members today and those of its subtree. */
export const listUnions = defineQuery({
  name: "unions.listUnions",
  label: "查看工会组织",
  permission: "unions.view",
  input: listUnionsInput,
  async run(tx, { q = "", closed = false }, { today }) {
    const rows = await tx.$queryRaw<TreeRow[]>`
      select u.id, u.parent_id, u.path, u.level::text, u.name, u.scale::text, u.closed_on, coalesce(m.members, 0)::int members
      from trade_union u left join (
        select union_id, count(*) members from membership
        where starts_on <= ${today}::date and (ends_on is null or ends_on >= ${today}::date) group by union_id) m on m.union_id = u.id
      where ${closed} or u.closed_on is null order by u.path`;
    const micro = await microMembersIn(tx, today);
    const below = new Map<number, number>();
    for (const row of rows) for (const id of row.path) below.set(id, (below.get(id) ?? 0) + row.members);
    const known = new Set(rows.map(({ id }) => id));
    return rows
      .filter(({ name }) => name.includes(q))
      .map((row) => ({
        ...{ id: row.id, parentId: row.parent_id, level: row.level, name: row.name, members: row.members },
        // Who sees a part of the tree only starts at the left all the same.
        depth: row.path.filter((id) => known.has(id)).length - 1,
        membersBelow: below.get(row.id) ?? row.members,
        scale: scaleOf(row.scale, row.members, micro),
        closedOn: row.closed_on === null ? null : fromDbDate(row.closed_on),
      }));
  },
});

/** One union with its particulars, its seats and who holds them. */
export const getUnion = defineQuery({
  name: "unions.getUnion",
  label: "查看工会资料",
  permission: "unions.view",
  input: unionInput,
  async run(tx, { unionId }, context) {
    context.requireUnion(unionId);
    const union = await tx.tradeUnion.findUnique({
      where: { id: unionId },
      select: {
        ...{ id: true, parentId: true, level: true, name: true, creditCode: true, kind: true, scale: true },
        ...{ booksIn: true, booksKeptBy: true, bankName: true, bankAccountCipher: true, foundedOn: true },
        ...{ closedOn: true, version: true },
      },
    });
    if (union === null) throw new Refusal("NOT_FOUND", "未找到该工会，或您没有权限");
    const { bankAccountCipher, foundedOn, closedOn, ...row } = union;
    const members = await countMembers(tx, unionId, context.today);
    const officers = await officersIn(tx, unionId, context.today);
    return {
      ...row,
      ...{
        members,
        foundedOn: foundedOn && fromDbDate(foundedOn),
        closedOn: closedOn && fromDbDate(closedOn),
      },
      bankAccount:
        bankAccountCipher === null
          ? null
          : maskCard(
              decryptField(
                { table: "trade_union", column: "bank_account", rowId: unionId },
                bankAccountCipher,
              ),
            ),
      effectiveScale: scaleOf(row.scale, members, await microMembersIn(tx, context.today)),
      seats: seatsOf(officers, await officersAbove(unionId), row.booksKeptBy),
    };
  },
});

async function countMembers(tx: Tx, unionId: number, on: BusinessDate): Promise<number> {
  return tx.membership.count({
    where: { unionId, from: { lte: toDbDate(on) }, OR: [{ to: null }, { to: { gte: toDbDate(on) } }] },
  });
}

async function officersIn(tx: Tx, unionId: number, on: BusinessDate): Promise<Officer[]> {
  const grants = await tx.roleGrant.findMany({
    where: {
      ...{ unionId, revokedAt: null, from: { lte: toDbDate(on) } },
      OR: [{ to: null }, { to: { gte: toDbDate(on) } }],
    },
    select: { role: true, personId: true },
    orderBy: { id: "asc" },
  });
  const people = await tx.person.findMany({
    where: { id: { in: grants.map(({ personId }) => personId) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return grants.map(({ role, personId }) => ({ role, name: names.get(personId) ?? "", unionName: "本单位" }));
}
