import { parseDate } from "@/lib/core/dates";
import type { Fact, Facts } from "@/lib/policy/facts";
import { judge, type PolicyData } from "@/lib/policy/judge";
import type { Verdict } from "@/lib/policy/verdict";
import { amountOf, budgetFacts, type Known, lineFacts, sourceRow } from "./facts/lines";
import { invoiceFacts, paperFacts } from "./facts/papers";
import { clothingFacts, partFacts, peopleFacts } from "./facts/people";
import type { ContextRow, DraftContext, Stage } from "./model";
import { spendingFacts } from "./rules/facts";
import { spendingRuleSet } from "./rules/rule-sets";
import type { Draft } from "./schema";
import { isSpendingType, type SpendingType } from "./types-of-spending";

// What a request cannot know yet: nothing has been bought, invoiced or paid.
const unknownToRequests: ReadonlySet<string> = new Set(
  ["paymentMethod", "invoiceKind", "priorBookings", "buyerName", "unitPrice", "originalFile"].concat([
    "signed",
    "itemRegister",
    "accountCode",
  ]),
);

/**
 * Judges a draft with the district's numbers; the very function behind the form and behind the command. Null while
 * the draft has no date, because rules and numbers go by the day of the spending.
 */
export function judgeDraft(
  draft: Draft,
  context: DraftContext,
  policy: PolicyData,
  stage: Stage = "ENTRY",
): Verdict | null {
  const on = parseDate(draft.occurredOn);
  if (on === null) return null;
  return judge(spendingRuleSet, policy, {
    on,
    type: isSpendingType(draft.type) ? draft.type : null,
    facts: factsOf(draft, context, { policy, stage }),
    unionId: context.unionId,
    ...(draft.kind === "REQUEST" ? { notUnderTest: unknownToRequests } : {}),
  });
}

/** Every fact of a draft, from what was typed and from what the server knows; what is not known stays unknown. */
export function factsOf(
  draft: Draft,
  context: DraftContext,
  { policy, stage }: { policy: PolicyData; stage: Stage },
): Facts {
  const known: Record<string, Facts[string]> = { stage };
  const amount = amountOf(draft);
  for (const part of [
    typedFacts(draft, amount),
    lineFacts(draft, policy),
    answerFacts(draft),
    // A list of people speaks louder than a typed number, and the server's own counts louder than both.
    peopleFacts(draft, context, askedFacts(draft.type)),
    yearFacts(context),
    budgetFacts(draft, context, amount),
    cashFacts(draft, context),
    clothingFacts(draft, context, policy),
    paperFacts(context),
    invoiceFacts(draft, context),
    partFacts(draft, context),
  ]) {
    for (const [id, value] of Object.entries(part)) if (value !== undefined) known[id] = value;
  }
  return known;
}

function typedFacts(draft: Draft, amount: bigint | null): Known {
  const festivalWord = draft.answers["festivalCode"] ?? "";
  return {
    amount: amount === null ? undefined : { value: amount, source: { field: "lines" } },
    purpose: draft.title === "" ? undefined : draft.title,
    payee: draft.payeeName === "" ? undefined : draft.payeeName,
    paymentMethod: draft.paymentMethod === "" ? undefined : draft.paymentMethod,
    festivalCode: draft.type === "FESTIVAL" ? festivalWord || draft.title || undefined : undefined,
    purchaseDate: parseDate(draft.occurredOn) ?? undefined,
    mealTotal: draft.type === "MEAL" ? (amount ?? undefined) : undefined,
    clothingTotal: draft.type === "CLOTHING" ? (amount ?? undefined) : undefined,
    linkedActivityId: draft.requestId === "" ? undefined : draft.requestId,
  };
}

const spendingFactsById: ReadonlyMap<string, Fact> = new Map(
  Object.values(spendingFacts).map((fact): [string, Fact] => [fact.id, fact]),
);

// The portal counts these itself; what a form says about them is not heard.
const countedByServer: ReadonlySet<string> = new Set(
  [
    "ytdFestival",
    "draftFestival",
    "approvedBudgetIncome",
    "members",
    "nonMembers",
    "budgetLineAvailable",
  ].concat(
    [
      "listedPeople",
      "otherCounts",
      "cashPaymentsIn7Days",
      "priorBookings",
      "unionName",
      "unionTaxNo",
      "attachmentsChecklist",
      "originalFile",
    ],
    [
      "applicantId",
      "witnessId",
      "approverId",
      "bookkeeperId",
      "cashierId",
      "stage",
      "amount",
      "meetingMinuteId",
    ],
  ),
);

function answerFacts(draft: Draft): Known {
  const known: Known = {};
  for (const [id, text] of Object.entries(draft.answers)) {
    const fact = spendingFactsById.get(id);
    if (fact === undefined || countedByServer.has(id) || text.trim() === "") continue;
    const value = fact.parse(text.trim());
    if (value !== null) known[id] = { value, source: { field: `answers.${id}` } };
  }
  return known;
}

