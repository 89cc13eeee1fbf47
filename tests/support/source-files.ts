import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");

export type SourceFile = { path: string; text: string; lines: string[] };

/** Every file below these folders whose name ends so, with its path from the root of the repository. */
export function sourceFiles(folders: readonly string[], ending: RegExp): SourceFile[] {
  return folders
    .flatMap((folder) => walk(folder))
    .flatMap((file) => (ending.test(file) ? [readSource(file)] : []));
}

function readSource(file: string): SourceFile {
  const text = readFileSync(path.join(root, file), "utf8");
  return { path: file, text, lines: text.trimEnd().split("\n") };
}

function walk(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const inside = `${folder}/${entry.name}`;
    return entry.isDirectory() ? walk(inside) : [inside];
  });
}

/** The places (path:line) where a pattern stands. */
export function placesOf(files: readonly SourceFile[], pattern: RegExp): string[] {
  return files.flatMap((file) =>
    file.lines.flatMap((line, at) => (pattern.test(line) ? [`${file.path}:${at + 1}`] : [])),
  );
}
