import { type BusinessDate, parseDate } from "@/lib/core/dates";
import {
  type IdType,
  normalizeName,
  type Read,
  readCardNumber,
  readIdentityNumber,
  readIdType,
  readMobile,
  readName,
} from "@/lib/core/identity";
import type { Cell, Sheet } from "@/lib/exchange/sheet";
import type { NewWorker } from "../model";

/** The columns of the register file by their headings; the first three must be there. */
const headings = {
  name: ["姓名", "会员姓名", "职工姓名"],
  idNo: ["证件号码", "身份证号", "身份证号码", "证件号"],
  union: ["所属工会", "工会名称", "单位工会", "工会"],
  idType: ["证件类型", "证件种类"],
  gender: ["性别"],
  mobile: ["手机号", "手机号码", "联系电话", "移动电话"],
  cardNo: ["京卡卡号", "京卡号", "互助服务卡号", "会员卡号", "卡号"],
  joinedOn: ["入会日期", "入会时间", "加入工会日期"],
} as const;

type Column = keyof typeof headings;
const columns = Object.keys(headings).filter((column): column is Column => column in headings);
const required: readonly Column[] = ["name", "idNo", "union"];

/** A row of the register file as plain text by column, with where it stands. */
export type FileRow = {
  sheet: string;
  rowNumber: number;
  cells: Partial<Record<Column, Cell>>;
};

export type RegisterSheet = { sheet: string; headerRow: number; rows: FileRow[] };

/** Finds the list in each sheet by its headings, whatever their order and what stands above them. */
export function readRegisterSheets(sheets: readonly Sheet[]): RegisterSheet[] {
  return sheets.flatMap(({ name: sheet, rows }) => {
    for (const head of rows.slice(0, 10)) {
      const places = placesIn(head.cells);
      if (required.some((column) => places.get(column) === undefined)) continue;
      const below = rows.filter(({ number }) => number > head.number);
      return [
        {
          ...{ sheet, headerRow: head.number },
          rows: below.map(({ number, cells }) => ({
            ...{ sheet, rowNumber: number },
            cells: Object.fromEntries([...places].map(([column, index]) => [column, cells[index] ?? null])),
          })),
        },
      ];
    }
    return [];
  });
}

function placesIn(cells: readonly Cell[]): Map<Column, number> {
  const texts = cells.map((cell) =>
    typeof cell === "string" ? cell.normalize("NFKC").replace(/[\s*:：]/g, "") : "",
  );
  const places = new Map<Column, number>();
  for (const column of columns) {
    const index = texts.findIndex((text) => isHeading(column, text));
    if (index >= 0) places.set(column, index);
  }
  return places;
}

function isHeading(column: Column, text: string): boolean {
  const known: readonly string[] = headings[column];
  return known.includes(text);
}

/** What the register already knows, for judging a file against it. */
export type Register = {
  /** Open unions the importer may register in, by name. */
  unions: ReadonlyMap<string, number>;
  /** Registered workers in sight, by identity number. */
  workers: ReadonlyMap<
    string,
    { name: string; unionId: number; unionName: string; mobile: string; cardNo: string }
  >;
  /** Whose cards are registered, by card number. */
  cards: ReadonlyMap<string, string>;
  /** Identity numbers registered out of sight. */
  elsewhere: ReadonlySet<string>;
  today: BusinessDate;
};

export type Outcome = "READY" | "UNCHANGED" | "FAULTY";

/** A row with its verdict: every fault at once, and the worker when the row can be imported. */
export type JudgedRow = FileRow & { outcome: Outcome; reason: string; worker: NewWorker | null };

type Draft = { row: FileRow; faults: string[]; worker: NewWorker };

/** Judges all rows of a file against each other and against the register. */
export function judgeRows(rows: readonly FileRow[], register: Register): JudgedRow[] {
  const drafts = rows.map((row) => readRow(row, register));
  markRepeats(drafts, "证件号码", ({ worker }) => worker.idNo);
  markRepeats(drafts, "京卡卡号", ({ worker }) => worker.cardNo);
  return drafts.map(({ row, faults, worker }) => {
    const known = register.workers.get(worker.idNo);
    if (faults.length === 0 && known !== undefined) return judgeKnown(row, worker, known);
    if (faults.length === 0 && register.elsewhere.has(worker.idNo)) {
      faults.push("此人已在其他工会登记，调入由上级工会或职工服务中心办理");
    }
    const holder = worker.cardNo === null ? undefined : register.cards.get(worker.cardNo);
    if (holder !== undefined) faults.push(`京卡卡号已登记在${holder}名下`);
    if (faults.length > 0) return { ...row, outcome: "FAULTY", reason: faults.join("；"), worker: null };
    return { ...row, outcome: "READY", reason: "", worker };
  });
}

function judgeKnown(
  row: FileRow,
  worker: NewWorker,
  known: { name: string; unionId: number; unionName: string; mobile: string; cardNo: string },
): JudgedRow {
  if (known.name !== worker.name) {
    return { ...row, outcome: "FAULTY", reason: `该证件号码在名册中的姓名是${known.name}`, worker: null };
  }
  if (known.unionId !== worker.unionId) {
    return { ...row, outcome: "FAULTY", reason: `名册中属于${known.unionName}，请办理调动`, worker: null };
  }
  const differs = [
    ...(worker.mobile !== null && worker.mobile !== known.mobile ? ["手机号"] : []),
    ...(worker.cardNo !== null && worker.cardNo !== known.cardNo ? ["京卡卡号"] : []),
  ];
  const reason =
    differs.length > 0 ? `已在名册；${differs.join("、")}与名册不同，未改动` : "已在名册，无变化";
  return { ...row, outcome: "UNCHANGED", reason, worker: null };
}

