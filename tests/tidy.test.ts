import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { placesOf, type SourceFile, sourceFiles } from "./support/source-files";

const root = path.resolve(import.meta.dirname, "..");

// The gate, the vocabulary, the rule engine and the file formats are not modules; they name their own parts.
const freeForm = ["core", "server", "policy", "exchange"];
const besideModules = ["lib/catalogue.ts"];

// A newcomer who knows one module knows all: no other name stands in a module.
const moduleFile = /^(README\.md|schema\.ts|model\.ts|labels\.ts|queries\.ts)$/;
const moduleFolders: Record<string, RegExp> = {
  commands: /^[a-z]+(-[a-z0-9]+)+\.ts$/,
  rules: /^[a-z0-9]+(-[a-z0-9]+)*\.ts$/,
  reports: /^[a-z0-9]+(-[a-z0-9]+)*\.ts$/,
};
// Other names, each with the reason why the closed set did not serve.
const declaredNames: Record<string, string> = {
  "lib/spending/types-of-spending.ts":
    "the kinds of spending with their everyday words and accounts, data that rules and forms share",
  "lib/spending/facts.ts":
    "the one function that turns a draft into facts, run by the form at each key and by the command",
  "lib/spending/facts/lines.ts": "facts read from the lines",
  "lib/spending/facts/papers.ts": "facts read from the papers",
  "lib/spending/facts/people.ts": "facts read from the people",
  "lib/spending/sheet-facts.ts": "facts read from a row of a union's own spending list",
  "lib/spending/sheet-tally.ts": "what earlier rows of a list count towards later ones",
  "lib/spending/sheet-verdicts.ts": "a whole list judged row by row",
};

const drawers =
  /(^|\/)(index|utils?|helpers?|types|constants|common|shared|misc|service|repository|manager)\.tsx?$/;

const longestFile = 300;
// Flat lists of data, which no reader wants cut in pieces; each says so in its first lines.
const declaredData =
  /^(lib\/policy\/(initial-[a-z-]+|instruments)\.ts|prisma\/seed\/.*\.ts|lib\/[a-z-]+\/rules\/.*\.ts)$/;

const folders = ["app", "components", "lib", "prisma", "scripts", "tests"].filter((folder) =>
  existsSync(path.join(root, folder)),
);
const everything = sourceFiles(folders, /\.(ts|tsx|mjs|cjs)$/);
const product = everything.filter((file) => /^(app|components|lib|prisma)\//.test(file.path));
const screens = everything.filter((file) => /^(app|components)\/.*\.tsx$/.test(file.path));
const library = everything.filter((file) => file.path.startsWith("lib/"));

const modules = readdirSync(path.join(root, "lib"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !freeForm.includes(entry.name))
  .map((entry) => entry.name);

describe("the house", () => {
  it("keeps only the closed set of names inside a module", () => {
    const strange = modules.flatMap((name) => strangeNames(`lib/${name}`));
    expect(strange.filter((file) => declaredNames[file] === undefined)).toEqual([]);
  });

  it("keeps nothing beside the modules but what is declared", () => {
    const loose = sourceFiles(["lib"], /\.ts$/).filter((file) => file.path.split("/").length === 2);
    expect(loose.map((file) => file.path).filter((file) => !besideModules.includes(file))).toEqual([]);
  });

  it("explains each module in a README of its own", () => {
    expect(modules.filter((name) => !existsSync(path.join(root, "lib", name, "README.md")))).toEqual([]);
  });

  it("has no drawers for whatever is left over", () => {
    expect(
      everything.map((file) => file.path).filter((file) => drawers.test(file) && !isSeedIndex(file)),
    ).toEqual([]);
  });

  it("keeps each file short enough to be one idea", () => {
    const long = everything.filter(
      (file) => file.lines.length > longestFile && !declaredData.test(file.path),
    );
    expect(long.map((file) => `${file.path} (${file.lines.length})`)).toEqual([]);
  });

  it("says what every export of lib is for", () => {
    expect(library.flatMap(undocumentedExports)).toEqual([]);
  });

  it("lets the arrow checker see the whole house", () => {
    const checker = path.join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
    const args = [checker, "lib", "--config", ".dependency-cruiser.cjs", "--output-type", "json"];
    const report: unknown = JSON.parse(cruise(args));
    expect(report).toMatchObject({ summary: { totalCruised: expect.any(Number) } });
    // A compiler it does not know makes it report zero modules and no violations.
    expect(JSON.stringify(report).match(/"source":"lib\//g)?.length ?? 0).toBeGreaterThan(library.length / 2);
  });
});

describe("the text of the code", () => {
  it("asks for the clock in one file only", () => {
    const outside = product.filter((file) => file.path !== "lib/core/dates.ts");
    expect(placesOf(outside, /\bnew Date\(\s*\)|\bDate\.now\(\)/)).toEqual([]);
  });

  it("styles nothing by attribute, which the content security policy would drop", () => {
    expect(placesOf(screens, /\bstyle=/)).toEqual([]);
  });

  it("silences no check without a reason and skips no test", () => {
    const silenced =
      /@ts-(ignore|nocheck|expect-error)|biome-ignore(?! lint\/\S+: .{15})|eslint-disable|\bas any\b/;
    const skipped = /\b(it|test|describe)\.(skip|only|todo)\(/;
    const others = everything.filter((file) => file.path !== "tests/tidy.test.ts");
    expect([...placesOf(others, silenced), ...placesOf(others, skipped)]).toEqual([]);
  });

  it("leaves no note for later without the number of its issue", () => {
    const others = everything.filter((file) => file.path !== "tests/tidy.test.ts");
    expect(placesOf(others, /(\/\/|\*).*\b(TODO|FIXME|XXX|HACK)\b(?!\(#\d+\))/)).toEqual([]);
  });
});

function strangeNames(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const inside = `${folder}/${entry.name}`;
    if (!entry.isDirectory()) return moduleFile.test(entry.name) ? [] : [inside];
    const allowed = moduleFolders[entry.name];
    // A folder of another name is a sub-concern: the same closed set again.
    if (allowed === undefined) return strangeNames(inside);
    return readdirSync(path.join(root, inside)).flatMap((name) =>
      allowed.test(name) ? [] : [`${inside}/${name}`],
    );
  });
}

function isSeedIndex(file: string): boolean {
  return file === "prisma/seed/index.ts";
}

function undocumentedExports({ path: file, lines }: SourceFile): string[] {
  return lines.flatMap((line, at) => {
    const isExport = /^export (async )?(function|const|class) /.test(line);
    return isExport && !(lines[at - 1] ?? "").trimEnd().endsWith("*/") ? [`${file}:${at + 1}`] : [];
  });
}

function cruise(args: string[]): string {
  return execFileSync(process.execPath, args, { cwd: root, encoding: "utf8", maxBuffer: 256 * 1024 * 1024 });
}
