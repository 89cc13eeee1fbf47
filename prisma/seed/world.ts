import type { Client } from "pg";
import { creditCheckCharacter } from "@/lib/core/identity";
import { maskCard } from "@/lib/core/masks";
import { encryptField } from "@/lib/server/field-crypto";

/** The day on which the demo district's story starts; every seeded date is reckoned from it. */
export const storyDay = "2026-01-01";

type Level = "DISTRICT" | "DIRECT" | "GRASSROOTS";

type SeedUnion = {
  name: string;
  parent: string | null;
  kind: string;
  /** Members registered by the seed. */
  members: number;
  booksIn?: "CENTRAL_FINANCE" | "OTHER";
  booksKeptBy?: "AGENCY" | "PARENT" | "DISTRICT_STATION";
};

const district = "示范区总工会";
const publicBody = "机关事业单位工会";
const company = "企业工会";

/** The demo district, in the order of the unions' ids (1 is the district itself). */
export const seedUnions: readonly SeedUnion[] = [
  { name: district, parent: null, kind: "地方总工会", members: 0 },
  { name: "教育工会", parent: district, kind: publicBody, members: 0 },
  { name: "卫健委工会", parent: district, kind: publicBody, members: 0 },
  { name: "河滨街道总工会", parent: district, kind: "街道总工会", members: 0 },
  { name: "开发区工会", parent: district, kind: "开发区工会", members: 0 },
  { name: "第一小学工会", parent: "教育工会", kind: publicBody, members: 32 },
  {
    ...{ name: "第二小学工会", parent: "教育工会", kind: publicBody, members: 14 },
    booksIn: "CENTRAL_FINANCE",
  },
  { name: "第三小学工会", parent: "教育工会", kind: publicBody, members: 12, booksKeptBy: "PARENT" },
  { name: "幼儿园工会", parent: "教育工会", kind: publicBody, members: 10, booksKeptBy: "PARENT" },
  { name: "区医院工会", parent: "卫健委工会", kind: publicBody, members: 120, booksKeptBy: "AGENCY" },
  { name: "妇幼保健院工会", parent: "卫健委工会", kind: publicBody, members: 26, booksKeptBy: "AGENCY" },
  { name: "中医医院工会", parent: "卫健委工会", kind: publicBody, members: 16 },
  { name: "疾控中心工会", parent: "卫健委工会", kind: publicBody, members: 8 },
  { name: "急救中心工会", parent: "卫健委工会", kind: publicBody, members: 8 },
  { name: "卫生监督所工会", parent: "卫健委工会", kind: publicBody, members: 5 },
  { name: "河滨社区卫生服务中心工会", parent: "卫健委工会", kind: publicBody, members: 7 },
  { name: "北山社区卫生服务中心工会", parent: "卫健委工会", kind: publicBody, members: 6 },
  {
    ...{ name: "河滨街道综合服务中心工会", parent: "河滨街道总工会", kind: publicBody, members: 12 },
    booksKeptBy: "DISTRICT_STATION",
  },
  {
    ...{ name: "河滨社区联合工会", parent: "河滨街道总工会", kind: "联合工会", members: 4 },
    booksKeptBy: "DISTRICT_STATION",
  },
  {
    ...{ name: "便民超市工会", parent: "河滨社区联合工会", kind: company, members: 3 },
    booksKeptBy: "DISTRICT_STATION",
  },
  { name: "开发区机电公司工会", parent: "开发区工会", kind: company, members: 17, booksIn: "OTHER" },
];

/** The id of a seeded union by its name; throws for a name that is not in the demo district. */
export function seedUnionId(name: string): number {
  const index = seedUnions.findIndex((union) => union.name === name);
  if (index < 0) throw new Error(`no seeded union ${name}`);
  return index + 1;
}

function pathOf(name: string): number[] {
  const union = seedUnions[seedUnionId(name) - 1];
  return [...(union?.parent ? pathOf(union.parent) : []), seedUnionId(name)];
}

function levelOf(path: readonly number[]): Level {
  return path.length === 1 ? "DISTRICT" : path.length === 2 ? "DIRECT" : "GRASSROOTS";
}

function creditCodeOf(id: number): string {
  // 区医院工会 has the number that the papers of the demo district quote.
  const serial = id === seedUnionId("区医院工会") ? "0012345" : String(13_000 + id).padStart(7, "0");
  const seventeen = `81110109MC${serial}`;
  return seventeen + creditCheckCharacter(seventeen);
}

/** Writes the unions of the demo district by the owner's connection. */
export async function seedWorld(owner: Client): Promise<void> {
  for (const [index, union] of seedUnions.entries()) {
    const id = index + 1;
    const path = pathOf(union.name);
    const account = `0200${String(1_000_000_000 + id * 7_919).padStart(15, "0")}`;
    const cell = { table: "trade_union", column: "bank_account", rowId: id };
    await owner.query(
      `insert into trade_union (id, parent_id, path, level, name, credit_code, kind, books_in, books_kept_by,
         bank_name, bank_account_cipher, bank_account_last4, founded_on)
       values ($1, $2, $3, $4::union_level, $5, $6, $7, $8::books_in, $9::books_kept_by, $10, $11, $12, $13)`,
      [
        id,
        union.parent === null ? null : seedUnionId(union.parent),
        path,
        levelOf(path),
        union.name,
        creditCodeOf(id),
        union.kind,
        union.booksIn ?? "PORTAL",
        union.booksKeptBy ?? "OWN",
        "示范银行河滨支行",
        encryptField(cell, account),
        maskCard(account).slice(-4),
        "2008-05-01",
      ],
    );
  }
  await owner.query("select setval('trade_union_id_seq', (select max(id) from trade_union))");
}
