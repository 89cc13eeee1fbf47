import { describe, expect, it } from "vitest";
import { runCommand } from "@/lib/server/command";
import { inScope, type Tx } from "@/lib/server/db";
import { read } from "@/lib/server/query";
import { editWorker } from "@/lib/workers/commands/edit-worker";
import { endMembership } from "@/lib/workers/commands/end-membership";
import { exportWorkers } from "@/lib/workers/commands/export-workers";
import { registerWorker } from "@/lib/workers/commands/register-worker";
import { transferWorker } from "@/lib/workers/commands/transfer-worker";
import { unmaskWorker } from "@/lib/workers/commands/unmask-worker";
import { getWorker, listWorkers, membersOn } from "@/lib/workers/queries";
import { seedWorkers } from "../../prisma/seed/people";
import { seedUnionId } from "../../prisma/seed/world";
import { demoDistrict } from "../accounts/demo-actors";

const { sql, actorOf } = demoDistrict();
const hospital = seedUnionId("区医院工会");
const maternity = seedUnionId("妇幼保健院工会");
const today = "2026-11-20";

const newcomer = {
  ...{ unionId: hospital, name: "章新来", idType: "ID_CARD", idNo: "110109198808080037" },
  ...{ mobile: "138 0000 0004", cardNo: "6210000000000000017", joinedOn: "2026-03-01" },
};

async function register(login: string, more: Record<string, unknown> = {}) {
  return runCommand(registerWorker, await actorOf(login), { ...newcomer, ...more }, { today });
}

async function membersAt(unionId: number, on: string): Promise<number> {
  const actor = await actorOf("fuwu");
  const scope = { role: "portal_district" as const, unions: [] };
  const run = async (tx: Tx) => (await membersOn(tx, unionId, on)).length;
  return inScope({ scope, actor, isReadOnly: true, isolation: "RepeatableRead" }, run);
}

