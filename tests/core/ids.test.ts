import { describe, expect, it } from "vitest";
import { versionSchema, wholeNumber } from "@/lib/core/ids";

describe("a whole number of a form", () => {
  it("is read from a number and from digits", () => {
    expect([7, "7", " 2026 ", 0].map((given) => wholeNumber().parse(given))).toEqual([7, 7, 2026, 0]);
  });

  it("is nothing else, however JavaScript would turn it into a number", () => {
    const others = [
      true,
      false,
      null,
      "",
      " ",
      [],
      ["1"],
      "1e3",
      "0x10",
      "1.0",
      "-1",
      -1,
      1.5,
      Number.NaN,
      {},
    ];
    expect(others.filter((given) => wholeNumber().safeParse(given).success)).toEqual([]);
  });

  it("counts versions from one", () => {
    expect(versionSchema.safeParse(0).success).toBe(false);
    expect(versionSchema.parse("3")).toBe(3);
  });
});
