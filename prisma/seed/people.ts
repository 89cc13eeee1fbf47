import type { Client } from "pg";
import type { Role } from "@/generated/prisma/enums";
import { addDays } from "@/lib/core/dates";
import { idCheckCharacter, pinyinInitials } from "@/lib/core/identity";
import { demoPassword } from "@/lib/server/demo-accounts";
import { blindIndex, encryptField } from "@/lib/server/field-crypto";
import { hashPassword } from "@/lib/server/password";
import { roleLabels } from "@/lib/server/permissions";
import { seedUnionId, seedUnions, storyDay } from "./world";

type SeedOfficer = {
  login: string;
  name: string;
  /** The union whose member this officer is; null for staff of the district and of the agency. */
  memberOf: string | null;
  roles: readonly (readonly [Role, string])[];
};

const district = "示范区总工会";
const hospital = "区医院工会";
const maternity = "妇幼保健院工会";
const school = "第一小学工会";
const market = "便民超市工会";

function staff(login: string, name: string, role: Role, union = district): SeedOfficer {
  return { login, name, memberOf: null, roles: [[role, union]] };
}

function member(login: string, name: string, union: string, ...roles: Role[]): SeedOfficer {
  return { login, name, memberOf: union, roles: roles.map((role) => [role, union] as const) };
}

/** Everybody of the demo district who signs in; one account for each role, every name invented. */
export const seedOfficers: readonly SeedOfficer[] = [
  staff("xitong", "安启明", "SYSTEM_ADMIN"),
  staff("anquan", "鲍守正", "SECURITY_ADMIN"),
  staff("rizhi", "常思清", "LOG_AUDITOR"),
  staff("lingdao", "段维民", "DISTRICT_LEADER"),
  staff("qucaiwu", "樊如意", "DISTRICT_FINANCE"),
  staff("qujingshen", "顾明镜", "DISTRICT_FUND_REVIEW"),
  staff("fuwu", "郝暖心", "SERVICE_CENTER"),
  staff("laomo", "贾勤先", "MODEL_OFFICER"),
  staff("zuxuan", "柯文传", "ORG_TRAIN"),

  staff("jiaoyu", "梁树人", "DIRECT_ADMIN", "教育工会"),
  staff("weijian", "莫康宁", "DIRECT_ADMIN", "卫健委工会"),
  staff("wjzhuxi", "倪长青", "CHAIR", "卫健委工会"),
  staff("hebin", "潘河清", "DIRECT_ADMIN", "河滨街道总工会"),
  staff("kaifa", "齐开来", "DIRECT_ADMIN", "开发区工会"),

  member("jingban", "任晓雨", hospital, "CLAIMANT"),
  member("zhengming", "施见证", hospital, "WITNESS"),
  // 代理记账: one bookkeeper of an agency keeps the books of two unions.
  {
    ...{ login: "kuaiji", name: "陶细账", memberOf: null },
    roles: [
      ["BOOKKEEPER", hospital],
      ["BOOKKEEPER", maternity],
    ],
  },
  member("jihe", "万复核", hospital, "CHECKER"),
  member("chuna", "温持衡", hospital, "CASHIER"),
  member("zhuxi", "辛为公", hospital, "CHAIR"),
  member("fuzhuxi", "严助理", hospital, "DEPUTY_CHAIR"),
  member("weiyuan", "叶同商", hospital, "COMMITTEE"),
  member("jingshen", "尹明察", hospital, "FUND_REVIEWER"),
  member("dangan", "余存真", hospital, "ARCHIVIST"),
  member("fenhui", "岳小组", hospital, "BRANCH_CHAIR"),
  member("bangfu", "章送暖", hospital, "WELFARE_OFFICER"),
  member("danwei", "祝家和", hospital, "UNIT_ADMIN"),

  member("fyjingban", "白雅静", maternity, "CLAIMANT", "UNIT_ADMIN"),
  member("fyjihe", "毕校对", maternity, "CHECKER"),
  member("fychuna", "程守信", maternity, "CASHIER"),
  member("fyzhuxi", "丁慈航", maternity, "CHAIR"),

  member("xxjingban", "方小满", school, "CLAIMANT", "UNIT_ADMIN"),
  member("xxzhengming", "高望远", school, "WITNESS"),
  member("xxkuaiji", "何清算", school, "BOOKKEEPER"),
  member("xxjihe", "江细看", school, "CHECKER"),
  member("xxchuna", "金守库", school, "CASHIER"),
  member("xxzhuxi", "雷大同", school, "CHAIR"),
  member("xxfuzhuxi", "林和声", school, "DEPUTY_CHAIR"),
  member("xxjingshen", "罗公正", school, "FUND_REVIEWER"),

  member("csjingban", "马便民", market, "CLAIMANT", "UNIT_ADMIN"),
  member("cschuna", "孟进宝", market, "CASHIER"),
  member("cszhuxi", "牛兴业", market, "CHAIR"),
  {
    ...{ login: "jizhang", name: "庞汇总", memberOf: null },
    roles: [
      ["BOOKKEEPER", market],
      ["BOOKKEEPER", "河滨社区联合工会"],
      ["BOOKKEEPER", "河滨街道综合服务中心工会"],
    ],
  },
];

