import { toDbDate } from "@/lib/core/dates";
import { freezeVerdict, type Verdict } from "@/lib/policy/verdict";
import type { Tx } from "@/lib/server/db";
import { rulingNumbersIn } from "../../queries";
import type { JudgedKind, VerdictMoment } from "../model";

/** A verdict about to be kept with the record it was passed on. */
export interface VerdictToFreeze {
  readonly unionId: number;
  readonly subjectKind: JudgedKind;
  readonly subjectId: bigint;
  /** The record as people call it, its number and title, for the lists of whom a rule caught. */
  readonly subjectName?: string;
  readonly moment: VerdictMoment;
  readonly verdict: Verdict;
}

/**
 * Keeps a verdict with its record for good, inside the transaction of the step it belongs to. Every finding that is
 * not 通过 becomes a row, and so does a 通过 that followed a ruling: the ruling's page names it (问过不算错).
 */
export async function freezeVerdictIn(tx: Tx, given: VerdictToFreeze): Promise<bigint> {
  const { unionId, subjectKind, subjectId, subjectName, moment } = given;
  const verdict = await withRulings(tx, given.verdict);
  const judgedOn = toDbDate(verdict.judgedOn);
  const passed = verdict.findings.filter(({ severity }) => severity === "PASS");
  const kept = await tx.verdict.create({
    data: {
      ...{ unionId, subjectKind, subjectId, subjectName: subjectName ?? null, moment, judgedOn },
      conclusion: verdict.conclusion,
      passedRules: passed.map(({ ruleId }) => ruleId),
      frozen: freezeVerdict(verdict),
    },
    select: { id: true },
  });
  await tx.verdictFinding.createMany({
    data: verdict.findings
      .filter(({ severity, rulingNo }) => severity !== "PASS" || rulingNo !== null)
      .map(({ ruleId, severity, message, rulingNo }) => ({
        ...{ verdictId: kept.id, unionId, ruleId, severity, message, judgedOn, rulingNo },
      })),
  });
  return kept.id;
}

/** Names the answer of the district that stood behind each rule on the day, the latest one where there are several. */
async function withRulings(tx: Tx, verdict: Verdict): Promise<Verdict> {
  const ruleIds = verdict.findings.map(({ ruleId }) => ruleId);
  const numbers = await rulingNumbersIn(tx, ruleIds, verdict.judgedOn);
  const findings = verdict.findings.map((finding) => ({
    ...finding,
    rulingNo: numbers.get(finding.ruleId) ?? finding.rulingNo,
  }));
  return { ...verdict, findings };
}
