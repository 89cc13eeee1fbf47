import { Card } from "@/components/page/card";
import { PlainTable } from "@/components/page/plain-table";
import { rulebooks } from "@/lib/policies/rules/rulebooks";

/** The columns a case file may have, by rulebook. */
export function FactList() {
  return (
    <Card flush title="可用的列名">
      {rulebooks.map((ruleSet) => (
        <details className="border-b border-line last:border-0" key={ruleSet.id}>
          <summary className="px-4.5 py-2.5 text-act hover:underline">
            {ruleSet.label}（{ruleSet.facts.length}列）
          </summary>
          <PlainTable
            caption={`${ruleSet.label}的列名`}
            columns={[
              { key: "label", label: "列名" },
              { key: "hint", label: "写法" },
              { key: "aliases", label: "也可写作" },
            ]}
            rows={ruleSet.facts.map((fact) => ({
              key: fact.id,
              cells: [fact.label, fact.hint || "—", fact.aliases.join("、") || "—"],
            }))}
            titleKey="label"
          />
        </details>
      ))}
    </Card>
  );
}
