import * as z from "zod";
import { fromDbDate, toDbDate } from "@/lib/core/dates";
import { idSchema, wholeNumber } from "@/lib/core/ids";
import { type Severity, severities, severityOf } from "@/lib/policy/severity";
import { type FrozenVerdict, frozenVerdictSchema } from "@/lib/policy/verdict";
import { type Actor, may } from "@/lib/server/actor";
import type { Tx } from "@/lib/server/db";
import { defineQuery } from "@/lib/server/query";
import { isJudgedKind, type JudgedKind, judgedSubjects, momentLabel } from "./model";

/** A verdict as it was frozen with its record, with the moment at which that happened. */
export interface KeptVerdict {
  readonly id: string;
  readonly moment: string;
  /** The instant of freezing, ISO 8601. */
  readonly at: string;
  readonly verdict: FrozenVerdict;
}

/** Every verdict kept with a record, the oldest first; they read as they stood, whatever the rules say today. */
export async function frozenVerdictsOf(
  tx: Tx,
  subject: { readonly kind: JudgedKind; readonly id: bigint },
): Promise<KeptVerdict[]> {
  const rows = await tx.verdict.findMany({
    where: { subjectKind: subject.kind, subjectId: subject.id },
    select: { id: true, moment: true, at: true, frozen: true },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => ({
    ...{ id: row.id.toString(), moment: momentLabel(row.moment), at: row.at.toISOString() },
    verdict: frozenVerdictSchema.parse(row.frozen),
  }));
}

const pageSize = 20;
const yearSchema = wholeNumber("请选择年度").pipe(z.int().min(2000, "请选择年度").max(2100, "请选择年度"));
const cursorSchema = idSchema.optional();

/** A record that a rule caught or that relied on a ruling. */
export interface JudgedLine {
  readonly verdictId: string;
  readonly unionName: string;
  readonly subject: string;
  readonly href: string | null;
  readonly moment: string;
  readonly judgedOn: string;
  readonly severity: Severity;
  readonly message: string;
  readonly rulingNo: string | null;
  /** Whether a later verdict on the same record let the rule pass. */
  readonly isSettled: boolean;
}

interface LineRow {
  id: bigint;
  union_name: string;
  subject_kind: string;
  subject_id: bigint;
  subject_name: string | null;
  moment: string;
  judged_on: Date;
  severity: string;
  message: string;
  ruling_no: string | null;
  is_settled: boolean;
}

/**
 * Whom a rule caught in a year, each record once with its last finding, within what the reader may see anyway;
 * counts by severity are counts of exactly these records.
 */
export const listCaught = defineQuery({
  name: "policies.listCaught",
  label: "查看规则命中记录",
  permission: "spending.view",
  input: z.strictObject({
    ruleId: z.string().min(1).max(20),
    year: yearSchema,
    severity: z.enum(severities).optional(),
    before: cursorSchema,
  }),
  async run(tx, { ruleId, year, severity, before }, { actor }) {
    const [from, to] = [toDbDate(`${year}-01-01`), toDbDate(`${year}-12-31`)];
    const kinds = visibleKinds(actor);
    const counts = await tx.$queryRaw<{ severity: string; n: number }[]>`
      select severity, count(*)::int as n from (
        select distinct on (v.subject_kind, v.subject_id) f.severity
        from verdict_finding f join verdict v on v.id = f.verdict_id
        where f.rule_id = ${ruleId} and f.severity <> 'PASS' and f.judged_on between ${from}::date and ${to}::date
          and v.subject_kind = any(${kinds})
        order by v.subject_kind, v.subject_id, v.id desc) last group by severity`;
    const rows = await tx.$queryRaw<LineRow[]>`
      select last.*, u.name as union_name,
        exists (select from verdict l where l.subject_kind = last.subject_kind and l.subject_id = last.subject_id
          and l.id > last.id and l.passed_rules @> array[${ruleId}]) as is_settled
      from (
        select distinct on (v.subject_kind, v.subject_id) v.id, v.union_id, v.subject_kind, v.subject_id,
          v.subject_name, v.moment, f.judged_on, f.severity, f.message, f.ruling_no
        from verdict_finding f join verdict v on v.id = f.verdict_id
        where f.rule_id = ${ruleId} and f.severity <> 'PASS' and f.judged_on between ${from}::date and ${to}::date
          and v.subject_kind = any(${kinds})
        order by v.subject_kind, v.subject_id, v.id desc) last
      join trade_union u on u.id = last.union_id
      where (${severity ?? null}::text is null or last.severity = ${severity ?? null})
        and (${before ?? null}::bigint is null or last.id < ${before ?? null})
      order by last.id desc limit ${pageSize + 1}`;
    return { counts: countsOf(counts), ...pageOf(rows) };
  },
});

/** Every record that relied on an answer of the district, each once: a question to the district, not a fault. */
export const listRelied = defineQuery({
  name: "policies.listRelied",
  label: "查看依据答复单办理的记录",
  permission: "spending.view",
  input: z.strictObject({ number: z.string().min(1).max(60), before: cursorSchema }),
  async run(tx, { number, before }, { actor }) {
    const kinds = visibleKinds(actor);
    const total = await tx.$queryRaw<{ n: number }[]>`
      select count(distinct (v.subject_kind, v.subject_id))::int as n
      from verdict_finding f join verdict v on v.id = f.verdict_id
      where f.ruling_no = ${number} and v.subject_kind = any(${kinds})`;
    const rows = await tx.$queryRaw<LineRow[]>`
      select last.*, u.name as union_name, false as is_settled from (
        select distinct on (v.subject_kind, v.subject_id) v.id, v.union_id, v.subject_kind, v.subject_id,
          v.subject_name, v.moment, f.judged_on, f.severity, f.rule_id || ' ' || f.message as message, f.ruling_no
        from verdict_finding f join verdict v on v.id = f.verdict_id
        where f.ruling_no = ${number} and v.subject_kind = any(${kinds})
        order by v.subject_kind, v.subject_id, v.id desc, f.rule_id) last
      join trade_union u on u.id = last.union_id
      where (${before ?? null}::bigint is null or last.id < ${before ?? null})
      order by last.id desc limit ${pageSize + 1}`;
    return { total: total[0]?.n ?? 0, ...pageOf(rows) };
  },
});

/** The kinds of record the reader may open at all: who may not see vouchers does not learn of them here either. */
function visibleKinds(actor: Actor): string[] {
  return Object.entries(judgedSubjects)
    .filter(([, { permission }]) => may(actor, permission))
    .map(([kind]) => kind);
}

function countsOf(rows: readonly { severity: string; n: number }[]): { severity: Severity; n: number }[] {
  return severities
    .map((severity) => ({ severity, n: rows.find((row) => row.severity === severity)?.n ?? 0 }))
    .filter(({ n }) => n > 0)
    .reverse();
}

function pageOf(rows: readonly LineRow[]): { lines: JudgedLine[]; next: string | null } {
  const lines = rows.slice(0, pageSize).map(lineOf);
  return { lines, next: rows.length > pageSize ? (lines.at(-1)?.verdictId ?? null) : null };
}

function lineOf(row: LineRow): JudgedLine {
  const kind = isJudgedKind(row.subject_kind) ? judgedSubjects[row.subject_kind] : null;
  return {
    ...{ verdictId: row.id.toString(), unionName: row.union_name, moment: momentLabel(row.moment) },
    subject: row.subject_name ?? kind?.label ?? "记录",
    href: kind?.href(row.subject_id.toString()) ?? null,
    ...{ judgedOn: fromDbDate(row.judged_on), message: row.message, rulingNo: row.ruling_no },
    severity: severityOf(row.severity) ?? "UNKNOWN",
    isSettled: row.is_settled,
  };
}
