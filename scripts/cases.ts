import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { readCaseSheet } from "@/lib/policy/case-sheet";
import { runCases } from "@/lib/policy/cases";
import { initialPolicy } from "@/lib/policy/initial-policy";
import type { RuleSet } from "@/lib/policy/rule";
import { fundRuleSets } from "@/lib/spending/rules/rule-sets";

const ruleSets: readonly RuleSet[] = [...fundRuleSets];
const OWN_CASES = "tests/cases";

/** Prints every fact once with the rulebooks that speak of it. */
function printFacts(): void {
  const setsOfFact = new Map<string, string[]>();
  for (const { id, facts } of ruleSets) {
    for (const fact of facts) setsOfFact.set(fact.id, [...(setsOfFact.get(fact.id) ?? []), id]);
  }
  const facts = new Map(ruleSets.flatMap((ruleSet) => ruleSet.facts.map((fact) => [fact.id, fact] as const)));
  for (const fact of facts.values()) {
    console.log(
      [fact.id, fact.label, fact.unit, fact.hint, (setsOfFact.get(fact.id) ?? []).join(" ")].join("\t"),
    );
  }
}

async function runFiles(files: readonly string[]): Promise<void> {
  let passed = 0;
  let failed = 0;
  for (const file of files) {
    const rows = await readCaseSheet(file, readFileSync(file));
    for (const { line, name, differences } of runCases(rows, ruleSets, initialPolicy)) {
      if (differences.length === 0) {
        passed += 1;
        continue;
      }
      failed += 1;
      for (const difference of differences) console.log(`${basename(file)}:${line} ${name} ${difference}`);
    }
  }
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}

function ownCaseFiles(): string[] {
  return readdirSync(OWN_CASES)
    .filter((name) => /\.(csv|xlsx)$/u.test(name))
    .sort()
    .map((name) => join(OWN_CASES, name));
}

const args = process.argv.slice(2);
if (args.includes("--facts")) printFacts();
else await runFiles(args.length > 0 ? args : ownCaseFiles());
