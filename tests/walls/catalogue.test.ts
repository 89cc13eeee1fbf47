import { describe, expect, it } from "vitest";
import { sourceFiles } from "../support/source-files";
import { calls } from "./calls";

describe("the catalogue", () => {
  it("names every command and query that is declared anywhere, so that none escapes the wall tests", () => {
    const known = new Set(calls.map((call) => call.name));
    const declared = sourceFiles(["lib"], /\.ts$/).flatMap(({ path, text }) =>
      [...text.matchAll(/define(?:Command|Query)\(\{\s*name: "([^"]+)"/g)].map((match) => ({
        path,
        name: match[1] ?? "",
      })),
    );
    expect(declared.length).toBeGreaterThan(50);
    expect(declared.filter(({ name }) => !known.has(name))).toEqual([]);
  });

  it("names none twice", () => {
    const names = calls.map((call) => call.name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});
