import path from "node:path";
import PDFDocument from "pdfkit";

/** A column of a printed table; widths are shares of the line. */
export type PdfColumn = { title: string; width: number; align?: "left" | "right" | "center" };

/** A cell: text, or text in red as books print negatives, or in bold. */
export type PdfCell = string | { text: string; isRed?: boolean; isBold?: boolean };

export type PdfRow = readonly PdfCell[];

export type PdfTable = {
  columns: readonly PdfColumn[];
  rows: readonly PdfRow[];
  /** The last row, in bold. */
  totals?: PdfRow;
};

/** One paper of a document; it begins on a new page and counts its own pages. */
export type PdfPaper = {
  title: string;
  /** Whose paper it is. */
  issuer?: string;
  /** Stand left, middle and right above the table, for example 日期, 单位, 编号. */
  above?: readonly string[];
  table: PdfTable;
  /** Lines below the table. */
  below?: readonly string[];
  /** Who signs, left to right, each with the day ("YYYY-MM-DD") below the name. */
  signatures?: readonly { label: string; name?: string | undefined; on?: string | undefined }[];
  /** Leaves room for the round seal. */
  hasSeal?: boolean;
};

const fonts = path.join(process.cwd(), "node_modules/@expo-google-fonts/noto-sans-sc");
const regular = path.join(fonts, "400Regular/NotoSansSC_400Regular.ttf");
const bold = path.join(fonts, "700Bold/NotoSansSC_700Bold.ttf");

const margin = 42;
const textSize = 9;
const padding = 4;
const footRoom = 30;

/** Prints papers on A4 with Chinese fonts inside the file, page n/m at the foot; the bytes of a PDF. */
export function buildPdf(
  papers: readonly PdfPaper[],
  options: { title: string; isLandscape?: boolean },
): Promise<Uint8Array> {
  const doc = new PDFDocument({
    size: "A4",
    layout: options.isLandscape ? "landscape" : "portrait",
    margins: { top: margin, bottom: margin, left: margin, right: margin },
    bufferPages: true,
    autoFirstPage: false,
    info: { Title: options.title },
  });
  const chunks: Buffer[] = [];
  doc.on("data", (chunk: Buffer) => chunks.push(chunk));
  doc.registerFont("regular", regular).registerFont("bold", bold);
  return new Promise((resolve, reject) => {
    doc.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on("error", reject);
    for (const paper of papers) drawPaper(doc, paper);
    numberPages(doc);
    doc.end();
  });
}

type Doc = PDFKit.PDFDocument;

function lineWidth(doc: Doc): number {
  return doc.page.width - 2 * margin;
}

function drawPaper(doc: Doc, paper: PdfPaper): void {
  doc.addPage();
  drawHead(doc, paper);
  drawTable(doc, paper);
  doc.x = margin;
  for (const line of paper.below ?? []) {
    doc
      .moveDown(0.5)
      .font("regular")
      .fontSize(textSize)
      .text(line, { width: lineWidth(doc) });
  }
  drawSignatures(doc, paper);
}

function drawHead(doc: Doc, paper: PdfPaper): void {
  const width = lineWidth(doc);
  doc.fillColor("black");
  if (paper.issuer !== undefined)
    doc.font("regular").fontSize(10).text(paper.issuer, margin, margin, { width, align: "center" });
  doc
    .font("bold")
    .fontSize(16)
    .text(paper.title, margin, paper.issuer === undefined ? margin : doc.y, {
      width,
      align: "center",
      characterSpacing: 2,
    });
  doc.moveDown(0.4).font("regular").fontSize(textSize);
  const y = doc.y;
  const aligns = ["left", "center", "right"] as const;
  for (const [index, text] of (paper.above ?? []).entries()) {
    doc.text(text, margin, y, { width, align: aligns[index] ?? "left" });
  }
  doc.y += 4;
}