function yearFacts(context: DraftContext): Known {
  const { festival, budgetIncome, memberCount } = context;
  return {
    ytdFestival: festival === null ? undefined : withRows(festival.usedFen, festival.rows),
    draftFestival: festival === null ? undefined : withRows(festival.draftFen, festival.drafts),
    approvedBudgetIncome: budgetIncome === null ? undefined : withRows(budgetIncome.fen, [budgetIncome.row]),
    members: memberCount === null ? undefined : BigInt(memberCount),
    unionName: context.unionName,
    unionTaxNo: context.unionTaxNo ?? undefined,
  };
}

function withRows(fen: string, rows: readonly ContextRow[]): Facts[string] {
  return { value: BigInt(fen), source: { rows: rows.map(sourceRow) } };
}

function cashFacts(draft: Draft, context: DraftContext): Known {
  if (draft.payeeName === "" || context.on === null) return {};
  const same = context.cash.filter((each) => each.payeeName === draft.payeeName.trim()).map(({ row }) => row);
  const total = same.reduce((sum, row) => sum + BigInt(row.amountFen), 0n);
  return { cashPaymentsIn7Days: { value: total, source: { rows: same.map(sourceRow) } } };
}

const care = [spendingFacts.instrument, spendingFacts.recipients, spendingFacts.signed] as const;
const { participants, hasPrize, winners } = spendingFacts;
const lecture = [
  ...[spendingFacts.lecturerRank, spendingFacts.hours],
  ...[spendingFacts.halfDays, spendingFacts.feeAfterTax],
];

const asked: Readonly<Partial<Record<SpendingType, readonly Fact[]>>> = {
  ARTS_SPORTS: [participants, spendingFacts.awardTotal, hasPrize, winners, ...care],
  GALA: [participants, spendingFacts.awardTotal, ...care],
  LABOR_CONTEST: [participants, hasPrize, winners],
  CLOTHING: [
    ...[spendingFacts.activityKind, spendingFacts.wearers, spendingFacts.contestants],
    ...[spendingFacts.lastPurchaseDate, spendingFacts.itemRegister],
  ],
  MEAL: [spendingFacts.persons, spendingFacts.meals, spendingFacts.days],
  EDU: lecture,
  CADRE_TRAIN: lecture,
  FESTIVAL: [spendingFacts.festivalCode, spendingFacts.perPersonValues, ...care],
  BIRTHDAY: [spendingFacts.amountPerPerson, spendingFacts.ytdBirthdayCount, ...care],
  MARRIAGE: care,
  BIRTH: care,
  HOSPITAL: care,
  DEATH: care,
  RETIRE: care,
  FILM_SHOW: [spendingFacts.instrument],
  PARK_PASS: [spendingFacts.instrument],
  CONSUME_COUPON: [spendingFacts.instrument],
  HARDSHIP: [spendingFacts.instrument],
  WARMTH: [spendingFacts.instrument],
};

/** The facts a form asks for by kind of spending, each a cell that `parse` reads; kept in `draft.answers`. */
export function askedFacts(type: string): readonly Fact[] {
  return isSpendingType(type) ? (asked[type] ?? []) : [];
}

const wholeAmount: ReadonlySet<string> = new Set(["amount", "mealTotal", "clothingTotal"]);

/** Does what a remedy proposes: sets the cells it names in the draft. The draft itself is not changed. */
export function applyPatch(draft: Draft, patch: Readonly<Record<string, string>>): Draft {
  let next = draft;
  for (const [id, text] of Object.entries(patch)) next = applyCell(next, id, text);
  return next;
}

function applyCell(draft: Draft, id: string, text: string): Draft {
  const [first, ...rest] = draft.lines;
  if (id === "expenseType") return { ...draft, type: text };
  if (id === "purchaseDate") return { ...draft, occurredOn: text };
  if (id === "paymentMethod") {
    return { ...draft, paymentMethod: spendingFacts.paymentMethod.parse(text) ?? draft.paymentMethod };
  }
  if (id === "accountCode") {
    return { ...draft, lines: draft.lines.map((line) => ({ ...line, accountCode: text })) };
  }
  if (id === "itemNames") {
    const kept = spendingFacts.itemNames.parse(text) ?? [];
    return { ...draft, lines: draft.lines.filter((line) => kept.includes(line.name.trim())) };
  }
  if (id === "hasItemList") {
    return { ...draft, invoices: draft.invoices.map((invoice) => ({ ...invoice, hasItemList: true })) };
  }
  // Only one line can take a new total by itself; with several the claimant decides which.
  if (wholeAmount.has(id)) {
    return first === undefined || rest.length > 0
      ? draft
      : { ...draft, lines: [{ ...first, amount: text, quantity: "", unitPrice: "" }] };
  }
  return { ...draft, answers: { ...draft.answers, [id]: text } };
}
