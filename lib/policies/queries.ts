import * as z from "zod";
import { fromDbDate, toDbDate, today } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { idSchema, unionIdSchema } from "@/lib/core/ids";
import type { PolicyData } from "@/lib/policy/judge";
import type { ListEntry } from "@/lib/policy/lists";
import { type PolicyParam, policyParamSchema, showParam } from "@/lib/policy/params";
import { severityOf } from "@/lib/policy/severity";
import type { Tx } from "@/lib/server/db";
import { defineQuery } from "@/lib/server/query";
import { instrumentIdSchema, type PolicyDataJson, policyDataJson } from "./model";

/** What this process remembers of the numbers and words that hold for everybody, and of which edition they are. */
let remembered: { readonly edition: bigint; readonly common: PolicyData } | null = null;

/**
 * The dated numbers and words as the rules read them: the common ones and a union's own, all versions. The common
 * ones are remembered per edition, which every change moves in its own transaction, so a confirmed number holds
 * from the next call on in every process; a union's own values are read within the caller's scope each time.
 */
export async function policyDataIn(tx: Tx, unionId: number | null): Promise<PolicyData> {
  const common = await commonData(tx);
  if (unionId === null) return common;
  const own = await paramsWhere(tx, { unionId });
  return own.length === 0 ? common : { ...common, params: [...common.params, ...own] };
}

async function commonData(tx: Tx): Promise<PolicyData> {
  const edition = await editionIn(tx);
  if (remembered !== null && remembered.edition === edition) return remembered.common;
  const common = { params: await paramsWhere(tx, { unionId: null }), lists: await wordsIn(tx) };
  // Below snapshot isolation a change may slip in between; then the rows belong to no edition and are not kept.
  if ((await editionIn(tx)) === edition) remembered = { edition, common };
  return common;
}

async function editionIn(tx: Tx): Promise<bigint> {
  const row = await tx.policyEdition.findUniqueOrThrow({ where: { id: 1 }, select: { edition: true } });
  return row.edition;
}

async function paramsWhere(tx: Tx, where: { unionId: number | null }): Promise<PolicyParam[]> {
  const rows = await versionRows(tx, where);
  const names = await namesIn(
    tx,
    rows.map((row) => row.confirmedById),
  );
  return rows.map((row) => paramOf(row, names));
}

const versionSelect = {
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
  ...({ confirmedById: true, confirmedAt: true, confirmNote: true, note: true } as const),
  ...({ createdById: true, createdAt: true } as const),
};

type VersionRow = Awaited<ReturnType<typeof versionRows>>[number];
type Names = ReadonlyMap<bigint, string>;

function versionRows(tx: Tx, where: { unionId: number | null; code?: string }) {
  return tx.policyParam.findMany({
    where,
    select: versionSelect,
    orderBy: [{ code: "asc" }, { from: "asc" }],
  });
}

/** The names of persons by id, for the few that stand beside a version. */
async function namesIn(tx: Tx, ids: readonly (bigint | null)[]): Promise<Names> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const people = await tx.person.findMany({
    where: { id: { in: wanted } },
    select: { id: true, name: true },
  });
  return new Map(people.map(({ id, name }) => [id, name]));
}

// What the database holds is read through the engine's own schema, so a row it cannot reckon with is a fault here
// and not a wrong verdict later.
function paramOf(row: VersionRow, names: Names): PolicyParam {
  return policyParamSchema.parse({
    ...{ code: row.code, label: row.label, value: row.value?.toString() ?? null },
    ...{ divisor: row.divisor.toString(), unit: row.unit, unitLabel: row.unitLabel, scope: row.scope },
    ...{ unionId: row.unionId, from: fromDbDate(row.from), to: row.to && fromDbDate(row.to) },
    ...{ document: row.document, status: row.status, confirmedBy: nameOf(row.confirmedById, names) },
  });
}

function nameOf(id: bigint | null, names: Names): string | null {
  return id === null ? null : (names.get(id) ?? null);
}

const wordSelect = {
  ...({ id: true, list: true, word: true, except: true, group: true, severity: true } as const),
  ...({ from: true, to: true, instrument: true } as const),
};

function wordRows(tx: Tx) {
  return tx.policyListEntry.findMany({ select: wordSelect, orderBy: { id: "asc" } });
}

async function wordsIn(tx: Tx): Promise<ListEntry[]> {
  return (await wordRows(tx)).map(wordOf);
}

function wordOf(row: Awaited<ReturnType<typeof wordRows>>[number]): ListEntry {
  const severity = severityOf(row.severity);
  if (severity === null) throw new Error(`the word ${row.id} has no severity that rules know`);
  return {
    ...{ list: row.list, word: row.word, except: row.except, group: row.group, severity },
    ...{ from: fromDbDate(row.from), to: row.to && fromDbDate(row.to) },
    instrument: instrumentIdSchema.parse(row.instrument),
  };
}

/** The policy data for a client form that judges while one types, and for evaluating a case file. */
export const getPolicyData = defineQuery({
  name: "policies.getPolicyData",
  label: "读取政策数据",
  permission: "policies.view",
  input: z.strictObject({ unionId: unionIdSchema.nullable() }),
  async run(tx, { unionId }, context): Promise<PolicyDataJson> {
    if (unionId !== null) context.requireUnion(unionId);
    return policyDataJson(await policyDataIn(tx, unionId));
  },
});