function drawTable(doc: Doc, paper: PdfPaper): void {
  const { columns, rows, totals } = paper.table;
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => (column.width / total) * lineWidth(doc));
  const head = columns.map((column) => ({ text: column.title, isBold: true }));
  const draw = (cells: PdfRow, isHead = false) => {
    const height = rowHeight(doc, cells, widths);
    if (doc.y + height > doc.page.height - margin - footRoom) {
      doc.addPage();
      drawHead(doc, { ...paper, title: `${paper.title}（续）` });
      if (!isHead) drawRow(doc, head, { widths, columns, isHead: true });
    }
    drawRow(doc, cells, { widths, columns, isHead });
  };
  draw(head, true);
  for (const row of rows) draw(row);
  if (totals !== undefined) draw(totals.map((cell) => ({ ...parts(cell), isBold: true })));
}

function parts(cell: PdfCell): { text: string; isRed?: boolean; isBold?: boolean } {
  return typeof cell === "string" ? { text: cell } : cell;
}

function rowHeight(doc: Doc, cells: PdfRow, widths: readonly number[]): number {
  const heights = cells.map((cell, index) => {
    const { text, isBold } = parts(cell);
    doc.font(isBold ? "bold" : "regular").fontSize(textSize);
    return doc.heightOfString(text === "" ? " " : text, { width: (widths[index] ?? 0) - 2 * padding });
  });
  return Math.max(...heights) + 2 * padding;
}

function drawRow(
  doc: Doc,
  cells: PdfRow,
  place: { widths: readonly number[]; columns: readonly PdfColumn[]; isHead: boolean },
): void {
  const height = rowHeight(doc, cells, place.widths);
  const y = doc.y;
  let x = margin;
  for (const [index, width] of place.widths.entries()) {
    const { text, isRed, isBold } = parts(cells[index] ?? "");
    doc.lineWidth(0.6).strokeColor("black").rect(x, y, width, height).stroke();
    doc
      .font(isBold ? "bold" : "regular")
      .fontSize(textSize)
      .fillColor(isRed ? "#b42318" : "black")
      .text(text, x + padding, y + padding - 1, {
        width: width - 2 * padding,
        align: place.isHead ? "center" : (place.columns[index]?.align ?? "left"),
      });
    x += width;
  }
  doc.fillColor("black");
  doc.x = margin;
  doc.y = y + height;
}

function drawSignatures(doc: Doc, { signatures = [], hasSeal = false }: PdfPaper): void {
  if (signatures.length === 0 && !hasSeal) return;
  const dated = signatures.some(({ on = "" }) => on !== "") ? 13 : 0;
  const needed = (hasSeal ? 110 : 40) + dated;
  if (doc.y + needed > doc.page.height - margin - footRoom) doc.addPage();
  const y = doc.y + 12;
  const width = lineWidth(doc) / Math.max(signatures.length, 1);
  for (const [index, { label, name, on = "" }] of signatures.entries()) {
    doc
      .font("regular")
      .fontSize(textSize)
      .text(`${label}：${name ?? ""}`, margin + index * width, y, { width, lineBreak: false })
      .text(on, margin + index * width, y + 13, { width, lineBreak: false });
  }
  doc.y = y + 18 + dated;
  if (!hasSeal) return;
  const right = doc.page.width - margin - 120;
  doc
    .fillColor("#667080")
    .text("（盖章）", right, doc.y + 40, { width: 120, align: "center" })
    .fillColor("black");
}

function numberPages(doc: Doc): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page);
    // The foot lies inside the margin, where a text would otherwise open a new page.
    doc.page.margins.bottom = 0;
    doc
      .font("regular")
      .fontSize(8)
      .fillColor("#556070")
      .text(`第 ${page - start + 1} 页 共 ${count} 页`, margin, doc.page.height - margin + 8, {
        width: lineWidth(doc),
        align: "center",
        lineBreak: false,
      });
  }
}
