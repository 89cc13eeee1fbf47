/** How many cells the ranges of one workbook may name together; the reader makes an object of each of them. */
const maxCells = 2_000_000;
const maxTagLength = 64 * 1024;
const lastColumn = 16_384;

const attributes = `(?:[^"'<>]|"[^"<]*"|'[^'<]*')*`;
const spreading = new RegExp(
  `<(?:mergeCell|dataValidation|col)\\s${attributes}>|<definedName\\s${attributes}>[^<]*`,
  "g",
);
const isSpreading = /^<(?:mergeCell|dataValidation|col|definedName)\s/;

/**
 * Watches the text of a workbook's part while it is unpacked. A merged range, a validation or a name over a whole
 * sheet takes a few bytes in the file and billions of cells in memory, so ranges are counted before they are read.
 */
export class RangeWatch {
  private cells = 0;
  private rest = "";

  /** Takes the next piece; false when the ranges so far name too many cells. */
  next(piece: Buffer): boolean {
    const text = this.rest + piece.toString("latin1");
    for (const [tag] of text.matchAll(spreading)) {
      // A range hidden behind a character reference is nothing a spreadsheet program writes.
      if (!tag.startsWith("<definedName") && tag.includes("&#")) return false;
      this.cells += cellsOf(tag);
    }
    const open = text.lastIndexOf("<");
    this.rest = open < 0 ? "" : text.slice(open);
    if (this.rest.length > maxTagLength) {
      if (isSpreading.test(this.rest)) return false;
      this.rest = "";
    }
    return this.cells <= maxCells;
  }

  /** Starts the next part of the same workbook. */
  nextPart(): void {
    this.rest = "";
  }
}

function cellsOf(tag: string): number {
  if (tag.startsWith("<col ")) {
    const width = Number(/\smax\s*=\s*["']\s*(\d+)/.exec(tag)?.[1] ?? "0");
    return width > lastColumn ? Number.POSITIVE_INFINITY : 0;
  }
  let cells = 0;
  for (const [, left = "", top, right = "", bottom] of tag.matchAll(
    /\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)/gi,
  )) {
    const columns = Math.abs(columnOf(right) - columnOf(left)) + 1;
    cells += columns * (Math.abs(Number(bottom) - Number(top)) + 1);
  }
  return cells;
}

function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
