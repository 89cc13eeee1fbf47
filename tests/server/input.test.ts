import { describe, expect, it } from "vitest";
import { z } from "zod";
import { parseInput } from "@/lib/server/input";

const anything = z.unknown();

describe("what a caller sends", () => {
  it("may not hold characters that the database cannot keep, and the refusal names the place", () => {
    for (const text of ["a\u0000b", "\ud800", "x\udc00y"]) {
      const read = () => parseInput(anything, { draft: { lines: [{ name: text }] } });
      expect(read).toThrow(
        expect.objectContaining({
          code: "INVALID",
          fields: [expect.objectContaining({ path: "draft.lines.0.name" })],
        }),
      );
    }
    expect(() => parseInput(anything, { answers: { "a\u0000": "1" } })).toThrow("含有无法保存的字符");
  });

  it("may hold every character people write", () => {
    const text = "𠮷野家\t第一行\n第二行 👨‍👩‍👧";
    expect(parseInput(z.string(), text)).toBe(text);
  });

  it("is refused when it is nested deeper than any form", () => {
    let deep: unknown = "底";
    for (let depth = 0; depth < 50_000; depth += 1) deep = [deep];
    expect(() => parseInput(anything, deep)).toThrow(expect.objectContaining({ code: "INVALID" }));
  });
});