const surnames = [
  ..."曹邓董杜傅龚韩侯胡黄姜孔黎廖刘陆吕毛彭邱石宋苏谭汤唐田汪魏吴萧谢徐许薛杨姚于袁曾翟钟邹",
];
const givenNames = [
  ...["丹青", "海燕", "立春", "秋实", "建业", "春晖", "雪梅", "志远", "玉兰", "振华", "晓光", "淑贤", "向阳"],
  ...["文静", "国栋", "丽萍", "长河", "桂芳", "思源", "兰芝", "永康", "凤霞", "泽安", "小雅", "学勤"],
];

type SeedWorker = {
  name: string;
  unionId: number;
  idNo: string;
  mobile: string;
  cardNo: string;
  joined: string;
};

/** The day on which a generated worker was born: spread over the working ages, never a real person's papers. */
function idNumberOf(index: number): string {
  const year = 1968 + ((index * 7) % 36);
  const month = 1 + ((index * 5) % 12);
  const day = 1 + ((index * 11) % 28);
  const sequence = String(index % 11).padStart(3, "0");
  const seventeen = `110109${year}${String(month).padStart(2, "0")}${String(day).padStart(2, "0")}${sequence}`;
  return seventeen + idCheckCharacter(seventeen);
}

function cardNumberOf(index: number): string {
  const body = `621000000002${String(index + 1).padStart(4, "0")}`;
  const sum = [...body].reverse().reduce((total, digit, position) => {
    const doubled = Number(digit) * (position % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

/** The workers of the demo district: the officers of each union first, then generated members up to its number. */
export function seedWorkers(): SeedWorker[] {
  const workers: SeedWorker[] = [];
  for (const [position, union] of seedUnions.entries()) {
    const officers = seedOfficers.filter((officer) => officer.memberOf === union.name);
    for (let count = 0; count < union.members; count += 1) {
      const index = workers.length;
      const surname = surnames[(index * 5) % surnames.length] ?? "";
      const given = givenNames[(index * 3 + Math.floor(index / surnames.length)) % givenNames.length] ?? "";
      workers.push({
        name: officers[count]?.name ?? surname + given,
        unionId: position + 1,
        idNo: idNumberOf(index),
        mobile: `1390010${String(index + 1).padStart(4, "0")}`,
        cardNo: cardNumberOf(index),
        joined: addDays("2015-03-01", (index * 13) % 3_000),
      });
    }
  }
  return workers;
}

/** Writes persons, workers with their memberships, accounts and roles by the owner's connection. */
export async function seedPeople(owner: Client): Promise<void> {
  const workers = seedWorkers();
  await insertWorkers(owner, workers);
  const withoutFile = seedOfficers.filter((officer) => officer.memberOf === null);
  await owner.query("insert into person (name) select unnest($1::text[])", [
    withoutFile.map((officer) => officer.name),
  ]);
  const hashes = await Promise.all(seedOfficers.map(() => hashPassword(demoPassword)));
  await owner.query(
    `insert into account (login, person_id, status, password_hash, password_changed_at)
     select login, (select id from person where name = officer_name order by id limit 1), 'ACTIVE', hash, $4::date
     from unnest($1::text[], $2::text[], $3::text[]) as given(login, officer_name, hash)`,
    [seedOfficers.map(({ login }) => login), seedOfficers.map(({ name }) => name), hashes, storyDay],
  );
  const grants = seedOfficers.flatMap(({ login, roles }) =>
    roles.map(([role, union]) => ({ login, role, union })),
  );
  await owner.query(
    `insert into role_grant (person_id, union_id, role, starts_on, reason)
     select (select person_id from account a where a.login = given.login), union_id, given.role::role, $4, '演示岗位'
     from unnest($1::text[], $2::int[], $3::text[]) as given(login, union_id, role)`,
    [
      grants.map(({ login }) => login),
      grants.map(({ union }) => seedUnionId(union)),
      grants.map(({ role }) => role),
      storyDay,
    ],
  );
}

async function insertWorkers(owner: Client, workers: readonly SeedWorker[]): Promise<void> {
  const persons = await owner.query<{ id: string }>(
    "insert into person (name, id_hash) select * from unnest($1::text[], $2::text[]) returning id",
    [workers.map(({ name }) => name), workers.map(({ idNo }) => blindIndex("person.id_no", idNo))],
  );
  const ids = await owner.query<{ id: string }>(
    "select nextval('worker_id_seq')::text id from generate_series(1, $1)",
    [workers.length],
  );
  const rows = workers.map((worker, index) => {
    const rowId = BigInt(ids.rows[index]?.id ?? 0);
    const seal = (column: string, text: string) => encryptField({ table: "worker", column, rowId }, text);
    const { idNo, mobile, cardNo, name, unionId } = worker;
    return {
      ...{ id: rowId.toString(), person_id: persons.rows[index]?.id, union_id: unionId, name },
      ...{ name_pinyin: name, name_initials: pinyinInitials(name), id_type: "ID_CARD" },
      ...{ id_no_cipher: seal("id_no", idNo), id_no_last4: idNo.slice(-4), id_no_raw15: false },
      gender: Number(idNo[16]) % 2 === 1 ? "男" : "女",
      birth_date: `${idNo.slice(6, 10)}-${idNo.slice(10, 12)}-${idNo.slice(12, 14)}`,
      ...{ mobile_cipher: seal("mobile", mobile), mobile_last4: mobile.slice(-4) },
      mobile_hash: blindIndex("worker.mobile", mobile),
      ...{ card_cipher: seal("card_no", cardNo), card_last4: cardNo.slice(-4) },
      card_hash: blindIndex("worker.card_no", cardNo),
      ...{ card_status: "ACTIVE", employment_status: "ON_DUTY", version: 1, created_at: storyDay },
    };
  });
  await owner.query("insert into worker select * from jsonb_populate_recordset(null::worker, $1::jsonb)", [
    JSON.stringify(rows),
  ]);
  await owner.query(
    `insert into membership (worker_id, union_id, starts_on, reason, source)
     select * from unnest($1::bigint[], $2::int[], $3::date[], array_fill('入会'::text, array[$4::int]),
                          array_fill('演示数据'::text, array[$4::int]))`,
    [
      rows.map(({ id }) => id),
      rows.map(({ union_id }) => union_id),
      workers.map(({ joined }) => joined),
      rows.length,
    ],
  );
}

/** The account table that a start prints: login, role, union and the common demo password. */
export function seedAccountTable(): {
  login: string;
  name: string;
  role: string;
  union: string;
  password: string;
}[] {
  return seedOfficers.map(({ login, name, roles }) => ({
    login,
    name,
    role: [...new Set(roles.map(([role]) => roleLabels[role]))].join("、"),
    union: [...new Set(roles.map(([, union]) => union))].join("、"),
    password: demoPassword,
  }));
}
