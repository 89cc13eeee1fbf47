import { crc32 } from "node:zlib";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { RangeWatch } from "@/lib/exchange/range-limits";
import { readWorkbook } from "@/lib/exchange/sheet";

const passes = (...pieces: string[]) => {
  const watch = new RangeWatch();
  return pieces.every((piece) => watch.next(Buffer.from(piece)));
};

describe("the ranges of an uploaded workbook", () => {
  it("may not name more cells than a reader can hold", () => {
    expect(passes('<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')).toBe(false);
    expect(passes("<mergeCell x='>' ref='A1:XFD1048576'/>")).toBe(false);
    expect(passes('<mergeCell ref="&#65;1:XFD1048576"/>')).toBe(false);
    expect(passes('<dataValidation type="list" sqref="A1:B2 A1:XFD1048576">')).toBe(false);
    expect(passes('<definedName name="x">支出!$A$1:$XFD$1048576</definedName>')).toBe(false);
    expect(passes('<col min="1" max="999999999"/>')).toBe(false);
    expect(passes('<mergeCell ref="A1:X', 'FD1048576"/>')).toBe(false);
  });

  it("may be what spreadsheet programs write", () => {
    expect(passes('<dimension ref="A1:XFD1048576"/><mergeCell ref="A1:K1"/>')).toBe(true);
    expect(passes('<dataValidation type="list" sqref="C2:C1048576">')).toBe(true);
    expect(passes('<col min="12" max="16384" width="9"/><f>SUM(A1:XFD1048576)</f>')).toBe(true);
  });

  it("are counted before the workbook is opened", async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet("支出").addRow(["日期"]);
    const good = Buffer.from(await workbook.xlsx.writeBuffer());
    await expect(readWorkbook(good)).resolves.toMatchObject({ sheets: [{ name: "支出" }] });
    const hostile = storedZip("xl/worksheets/sheet1.xml", '<mergeCell ref="A1:XFD1048576"/>');
    await expect(readWorkbook(hostile)).rejects.toThrow("解压后过大或结构异常");
  });
});

/** An archive of one entry, not compressed. */
function storedZip(name: string, text: string): Buffer {
  const [path, content] = [Buffer.from(name), Buffer.from(text)];
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt32LE(crc32(content), 10);
  facts.writeUInt32LE(content.length, 14);
  facts.writeUInt32LE(content.length, 18);
  facts.writeUInt16LE(path.length, 22);
  const local = Buffer.concat([Buffer.from("PK\x03\x04"), facts, path, content]);
  const central = Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), facts, Buffer.alloc(14), path]);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06");
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}
