import { describe, expect, it } from "vitest";
import { runCommand } from "@/lib/server/command";
import { read } from "@/lib/server/query";
import { closeUnion } from "@/lib/unions/commands/close-union";
import { createUnion } from "@/lib/unions/commands/create-union";
import { editUnion } from "@/lib/unions/commands/edit-union";
import { moveUnion } from "@/lib/unions/commands/move-union";
import { renameUnion } from "@/lib/unions/commands/rename-union";
import { scaleOf } from "@/lib/unions/model";
import { getUnion, listUnions } from "@/lib/unions/queries";
import { seedUnionId } from "../../prisma/seed/world";
import { demoDistrict } from "../accounts/demo-actors";

const { sql, actorOf } = demoDistrict();
const hospital = seedUnionId("区医院工会");
const market = seedUnionId("便民超市工会");
const community = seedUnionId("河滨社区联合工会");
const street = seedUnionId("河滨街道总工会");
const zone = seedUnionId("开发区工会");

async function pathOf(id: number) {
  const [row] = await sql("select path, level::text, version from trade_union where id = $1", [id]);
  return row;
}

describe("the tree of unions", () => {
  it("shows each person the part that is theirs", async () => {
    const names = async (login: string) =>
      (await read(await actorOf(login), listUnions, {})).map(({ name }) => name);
    expect(await names("zhuxi")).toEqual(["区医院工会"]);
    expect(await names("kuaiji")).toEqual(["区医院工会", "妇幼保健院工会"]);
    expect(await names("hebin")).toEqual([
      "河滨街道总工会",
      "河滨街道综合服务中心工会",
      "河滨社区联合工会",
      "便民超市工会",
    ]);
    expect(await names("lingdao")).toHaveLength(21);
    await expect(read(await actorOf("zhuxi"), getUnion, { unionId: zone })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("counts members of a union and of everything below it", async () => {
    const unions = await read(await actorOf("lingdao"), listUnions, {});
    expect(unions.find(({ id }) => id === hospital)).toMatchObject({
      members: 120,
      membersBelow: 120,
      depth: 2,
    });
    expect(unions.find(({ level }) => level === "DISTRICT")).toMatchObject({ members: 0, membersBelow: 300 });
    expect(unions.find(({ id }) => id === market)).toMatchObject({ depth: 3 });
  });

  it("takes a new union below any other and gives it its level", async () => {
    const actor = await actorOf("zuxuan");
    const { unionId } = await runCommand(createUnion, actor, { parentId: community, name: "河滨 物业工会" });
    expect(await pathOf(unionId)).toMatchObject({
      path: [1, street, community, unionId],
      level: "GRASSROOTS",
    });
    const direct = await runCommand(createUnion, actor, { parentId: "1", name: "住建委工会" });
    expect(await pathOf(direct.unionId)).toMatchObject({ level: "DIRECT" });
    await expect(runCommand(createUnion, actor, { parentId: 1, name: "区医院工会" })).rejects.toMatchObject({
      fields: [{ path: "name" }],
    });
    await expect(
      runCommand(createUnion, actor, { parentId: 1, name: "财政局工会", creditCode: "81110109MC0012345Q" }),
    ).rejects.toMatchObject({ fields: [{ path: "creditCode" }] });
  });

  it("moves a union with its whole subtree and refuses a cycle", async () => {
    const actor = await actorOf("zuxuan");
    await expect(
      runCommand(moveUnion, actor, { unionId: community, parentId: market, version: 1 }),
    ).rejects.toMatchObject({ fields: [{ path: "parentId" }] });
    await runCommand(moveUnion, actor, { unionId: community, parentId: zone, version: 1 });
    expect(await pathOf(community)).toEqual({ path: [1, zone, community], level: "GRASSROOTS", version: 2 });
    expect(await pathOf(market)).toMatchObject({ path: [1, zone, community, market] });
    const below = (await read(await actorOf("kaifa"), listUnions, {})).map(({ name }) => name);
    expect(below).toContain("便民超市工会");
    await expect(
      runCommand(moveUnion, actor, { unionId: community, parentId: street, version: 1 }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("keeps its direct administrators direct", async () => {
    const input = { unionId: street, parentId: zone, version: 1 };
    await expect(runCommand(moveUnion, await actorOf("zuxuan"), input)).rejects.toMatchObject({
      message: expect.stringContaining("直属工会管理员"),
    });
    expect(await pathOf(street)).toMatchObject({ path: [1, street], version: 1 });
  });

  it("never holds a cycle when two moves meet", async () => {
    const actor = await actorOf("zuxuan");
    const [a, b] = await Promise.all(
      ["甲科室工会", "乙科室工会"].map((name) => runCommand(createUnion, actor, { parentId: 1, name })),
    );
    const [first, second] = [a?.unionId ?? 0, b?.unionId ?? 0];
    const results = await Promise.allSettled([
      runCommand(moveUnion, actor, { unionId: first, parentId: second, version: 1 }),
      runCommand(moveUnion, actor, { unionId: second, parentId: first, version: 1 }),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const paths = await sql("select id, parent_id, path from trade_union where id = any ($1)", [
      [first, second],
    ]);
    for (const { id, parent_id, path } of paths)
      expect(path).toEqual(expect.arrayContaining([1, id, parent_id]));
  });

  it("renames and closes, but not while members or open unions are below", async () => {
    const actor = await actorOf("zuxuan");
    await runCommand(renameUnion, actor, { unionId: hospital, name: "区人民医院工会", version: 1 });
    await expect(
      runCommand(closeUnion, actor, { unionId: hospital, reason: "撤并", version: 2 }),
    ).rejects.toMatchObject({ message: expect.stringContaining("120 名会员") });
    await expect(
      runCommand(closeUnion, actor, { unionId: zone, reason: "撤并", version: 1 }),
    ).rejects.toMatchObject({ message: expect.stringContaining("下级工会") });
    const { unionId } = await runCommand(createUnion, actor, { parentId: zone, name: "临时项目部工会" });
    await runCommand(closeUnion, actor, { unionId, reason: "项目结束", version: 1 });
    const names = (await read(actor, listUnions, {})).map(({ name }) => name);
    expect(names).not.toContain("临时项目部工会");
    await expect(
      runCommand(createUnion, actor, { parentId: unionId, name: "其下工会" }),
    ).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });
});

describe("a union's page", () => {
  it("names who holds each seat, and who can act where nobody does", async () => {
    const union = await read(await actorOf("cszhuxi"), getUnion, { unionId: market });
    const seat = (label: string) => union.seats.find((each) => each.label === label);
    expect(seat("工会主席")).toMatchObject({ holders: ["牛兴业"], instead: [] });
    expect(seat("会计")).toMatchObject({ holders: ["庞汇总"] });
    expect(seat("工会副主席")?.instead).toContain("段维民（示范区总工会区总领导）");
    expect(seat("经审委员")?.instead).toEqual(["顾明镜（示范区总工会区总经审办）"]);
    expect(seat("证明人")?.instead).toEqual(["任一会员均可证明，与经办人不为同一人"]);
  });

  it("keeps its bank account encrypted and shows the ends only", async () => {
    const actor = await actorOf("danwei");
    const before = await read(actor, getUnion, { unionId: hospital });
    const input = {
      ...{ unionId: hospital, version: before.version, booksIn: "PORTAL", booksKeptBy: "AGENCY" },
      ...{ creditCode: "81110109MC0012345Q", bankName: "示范银行", bankAccount: "0200 1234 5678 9012 345" },
    };
    await runCommand(editUnion, actor, input);
    const [row] = await sql("select bank_account_cipher from trade_union where id = $1", [hospital]);
    expect(row?.["bank_account_cipher"]).toMatch(/^v1:/);
    expect((await read(actor, getUnion, { unionId: hospital })).bankAccount).toBe("0200 **** 2345");
    const [line] = await sql("select detail::text from audit_entry where command = 'unions.editUnion'");
    expect(line?.["detail"]).not.toContain("9012345");
    await expect(runCommand(editUnion, actor, input)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(
      runCommand(editUnion, actor, { ...input, version: 99, creditCode: "91350100M000100Y43" }),
    ).rejects.toMatchObject({ fields: [{ path: "creditCode" }] });
  });

  it("tells 小微 by members unless the district has set it", () => {
    expect(scaleOf(null, 25, 25n)).toBe("MICRO");
    expect(scaleOf(null, 26, 25n)).toBe("STANDARD");
    expect(scaleOf("MICRO", 500, 25n)).toBe("MICRO");
    expect(scaleOf(null, 3, null)).toBeNull();
  });
});
