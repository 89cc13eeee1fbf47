import { type Check, check } from "@/lib/policy/rule";
import { spendingFacts as facts } from "@/lib/spending/rules/facts";

const { listedPeople, otherCounts } = facts;
const typedCounts = [facts.recipients, facts.participants, facts.wearers, facts.persons] as const;

/**
 * A typed number of people that differs from the chosen list: rules reckon with the list, somebody has to say why.
 * One rule of each kind of spending asks it; `types` are those the rule asks it for.
 */
export function sameAsList(types: readonly string[]): Check {
  return check({
    needs: {},
    uses: { listedPeople, otherCounts },
    judge(known, { type }) {
      if (known.listedPeople === undefined || known.otherCounts === undefined) return null;
      if (type === null || !types.includes(type) || known.otherCounts.length === 0) return null;
      const other = typedCounts.filter(({ label }) =>
        known.otherCounts?.some((text) => text.startsWith(label)),
      );
      const patch = Object.fromEntries(other.map(({ id }) => [id, `${known.listedPeople}`]));
      return {
        severity: "APPROVAL",
        message: `${known.otherCounts.join("、")}与名单${listedPeople.display(known.listedPeople)}不一致，请改正或说明`,
        remedies: [{ text: `按名单${listedPeople.display(known.listedPeople)}填写，或补正名单`, patch }],
      };
    },
  });
}
