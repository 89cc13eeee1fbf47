import { addDays, fromDbDate, now, toDbDate } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { type PolicyParam, policyParamSchema } from "@/lib/policy/params";
import type { Tx } from "@/lib/server/db";
import { parseParamValue, type TypedValue, valueHint } from "../model";

/** A version of a number as a command finds it, with its row id. */
export type FoundVersion = PolicyParam & { readonly id: bigint };

const select = {
  ...({
    id: true,
    code: true,
    label: true,
    value: true,
    divisor: true,
    unit: true,
    unitLabel: true,
  } as const),
  ...({ scope: true, unionId: true, from: true, to: true, document: true, status: true } as const),
};

/** The first of the versions that match, the latest start first; null when there is none. */
export async function findVersionIn(
  tx: Tx,
  where: {
    id?: bigint;
    code?: string;
    unionId?: number | null;
    from?: { lte: Date };
    OR?: { to: null | { gte: Date } }[];
  },
): Promise<FoundVersion | null> {
  const row = await tx.policyParam.findFirst({ where, select, orderBy: { from: "desc" } });
  if (row === null) return null;
  const { id, ...rest } = row;
  const param = policyParamSchema.parse({
    ...rest,
    ...{ value: row.value?.toString() ?? null, divisor: row.divisor.toString(), confirmedBy: null },
    ...{ from: fromDbDate(row.from), to: row.to && fromDbDate(row.to) },
  });
  return { ...param, id };
}

/** A common version by its id; refuses with 未找到, and with a sentence when it is a union's own. */
export async function commonVersionIn(tx: Tx, id: bigint): Promise<FoundVersion> {
  const found = await findVersionIn(tx, { id });
  if (found === null) throw new Refusal("NOT_FOUND", "未找到该标准");
  if (found.unionId !== null) throw new Refusal("FORBIDDEN", "本单位标准由该单位自行确定，不在此处办理");
  return found;
}

/** A typed number in the unit of its standard; refuses at the field with how it is written. */
export function readValue(param: PolicyParam, text: string): TypedValue {
  const typed = parseParamValue(param.unit, text);
  if (typed !== null) return typed;
  const message = valueHint(param.unit);
  throw new Refusal("INVALID", `没有读出“${param.label}”：${message}`, [{ path: "value", message }]);
}

interface NewVersion {
  readonly from: string;
  readonly value: TypedValue;
  readonly document: string;
  readonly note: string | undefined;
  readonly status: PolicyParam["status"];
  readonly unionId: number | null;
  readonly personId: bigint;
}

/**
 * Adds a version of a number after the last one, which ends the day before. Refuses a start that is not after the
 * last one's, and when somebody else has ended the last one meanwhile.
 */
export async function addVersionIn(
  tx: Tx,
  model: FoundVersion,
  last: FoundVersion | null,
  given: NewVersion,
): Promise<bigint> {
  if (last !== null && given.from <= last.from) {
    const message = `须晚于现有版本的生效日期 ${last.from}`;
    throw new Refusal("INVALID", `生效日期${message}`, [{ path: "from", message }]);
  }
  if (last !== null && last.to === null) await endVersionIn(tx, last, addDays(given.from, -1));
  if (last !== null && last.to !== null && given.from <= last.to) {
    const message = `现有版本到 ${last.to} 为止，须在其后`;
    throw new Refusal("INVALID", `生效日期有误：${message}`, [{ path: "from", message }]);
  }
  const { code, label, unit, unitLabel, scope } = model;
  const { value, divisor } = given.value;
  const isConfirmed = given.status === "CONFIRMED";
  const row = await tx.policyParam.create({
    data: {
      ...{ code, label, unit, unitLabel, scope, value, divisor, unionId: given.unionId },
      ...{ from: toDbDate(given.from), document: given.document, note: given.note ?? null },
      ...{ status: given.status, createdById: given.personId },
      ...(isConfirmed ? { confirmedById: given.personId, confirmedAt: now() } : {}),
    },
    select: { id: true },
  });
  return row.id;
}

async function endVersionIn(tx: Tx, last: FoundVersion, to: string): Promise<void> {
  const ended = await tx.policyParam.updateMany({
    where: { id: last.id, to: null },
    data: { to: toDbDate(to) },
  });
  if (ended.count === 0) throw await alreadySuperseded(tx, last);
}

/** The refusal for who comes second: names the version that somebody else has added, by whom and when. */
export async function alreadySuperseded(tx: Tx, version: FoundVersion): Promise<Refusal> {
  const next = await tx.policyParam.findFirst({
    where: { code: version.code, unionId: version.unionId, from: { gt: toDbDate(version.from) } },
    select: { from: true, createdById: true, createdAt: true },
    orderBy: { from: "asc" },
  });
  if (next === null) return new Refusal("CONFLICT", `“${version.label}”这一版本已到期，请刷新后查看`);
  const who = await personNameIn(tx, next.createdById);
  const from = fromDbDate(next.from);
  return new Refusal(
    "CONFLICT",
    `“${version.label}”已由${who}新增 ${from} 起的版本，请刷新后在最新版本上办理`,
  );
}

/** A person's name for a sentence; 系统 where nobody stands behind a row. */
export async function personNameIn(tx: Tx, id: bigint | null): Promise<string> {
  if (id === null) return "系统";
  const person = await tx.person.findUnique({ where: { id }, select: { name: true } });
  return person?.name ?? "他人";
}
