import type { Client } from "pg";
import { rulesOn } from "@/lib/policies/rules/rulebooks";
import { surveyRulings } from "@/lib/policies/rules/survey-rulings";
import { initialLists } from "@/lib/policy/initial-lists";
import { initialParams } from "@/lib/policy/initial-params";
import { instruments } from "@/lib/policy/instruments";
import { paramToJson } from "@/lib/policy/params";

/**
 * Loads the first numbers, words and rulings by the owner's connection, in every installation and not for the demo
 * alone. What is there stays as it is, so it may run at each start; answers how many rows were new.
 */
export async function seedPolicies(
  owner: Client,
): Promise<{ params: number; words: number; rulings: number }> {
  return {
    params: await load(owner, loadParams, initialParams.map(paramToJson)),
    words: await load(owner, loadWords, initialLists),
    rulings: await load(owner, loadRulings, surveyRulings.map(rulingRow)),
  };
}

async function load(owner: Client, sql: string, rows: readonly unknown[]): Promise<number> {
  return (await owner.query(sql, [JSON.stringify(rows)])).rowCount ?? 0;
}

function rulingRow({ instrument, question, answer }: (typeof surveyRulings)[number]) {
  const { docNo, from, to, issuer } = instruments[instrument];
  const ruleIds = rulesOn(instrument).map((rule) => rule.id);
  return { number: docNo, question, answer, ruleIds, from, to, confirmedBy: issuer };
}

// A row that meets the same version, or days on which the district already has another, is left out.
const loadParams = `
  insert into policy_param (code, label, value, divisor, unit, unit_label, scope, starts_on, ends_on, document, status)
  select code, label, value, divisor, unit, "unitLabel", scope::param_scope, "from", "to", document, status::param_status
  from jsonb_to_recordset($1::jsonb) as row(code text, label text, value bigint, divisor bigint, unit text,
    "unitLabel" text, scope text, "from" date, "to" date, document text, status text)
  on conflict do nothing`;

const loadWords = `
  insert into policy_list_entry (list, word, except_words, word_group, severity, starts_on, ends_on, instrument)
  select list, word, array(select jsonb_array_elements_text(row.except)), "group", severity, "from", "to", instrument
  from jsonb_to_recordset($1::jsonb) as row(list text, word text, "except" jsonb, "group" text, severity text,
    "from" date, "to" date, instrument text)
  on conflict do nothing`;

const loadRulings = `
  insert into ruling (number, question, answer, rule_ids, starts_on, ends_on, confirmed_by)
  select number, question, answer, array(select jsonb_array_elements_text(row."ruleIds")), "from", "to", "confirmedBy"
  from jsonb_to_recordset($1::jsonb) as row(number text, question text, answer text, "ruleIds" jsonb,
    "from" date, "to" date, "confirmedBy" text)
  on conflict do nothing`;
