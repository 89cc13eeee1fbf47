import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCaseSheet } from "@/lib/policy/case-sheet";
import { readCase } from "@/lib/policy/cases";
import { patchFacts } from "@/lib/policy/facts";
import { initialPolicy } from "@/lib/policy/initial-policy";
import { judge } from "@/lib/policy/judge";
import { fundRuleSets } from "@/lib/spending/rules/rule-sets";

const FOLDER = join(import.meta.dirname, "../cases");

async function forbiddenFindings() {
  const found = [];
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith(".csv"))) {
    for (const row of await readCaseSheet(file, readFileSync(join(FOLDER, file)))) {
      const read = readCase(row, fundRuleSets, initialPolicy);
      if ("problems" in read) throw new Error(read.problems.join());
      for (const finding of judge(read.ruleSet, read.policy, read.question).findings) {
        if (finding.severity === "FORBIDDEN") found.push({ name: row.cells["案例"], read, finding });
      }
    }
  }
  return found;
}

describe("怎样才能通过", () => {
  it("offers at least one concrete change for everything that is forbidden", async () => {
    const found = await forbiddenFindings();
    expect(found.length).toBeGreaterThan(40);
    expect(found.filter(({ finding }) => finding.remedies.length === 0)).toEqual([]);
  });

  it("turns the finding to 通过 when the change is mechanical and applied", async () => {
    const stillForbidden: string[] = [];
    let applied = 0;
    for (const { name, read, finding } of await forbiddenFindings()) {
      const ids = new Set(read.ruleSet.facts.map((fact) => fact.id));
      // A change of the kind of spending is made in the form, not among the facts.
      const patches = finding.remedies.flatMap(({ patch }) =>
        patch !== undefined && Object.keys(patch).every((id) => ids.has(id)) ? [patch] : [],
      );
      if (patches.length === 0) continue;
      const facts = patchFacts(read.question.facts, Object.assign({}, ...patches), read.ruleSet.facts);
      const again = judge(read.ruleSet, read.policy, { ...read.question, facts });
      const after = again.findings.find(({ ruleId }) => ruleId === finding.ruleId)?.severity ?? "PASS";
      applied += 1;
      if (after !== "PASS" && after !== "INFO") stillForbidden.push(`${name} ${finding.ruleId} ${after}`);
    }
    expect(applied).toBeGreaterThan(30);
    expect(stillForbidden).toEqual([]);
  });
});
