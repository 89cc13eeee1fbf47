import { addYears, parseDate } from "@/lib/core/dates";
import { parseYuan } from "@/lib/core/money";
import { type Fact, NEVER } from "@/lib/policy/facts";
import type { PolicyData } from "@/lib/policy/judge";
import { paramOn } from "@/lib/policy/params";
import type { DraftContext } from "../model";
import { spendingFacts } from "../rules/facts";
import type { Draft } from "../schema";
import type { Known } from "./lines";

/** What the list of people says: how many, what each gets, who is no member, who had a birthday gift already. */
export function peopleFacts(draft: Draft, context: DraftContext, asked: readonly Fact[] = []): Known {
  if (draft.people.length === 0) return {};
  const count = BigInt(draft.people.length);
  const amounts = draft.people.map((person) => parseYuan(person.amount)).filter((amount) => amount !== null);
  const isComplete = amounts.length === draft.people.length;
  const found = draft.people.map(({ workerId }) => context.people.find((each) => each.workerId === workerId));
  const strangers = found.every((each) => each !== undefined)
    ? BigInt(found.filter((each) => !each.isMember).length)
    : undefined;
  const births = found.every((each) => each !== undefined)
    ? found.reduce((most, each) => Math.max(most, each.birthdayCount), 0)
    : undefined;
  const isAward = draft.type === "ARTS_SPORTS" || draft.type === "GALA";
  return {
    listedPeople: count,
    otherCounts: otherCounts(draft, asked),
    recipients: count,
    participants: count,
    wearers: draft.type === "CLOTHING" ? count : undefined,
    persons: draft.type === "MEAL" ? count : undefined,
    signed: draft.people.some((person) => person.isSigned)
      ? BigInt(draft.people.filter((person) => person.isSigned).length)
      : undefined,
    nonMembers: strangers,
    perPersonAmounts: isAward && isComplete ? amounts : undefined,
    perPersonValues: draft.type === "FESTIVAL" && isComplete ? amounts : undefined,
    amountPerPerson: isComplete ? amounts.toSorted((a, b) => (a < b ? 1 : -1))[0] : undefined,
    ytdBirthdayCount: births === undefined ? undefined : BigInt(births),
  };
}

const counted = [
  ...[spendingFacts.recipients, spendingFacts.participants],
  ...[spendingFacts.wearers, spendingFacts.persons],
] as const;

/** The numbers of people a form asks for that were typed otherwise than the list has them. */
function otherCounts(draft: Draft, asked: readonly Fact[]): string[] {
  return counted.flatMap((fact) => {
    const typed = fact.parse((draft.answers[fact.id] ?? "").trim());
    const isHeard = asked.some(({ id }) => id === fact.id);
    const isOther = typed !== null && typed !== BigInt(draft.people.length);
    return isHeard && isOther ? [`${fact.label}${fact.display(typed)}`] : [];
  });
}

/** Last purchase by person (F04): the latest one of the list, with the names whose interval is not over. */
export function clothingFacts(draft: Draft, context: DraftContext, policy: PolicyData): Known {
  const on = parseDate(draft.occurredOn);
  if (draft.type !== "CLOTHING" || on === null || draft.people.length === 0) return {};
  const found = draft.people.map(({ workerId }) => context.people.find((each) => each.workerId === workerId));
  if (!found.every((each) => each !== undefined)) return {};
  const dated = found.flatMap((each) =>
    each.lastClothingOn === null ? [] : [{ name: each.name, on: each.lastClothingOn }],
  );
  const typed = spendingFacts.lastPurchaseDate.parse((draft.answers["lastPurchaseDate"] ?? "").trim());
  const latest = [...dated.map((each) => each.on), ...(typed === null || typed === NEVER ? [] : [typed])]
    .toSorted()
    .at(-1);
  if (latest === undefined) {
    return { lastPurchaseDate: context.isClothingKnown ? NEVER : (typed ?? undefined) };
  }
  const years = paramOn(policy.params, "P_CLOTHING_YEARS", on, context.unionId)?.value;
  const tooSoon = dated.filter((each) => years != null && on < addYears(each.on, Number(years)));
  const isUnsure = dated.length < found.length && !context.isClothingKnown && typed === null;
  // Those without a row might have bought too; a purchase that is too recent decides all the same.
  if (isUnsure && tooSoon.length === 0) return { lastPurchaseDate: undefined };
  return {
    lastPurchaseDate: latest,
    lastPurchaseNames: tooSoon.length === 0 ? undefined : tooSoon.map((each) => each.name),
  };
}

/** The persons by name for F23; two of one name are told apart, so that equal text means one person. */
export function partFacts(draft: Draft, context: DraftContext): Known {
  const ids: Record<string, string | null> = {
    applicantId: draft.claimantId,
    witnessId: draft.witnessId,
    bookkeeperId: context.parts.reviewerId,
    approverId: context.parts.approverId,
    cashierId: context.parts.cashierId,
  };
  const namesakes = (id: string) =>
    Object.entries(context.personNames).some(
      ([other, name]) => other !== id && name === context.personNames[id],
    );
  const known: Known = {};
  for (const [part, id] of Object.entries(ids)) {
    if (id === null || id === "") continue;
    const name = context.personNames[id] ?? `人员${id}`;
    known[part] = namesakes(id) ? `${name}（${id}）` : name;
  }
  return known;
}
