import type { Sample } from "./samples";
import { canary, known, type World } from "./world";

let made = 0;

/** A common number nobody has confirmed yet. */
async function paramId(world: World): Promise<string> {
  made += 1;
  const { rows } = await world.owner.query<{ id: string }>(
    `insert into policy_param (code, label, value, unit, scope, starts_on, document, status)
     values ($1, '测试标准', 100, 'fen', 'DISTRICT', '2026-01-01', '测试文件', 'TO_CONFIRM') returning id::text`,
    [`WALL_TEST_${made}`],
  );
  return known(rows[0]).id;
}

/** A code of a number that each union sets for itself. */
async function ownableCode(world: World): Promise<string> {
  made += 1;
  const code = `WALL_OWN_${made}`;
  await world.owner.query(
    `insert into policy_param (code, label, value, unit, scope, starts_on, document, status)
     values ($1, '本单位测试标准', 100, 'fen', 'UNION', '2026-01-01', '测试文件', 'TO_CONFIRM')`,
    [code],
  );
  return code;
}

function word() {
  made += 1;
  return {
    list: "BANNED_GOODS",
    word: `测试词${made}`,
    group: "GOODS",
    severity: "WARN",
    from: "2026-01-01",
    instrument,
  };
}

const instrument = "trade-union-law";

async function entryId(world: World): Promise<string> {
  const { list, word: text, group } = word();
  const { rows } = await world.owner.query<{ id: string }>(
    `insert into policy_list_entry (list, word, word_group, severity, starts_on, instrument)
     values ($1, $2, $3, 'WARN', '2026-01-01', $4) returning id::text`,
    [list, text, group, instrument],
  );
  return known(rows[0]).id;
}

async function rulingId(world: World): Promise<string> {
  made += 1;
  const { rows } = await world.owner.query<{ id: string }>(
    `insert into ruling (number, question, answer, rule_ids, starts_on, confirmed_by)
     values ($1, '测试问题', '测试答复', '{F01}', '2026-01-01', '测试部门') returning id::text`,
    [`墙试-${made}`],
  );
  return known(rows[0]).id;
}

/** Samples of the policy module; numbers, words and rulings are common to the whole district. */
export const policySamples: Record<string, Sample> = {
  "policies.confirmParam": {
    input: async (world) => ({ paramId: await paramId(world), basis: "会议纪要" }),
  },
  "policies.supersedeParam": {
    input: async (world) => ({
      ...{
        paramId: await paramId(world),
        from: "2026-11-01",
        value: "2",
        document: "新文件",
        status: "TO_CONFIRM",
      },
    }),
  },
  "policies.setOwnParam": {
    input: async (world, unionId) => ({
      ...{ unionId, code: await ownableCode(world), from: "2026-02-01", value: "2" },
      document: `${canary(unionId)}会议纪要`,
    }),
  },
  "policies.addListEntry": { input: () => word() },
  "policies.endListEntry": { input: async (world) => ({ entryId: await entryId(world), to: "2026-12-31" }) },
  "policies.registerRuling": {
    input: () => {
      made += 1;
      return {
        ...{ number: `墙登-${made}`, question: "能不能买", answer: "可以购买", ruleIds: ["F01"] },
        ...{ from: "2026-01-01", confirmedBy: "区总财务部" },
      };
    },
  },
  "policies.getPolicyData": { input: (_world, unionId) => ({ unionId }) },
  "policies.listOwnParams": { input: (_world, unionId) => ({ unionId }) },
  "policies.getRuling": {
    input: async (world) => ({ id: await rulingId(world) }),
    about: "COMMON",
    shared: { id: "答复单是全区共用的" },
  },
  "policies.listParams": { input: () => ({}), about: "COMMON" },
  "policies.listRulings": {
    input: () => ({}),
    about: "COMMON",
    leftOut: { ruleId: "规则编号，全区共用" },
  },
  "policies.listWords": { input: () => ({}), about: "COMMON" },
  "policies.listCaught": { input: () => ({ ruleId: "F01", year: "2026" }), about: "COMMON" },
  "policies.listRelied": { input: () => ({ number: "墙试-1" }), about: "COMMON" },
};