async function shownVersions(tx: Tx, where: { unionId: number | null; code?: string }) {
  const rows = await versionRows(tx, where);
  const names = await namesIn(
    tx,
    rows.flatMap((row) => [row.confirmedById, row.createdById]),
  );
  return rows.map((row) => {
    const param = paramOf(row, names);
    return {
      ...{ id: row.id.toString(), code: row.code, label: row.label, display: showParam(param) },
      ...{ unit: param.unit, unitLabel: row.unitLabel, scope: param.scope, isSet: row.value !== null },
      ...{ from: param.from, to: param.to, document: row.document, status: row.status, note: row.note },
      ...{ confirmedBy: param.confirmedBy, confirmedOn: dayOf(row.confirmedAt) },
      ...{ confirmNote: row.confirmNote, createdBy: nameOf(row.createdById, names) },
    };
  });
}

function dayOf(instant: Date | null): string | null {
  return instant === null ? null : today(() => instant);
}

/** A version of a number as the screens show it. */
export type ShownVersion = Awaited<ReturnType<typeof shownVersions>>[number];

/** Every version of the numbers that hold for everybody, by code and date. */
export const listParams = defineQuery({
  name: "policies.listParams",
  label: "查看标准",
  permission: "policies.view",
  input: z.strictObject({ code: z.string().max(60).optional() }),
  async run(tx, { code }) {
    return shownVersions(tx, code === undefined ? { unionId: null } : { unionId: null, code });
  },
});

/** The numbers a union may set for itself: the common versions and its own. */
export const listOwnParams = defineQuery({
  name: "policies.listOwnParams",
  label: "查看本单位标准",
  permission: "policies.view",
  input: z.strictObject({ unionId: unionIdSchema }),
  async run(tx, { unionId }, context) {
    context.requireUnion(unionId);
    const union = await tx.tradeUnion.findUnique({ where: { id: unionId }, select: { name: true } });
    if (union === null) throw new Refusal("NOT_FOUND", "未找到该工会，或您没有权限");
    const common = (await shownVersions(tx, { unionId: null })).filter((each) => each.scope === "UNION");
    return { unionName: union.name, common, own: await shownVersions(tx, { unionId }) };
  },
});

/** The dated words of the lists that the district keeps. */
export const listWords = defineQuery({
  name: "policies.listWords",
  label: "查看词表",
  permission: "policies.view",
  input: z.strictObject({}),
  async run(tx) {
    const rows = await wordRows(tx);
    return rows.map((row) => ({ id: row.id.toString(), ...wordOf(row) }));
  },
});

const rulingSelect = {
  ...({ id: true, number: true, question: true, answer: true, ruleIds: true } as const),
  ...({ from: true, to: true, confirmedBy: true } as const),
};

/** The district's numbered answers, the newest first. */
export const listRulings = defineQuery({
  name: "policies.listRulings",
  label: "查看答复单",
  permission: "policies.view",
  input: z.strictObject({ ruleId: z.string().max(20).optional() }),
  async run(tx, { ruleId }) {
    const rows = await tx.ruling.findMany({
      where: ruleId === undefined ? {} : { ruleIds: { has: ruleId } },
      select: rulingSelect,
      orderBy: [{ from: "desc" }, { number: "asc" }],
    });
    return rows.map(shownRuling);
  },
});

/** One numbered answer of the district. */
export const getRuling = defineQuery({
  name: "policies.getRuling",
  label: "查看答复单内容",
  permission: "policies.view",
  input: z.strictObject({ id: idSchema }),
  async run(tx, { id }) {
    const row = await tx.ruling.findUnique({ where: { id }, select: rulingSelect });
    if (row === null) throw new Refusal("NOT_FOUND", "未找到该答复单");
    return shownRuling(row);
  },
});

interface RulingRow {
  readonly id: bigint;
  readonly number: string;
  readonly question: string;
  readonly answer: string;
  readonly ruleIds: string[];
  readonly from: Date;
  readonly to: Date | null;
  readonly confirmedBy: string;
}

function shownRuling({ id, from, to, ...row }: RulingRow) {
  return { ...row, id: id.toString(), from: fromDbDate(from), to: to && fromDbDate(to) };
}

/** An answer of the district as the screens show it. */
export type ShownRuling = ReturnType<typeof shownRuling>;

/** The registered answers that speak of some rules on a day: rule → number, the latest answer first in line. */
export async function rulingNumbersIn(
  tx: Tx,
  ruleIds: readonly string[],
  on: string,
): Promise<ReadonlyMap<string, string>> {
  if (ruleIds.length === 0) return new Map();
  const day = toDbDate(on);
  const rows = await tx.ruling.findMany({
    where: {
      ruleIds: { hasSome: [...ruleIds] },
      from: { lte: day },
      OR: [{ to: null }, { to: { gte: day } }],
    },
    select: { number: true, ruleIds: true },
    orderBy: [{ from: "asc" }, { id: "asc" }],
  });
  return new Map(rows.flatMap((row) => row.ruleIds.map((ruleId) => [ruleId, row.number] as const)));
}