describe("registering a worker", () => {
  it("keeps every number encrypted and shows it masked", async () => {
    const { workerId } = await register("danwei");
    const worker = await read(await actorOf("zhuxi"), getWorker, { workerId });
    expect(worker).toMatchObject({
      ...{ name: "章新来", idNo: "110109********0037", mobile: "138****0004", cardNo: "6210 **** 0017" },
      ...{ gender: "男", birthDate: "1988-08-08", unionName: "区医院工会" },
    });
    const stored = JSON.stringify([
      await sql("select * from worker where id = $1", [workerId]),
      await sql("select * from person"),
      await sql("select * from audit_entry"),
    ]);
    for (const secret of ["110109198808080037", "13800000004", "6210000000000000017"]) {
      expect(stored).not.toContain(secret);
    }
  });

  it.each([
    ["idNo", { idNo: "110109198203150005" }],
    ["gender", { idNo: "110109198203150004", gender: "男" }],
    ["mobile", { mobile: "12345" }],
    ["cardNo", { cardNo: "6210000000000000018" }],
    ["name", { name: "张3" }],
    ["joinedOn", { joinedOn: "2026-12-01" }],
    ["joinedOn", { joinedOn: "1970-01-01" }],
  ])("names the field %s that is wrong", async (path, more) => {
    await expect(
      register("danwei", { idNo: "110109197711300019", cardNo: undefined, ...more }),
    ).rejects.toMatchObject({
      code: "INVALID",
      fields: [{ path }],
    });
  });

  it("takes a person once in the whole district, also when the other register is out of sight", async () => {
    await expect(register("danwei")).rejects.toMatchObject({
      fields: [{ path: "idNo", message: "此人已在本单位名册" }],
    });
    await expect(register("fyjingban", { unionId: maternity })).rejects.toMatchObject({
      fields: [{ path: "idNo", message: expect.stringContaining("已在其他工会登记") }],
    });
    await expect(
      register("fyjingban", { unionId: maternity, idNo: "110109199105050100", name: "别一人" }),
    ).rejects.toMatchObject({ fields: [{ message: expect.stringContaining("卡号已在其他工会") }] });
  });

  it("is refused in a union that is not one's own", async () => {
    await expect(register("danwei", { unionId: maternity })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(register("zhuxi")).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("of two at the same moment lets one through", async () => {
    const twice = { idNo: "110109199105050100", cardNo: undefined, name: "双开口" };
    const results = await Promise.allSettled([register("danwei", twice), register("danwei", twice)]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await sql("select count(*)::int n from worker where name = '双开口'")).toEqual([{ n: 1 }]);
  });
});

describe("finding a worker", () => {
  it.each([
    ["a part of the name", "新来"],
    ["the first letters of the pinyin", "zxl"],
    ["the identity number in full width", "１１０１０９１９８８０８０８００３７"],
    ["the mobile", "138-0000-0004"],
    ["the card", "6210 0000 0000 0000 017"],
    ["the last four digits", "0017"],
  ])("by %s", async (_what, q) => {
    const found = await read(await actorOf("zhuxi"), listWorkers, { q });
    expect(found.workers.map(({ name }) => name)).toContain("章新来");
    expect(found.total).toBeLessThan(10);
  });

  it("never shows a worker of another union", async () => {
    expect((await read(await actorOf("fyzhuxi"), listWorkers, { q: "章新来" })).total).toBe(0);
    const [row] = await sql("select id::text from worker where name = '章新来'");
    await expect(read(await actorOf("fyzhuxi"), getWorker, { workerId: row?.["id"] })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(read(await actorOf("fyzhuxi"), listWorkers, { unionId: hospital })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("pages through the register in the order of names, each worker once", async () => {
    const actor = await actorOf("fuwu");
    const names: string[] = [];
    let after: string | undefined;
    do {
      const page = await read(actor, listWorkers, { after });
      names.push(...page.workers.map(({ name }) => name));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(names).toHaveLength((await read(actor, listWorkers, {})).total);
    expect(names).toEqual([...names].sort(new Intl.Collator("zh-Hans-CN").compare));
    await expect(read(actor, listWorkers, { after: "xx" })).rejects.toMatchObject({ code: "INVALID" });
  });
});

describe("belonging to unions", () => {
  it("is kept as history when a worker moves, and counted on the day asked for", async () => {
    const [row] = await sql("select id::text, version from worker where name = '章新来'");
    const workerId = String(row?.["id"]);
    const before = await membersAt(hospital, "2026-06-30");
    const input = { workerId, version: row?.["version"], unionId: maternity, on: "2026-07-01" };
    await expect(runCommand(transferWorker, await actorOf("danwei"), input, { today })).rejects.toMatchObject(
      {
        code: "NOT_FOUND",
      },
    );
    await expect(
      runCommand(transferWorker, await actorOf("fuwu"), { ...input, on: "2026-03-01" }, { today }),
    ).rejects.toMatchObject({ fields: [{ path: "on" }] });
    await runCommand(transferWorker, await actorOf("weijian"), input, { today });
    expect(await membersAt(hospital, "2026-06-30")).toBe(before);
    expect(await membersAt(hospital, "2026-07-01")).toBe(before - 1);
    const worker = await read(await actorOf("weijian"), getWorker, { workerId });
    expect(worker.history).toMatchObject([
      { unionName: "妇幼保健院工会", from: "2026-07-01", to: null, reason: "调入" },
      { unionName: "区医院工会", from: "2026-03-01", to: "2026-06-30", endReason: "调出" },
    ]);
    expect((await read(await actorOf("fyzhuxi"), listWorkers, { q: "章新来" })).total).toBe(1);
    await expect(
      runCommand(transferWorker, await actorOf("weijian"), input, { today }),
    ).rejects.toMatchObject({
      code: "INVALID",
    });
  });

  it("ends on a day with its reason; the worker can be taken in again from above", async () => {
    const [row] = await sql("select id::text, version from worker where name = '章新来'");
    const workerId = String(row?.["id"]);
    const version = Number(row?.["version"]);
    const end = { workerId, version, on: "2026-09-30", reason: "退休" };
    await runCommand(endMembership, await actorOf("fyjingban"), end, { today });
    expect((await read(await actorOf("fyzhuxi"), listWorkers, { q: "章新来" })).total).toBe(0);
    expect(
      (await read(await actorOf("fyzhuxi"), listWorkers, { q: "章新来", left: "true" })).workers,
    ).toMatchObject([{ leftOn: "2026-09-30", employmentStatus: "RETIRED" }]);
    await expect(
      runCommand(endMembership, await actorOf("fyjingban"), { ...end, version: version + 1 }, { today }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
    const back = { workerId, version: version + 1, unionId: hospital, on: "2026-10-08" };
    await runCommand(transferWorker, await actorOf("fuwu"), back, { today });
    expect((await read(await actorOf("zhuxi"), listWorkers, { q: "章新来" })).total).toBe(1);
  });

  it("is edited by one of two who start from the same version", async () => {
    const [row] = await sql("select id::text, version from worker where name = '章新来'");
    const input = {
      ...{ workerId: row?.["id"], version: row?.["version"], name: "章新来", mobile: "13800000005" },
      ...{ cardStatus: "LOST", employmentStatus: "ON_DUTY" },
    };
    const actor = await actorOf("danwei");
    const results = await Promise.allSettled([
      runCommand(editWorker, actor, input),
      runCommand(editWorker, actor, input),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "CONFLICT" },
    });
    expect((await read(actor, listWorkers, { q: "13800000005" })).workers).toMatchObject([
      { mobile: "138****0005", cardNo: "6210 **** 0017", cardStatus: "LOST" },
    ]);
  });
});

describe("showing a number in full", () => {
  it("needs a role and a reason, leaves a line and stops at the daily cap", async () => {
    const first = seedWorkers().find(({ unionId }) => unionId === hospital);
    const [row] = await sql("select id::text from worker where union_id = $1 order by worker.id limit 1", [
      hospital,
    ]);
    const input = { workerId: row?.["id"], field: "idNo", reason: "核对证件原件" };
    await expect(runCommand(unmaskWorker, await actorOf("zhuxi"), input)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(
      runCommand(unmaskWorker, await actorOf("danwei"), { ...input, reason: "看看" }),
    ).rejects.toMatchObject({ fields: [{ path: "reason" }] });
    await expect(runCommand(unmaskWorker, await actorOf("fyjingban"), input)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const actor = await actorOf("danwei");
    expect(await runCommand(unmaskWorker, actor, input, { today })).toEqual({ value: first?.idNo });
    await sql("update portal_setting set value = 3 where code = 'UNMASK_PER_DAY'");
    await runCommand(unmaskWorker, actor, { ...input, field: "mobile" }, { today });
    await runCommand(unmaskWorker, actor, { ...input, field: "cardNo" }, { today });
    await expect(runCommand(unmaskWorker, actor, input, { today })).rejects.toMatchObject({
      message: expect.stringContaining("每日上限"),
    });
    expect(await runCommand(unmaskWorker, actor, input, { today: "2026-11-21" })).toEqual({
      value: first?.idNo,
    });
    const lines = await sql(
      "select detail::text from audit_entry where command = 'workers.unmaskWorker' and outcome = 'DONE'",
    );
    expect(lines).toHaveLength(4);
    expect(JSON.stringify(lines)).not.toContain(first?.idNo);
  });

  it("shows nothing when the line cannot be written", async () => {
    const [row] = await sql("select id::text from worker where union_id = $1 order by worker.id limit 1", [
      hospital,
    ]);
    await sql("revoke insert on audit_entry from portal_scoped");
    const input = { workerId: row?.["id"], field: "idNo", reason: "联系本人" };
    await expect(
      runCommand(unmaskWorker, await actorOf("danwei"), input, { today: "2026-11-22" }),
    ).rejects.toThrow();
    await sql("grant insert on audit_entry to portal_scoped");
  });

  it("is never part of an export", async () => {
    const { workers } = await runCommand(exportWorkers, await actorOf("danwei"), {});
    expect(workers.length).toBeGreaterThan(119);
    expect(JSON.stringify(workers)).not.toMatch(/\d{11}/);
  });
});
