import { describe, expect, it } from "vitest";
import { addYear } from "@/lib/calendar/commands/add-year";
import { daysOfYear } from "@/lib/calendar/model";
import { getDeadline, listSpecialDays } from "@/lib/calendar/queries";
import { runCommand } from "@/lib/server/command";
import { read } from "@/lib/server/query";
import { demoDistrict } from "../accounts/demo-actors";

const { actorOf } = demoDistrict();

describe("working days", () => {
  it.each([
    ["2026-11-02", 1, "2026-11-03"],
    ["2026-11-06", 1, "2026-11-09"],
    ["2026-02-13", 1, "2026-02-14"],
    ["2026-02-14", 1, "2026-02-24"],
    ["2026-02-27", 1, "2026-02-28"],
    ["2026-09-30", 2, "2026-10-09"],
    ["2026-09-30", 3, "2026-10-10"],
    ["2026-03-02", 30, "2026-04-14"],
  ])("from %s, %i later, is %s", async (from, workingDays, on) => {
    expect(await read(await actorOf("jingban"), getDeadline, { from, workingDays })).toMatchObject({ on });
  });

  it("are not guessed for a year without data", async () => {
    await expect(
      read(await actorOf("jingban"), getDeadline, { from: "2026-12-25", workingDays: 10 }),
    ).rejects.toMatchObject({
      code: "INVALID",
      message: expect.stringContaining("2027 年的工作日历还没有录入"),
    });
  });

  it("of 2026 follow the published notice", async () => {
    const year = await read(await actorOf("jingban"), listSpecialDays, { year: 2026 });
    expect(year.days.filter(({ isWorking }) => isWorking).map(({ date }) => date)).toEqual([
      ...["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"],
    ]);
    expect(year.days.filter(({ isWorking }) => !isWorking)).toHaveLength(33);
    expect(year.workingDays).toBe(248);
  });

  it("of a new year are entered once, by the system administrator", async () => {
    const input = {
      ...{ year: 2027, makeUpDays: ["2027-01-09"] },
      holidays: [{ name: "元旦", from: "2027-01-01", to: "2027-01-03" }],
    };
    await expect(runCommand(addYear, await actorOf("zhuxi"), input)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await runCommand(addYear, await actorOf("xitong"), input);
    await expect(runCommand(addYear, await actorOf("xitong"), input)).rejects.toMatchObject({
      code: "CONFLICT",
    });
    expect(
      await read(await actorOf("jingban"), getDeadline, { from: "2026-12-31", workingDays: 6 }),
    ).toMatchObject({
      on: "2027-01-09",
    });
  });

  it("fall on Monday to Friday where the notice says nothing", () => {
    const days = daysOfYear(2024, [], []);
    expect(days).toHaveLength(366);
    expect(
      days
        .filter(({ isWorking }) => !isWorking)
        .slice(0, 4)
        .map(({ date }) => date),
    ).toEqual([...["2024-01-06", "2024-01-07", "2024-01-13", "2024-01-14"]]);
  });
});
