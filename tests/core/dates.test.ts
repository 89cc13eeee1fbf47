import { describe, expect, it } from "vitest";
import {
  addDays,
  addYears,
  daysBetween,
  momentText,
  monthOf,
  parseDate,
  today,
  yearOf,
} from "@/lib/core/dates";

describe("reading a day", () => {
  it.each([
    ["2026-01-20", "2026-01-20"],
    ["2026-1-2", "2026-01-02"],
    ["2026/1/20", "2026-01-20"],
    ["2026.3.5", "2026-03-05"],
    ["2026年1月22日", "2026-01-22"],
    ["２０２６年１月２２日", "2026-01-22"],
    ["20260120", "2026-01-20"],
    [" 2026-01-20 00:00:00 ", "2026-01-20"],
    ["2024-02-29", "2024-02-29"],
    [46_042, "2026-01-20"],
    [46_042.75, "2026-01-20"],
    [1, "1900-01-01"],
    [61, "1900-03-01"],
  ])("reads %s", (input, expected) => {
    expect(parseDate(input)).toBe(expected);
  });

  it.each([
    "",
    "2026-02-30",
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-1/20",
    "26-1-20",
    "1月20日",
    "2026-01-20 08:30",
    "今天",
    60,
    0,
    -5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ])("refuses %s", (input) => {
    expect(parseDate(input)).toBeNull();
  });
});

describe("counting days and years", () => {
  it("takes the last day of February where the year has no 29th", () => {
    expect(addYears("2024-02-29", 3)).toBe("2027-02-28");
    expect(addYears("2024-02-29", 4)).toBe("2028-02-29");
    expect(addYears("2023-04-10", 3)).toBe("2026-04-10");
  });

  it("crosses months and years", () => {
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
    expect(daysBetween("2026-05-20", "2026-05-22")).toBe(2);
    expect(daysBetween("2026-01-01", "2025-12-31")).toBe(-1);
    expect(yearOf("2026-09-30")).toBe(2026);
    expect(monthOf("2026-09-30")).toBe("2026-09");
  });

  it("turns the day at midnight in Shanghai, not in Greenwich", () => {
    expect(today(() => new Date("2026-03-09T15:59:59Z"))).toBe("2026-03-09");
    expect(today(() => new Date("2026-03-09T16:00:00Z"))).toBe("2026-03-10");
  });

  it("tells a moment by the clock of Beijing, from an instant or its text", () => {
    expect(momentText("2026-03-09T16:05:59.000Z")).toBe("2026-03-10 00:05");
    expect(momentText(new Date("2026-03-09T01:05:00Z"))).toBe("2026-03-09 09:05");
  });
});
