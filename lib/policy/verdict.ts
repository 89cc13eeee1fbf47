import * as z from "zod";
import { conclusions, severities } from "@/lib/policy/severity";

const digits = z.string().regex(/^-?\d+$/u);

const sourceSchema = z.union([
  z.strictObject({ field: z.string() }),
  z.strictObject({
    rows: z.array(z.strictObject({ label: z.string(), href: z.string(), amountFen: digits })),
  }),
]);

const findingSchema = z.strictObject({
  ruleId: z.string(),
  title: z.string(),
  statement: z.string(),
  severity: z.enum(severities),
  /** What it weighs in the conclusion; 待补 of a hint weighs no more than the hint would. */
  countsAs: z.enum(conclusions),
  message: z.string(),
  arithmetic: z.array(z.string()),
  bar: z
    .strictObject({
      label: z.string(),
      unit: z.string(),
      /** Whole units (fen, people) as decimal strings. */
      used: digits,
      limit: digits,
      usedText: z.string(),
      limitText: z.string(),
      percentText: z.string(),
    })
    .nullable(),
  facts: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      display: z.string(),
      source: sourceSchema.optional(),
    }),
  ),
  missing: z.array(z.strictObject({ id: z.string(), label: z.string() })),
  basis: z.array(
    z.strictObject({
      kind: z.enum(["NORM", "RULING", "HINT"]),
      label: z.string(),
      docNo: z.string(),
      article: z.string(),
      from: z.string(),
    }),
  ),
  params: z.array(
    z.strictObject({
      code: z.string(),
      label: z.string(),
      display: z.string(),
      document: z.string(),
      from: z.string(),
      status: z.enum(["CONFIRMED", "TO_CONFIRM"]),
    }),
  ),
  remedies: z.array(z.strictObject({ text: z.string(), patch: z.record(z.string(), z.string()).optional() })),
  /** The 答复单 that was followed: a question to the district then, not a fault of the treasurer (问过不算错). */
  rulingNo: z.string().nullable(),
});

const verdictShape = {
  ruleSet: z.string(),
  type: z.string().nullable(),
  conclusion: z.enum(conclusions),
  /** The gravest first. */
  findings: z.array(findingSchema),
  /** The business date by which rules and parameter versions were picked. */
  judgedOn: z.string(),
  paramVersions: z.array(z.strictObject({ code: z.string(), from: z.string(), display: z.string() })),
};

const verdictSchema = z.strictObject(verdictShape);

/** A verdict as it is kept with a record; parse with this when reading it back. */
export const frozenVerdictSchema = z.strictObject({ format: z.literal(1), ...verdictShape });

export type Finding = z.output<typeof findingSchema>;
/** The conclusion and every finding that led to it; plain JSON values only. */
export type Verdict = z.output<typeof verdictSchema>;
export type FrozenVerdict = z.output<typeof frozenVerdictSchema>;

/** Makes a verdict fit to be kept with a record at submission, approval or payment. */
export function freezeVerdict(verdict: Verdict): FrozenVerdict {
  return frozenVerdictSchema.parse({ format: 1, ...verdict });
}

/** One thing that reads otherwise under the rules of today (按现行规则重算). */
export interface VerdictChange {
  readonly what: "CONCLUSION" | "RULE" | "PARAM";
  readonly id: string;
  readonly title: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Lists what a later judgement says otherwise than the frozen one; empty when nothing changed. */
export function compareVerdicts(frozen: FrozenVerdict, current: Verdict): VerdictChange[] {
  const conclusion = { id: "conclusion", title: "结论" };
  const change = (
    what: VerdictChange["what"],
    before: ReadonlyMap<string, Stated>,
    after: ReadonlyMap<string, Stated>,
  ): VerdictChange[] =>
    [...new Set([...before.keys(), ...after.keys()])]
      .map((id) => ({
        what,
        id,
        title: after.get(id)?.title ?? before.get(id)?.title ?? id,
        before: before.get(id)?.state ?? null,
        after: after.get(id)?.state ?? null,
      }))
      .filter((each) => each.before !== each.after);
  return [
    ...change(
      "CONCLUSION",
      new Map([[conclusion.id, { title: conclusion.title, state: frozen.conclusion }]]),
      new Map([[conclusion.id, { title: conclusion.title, state: current.conclusion }]]),
    ),
    ...change("RULE", findingStates(frozen), findingStates(current)),
    ...change("PARAM", paramStates(frozen), paramStates(current)),
  ];
}

interface Stated {
  readonly title: string;
  readonly state: string;
}

function findingStates({ findings }: Pick<Verdict, "findings">): ReadonlyMap<string, Stated> {
  return new Map(findings.map((each) => [each.ruleId, { title: each.title, state: each.severity }]));
}

function paramStates({ findings }: Pick<Verdict, "findings">): ReadonlyMap<string, Stated> {
  return new Map(
    findings.flatMap((finding) =>
      finding.params.map(
        (each) => [each.code, { title: each.label, state: `${each.display}（${each.from} 起）` }] as const,
      ),
    ),
  );
}