function markRepeats(drafts: readonly Draft[], what: string, keyOf: (draft: Draft) => string | null): void {
  const places = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const key = keyOf(draft);
    if (key === null || key === "") continue;
    places.set(key, [...(places.get(key) ?? []), draft]);
  }
  for (const same of places.values()) {
    if (same.length < 2) continue;
    for (const draft of same) {
      const others = same.filter((other) => other !== draft).map(({ row }) => placeOf(row, draft.row));
      draft.faults.push(`${what}与${others.join("、")}重复`);
    }
  }
}

function placeOf(row: FileRow, from: FileRow): string {
  return row.sheet === from.sheet ? `第 ${row.rowNumber} 行` : `“${row.sheet}”第 ${row.rowNumber} 行`;
}

function readRow(row: FileRow, { unions, today }: Register): Draft {
  const faults: string[] = [];
  const take = <Value>(read: Read<Value>): Value | null => {
    if (read.ok) return read.value;
    faults.push(read.fault);
    return null;
  };
  const text = (column: Column) => textOf(row.cells[column]);
  const name = take(text("name") === "" ? missing("缺姓名") : readName(text("name")));
  const idType = readTypeCell(text("idType"), faults);
  const paper = idType === null ? null : take(readIdCell(idType, row.cells.idNo, today));
  const gender = readGender(text("gender"), paper?.gender ?? null, faults);
  const mobile = text("mobile") === "" ? null : take(readMobile(text("mobile")));
  const cardNo = text("cardNo") === "" ? null : take(readCardCell(row.cells.cardNo));
  const joinedOn = readJoined(row.cells.joinedOn, paper?.birthDate ?? null, { today, faults });
  const unionId = unions.get(normalizeName(text("union")));
  if (unionId === undefined)
    faults.push(text("union") === "" ? "缺所属工会" : "所属工会不在您的登记范围内，请核对名称或请该工会办理");
  const worker: NewWorker = {
    ...{ unionId: unionId ?? 0, name: name ?? "", idType: idType ?? "ID_CARD", idNo: paper?.number ?? "" },
    ...{
      wasFifteen: paper?.wasFifteen ?? false,
      gender,
      birthDate: paper?.birthDate ?? null,
      mobile,
      cardNo,
    },
    ...{ employmentStatus: "ON_DUTY", joinedOn: joinedOn ?? "", reason: "入会", source: "名册导入" },
  };
  return { row, faults, worker };
}

function missing(fault: string): Read<string> {
  return { ok: false, fault };
}

/** A cell as text; a number too long for a sheet to hold has lost digits and is told apart by its callers. */
function textOf(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? "" : String(cell).trim();
}

const longestExact = 15;

function hasLostDigits(cell: Cell | undefined): boolean {
  return typeof cell === "number" && Math.abs(cell) >= 10 ** longestExact;
}

function readIdCell(type: IdType, cell: Cell | undefined, today: BusinessDate) {
  if (textOf(cell) === "") return { ok: false, fault: "缺证件号码" } as const;
  if (hasLostDigits(cell)) {
    return { ok: false, fault: "位数丢失：证件号码以数值保存，后几位已变成 0，请按文本重新填写" } as const;
  }
  return readIdentityNumber(type, textOf(cell), today, { acceptFifteen: true });
}

function readCardCell(cell: Cell | undefined) {
  if (hasLostDigits(cell)) {
    return { ok: false, fault: "位数丢失：卡号以数值保存，后几位已变成 0，请按文本重新填写" } as const;
  }
  return readCardNumber(textOf(cell));
}

function readTypeCell(label: string, faults: string[]): IdType | null {
  if (label === "") return "ID_CARD";
  const type = readIdType(label);
  if (type === null) faults.push(`不认识的证件类型“${label.slice(0, 20)}”`);
  return type;
}

function readGender(text: string, ofPaper: string | null, faults: string[]): string | null {
  const given = text.replace(/性$/, "");
  if (given !== "" && given !== "男" && given !== "女") faults.push("性别应为男或女");
  else if (given !== "" && ofPaper !== null && given !== ofPaper)
    faults.push(`性别与证件号码不符（证件为${ofPaper}）`);
  return ofPaper ?? (given === "" ? null : given);
}

function readJoined(
  cell: Cell | undefined,
  birthDate: BusinessDate | null,
  { today, faults }: { today: BusinessDate; faults: string[] },
): BusinessDate | null {
  if (textOf(cell) === "") {
    faults.push("缺入会日期");
    return null;
  }
  const date = typeof cell === "boolean" ? null : parseDate(cell ?? "");
  if (date === null) faults.push("入会日期不正确");
  else if (date > today) faults.push("入会日期晚于今天");
  else if (birthDate !== null && date <= birthDate) faults.push("入会日期早于出生日期");
  return date;
}
