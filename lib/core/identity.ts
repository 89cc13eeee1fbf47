import { addYears, type BusinessDate, parseDate } from "@/lib/core/dates";

/** What came of reading a number: its one normal form, or why it is not one. */
export type Read<Value> = { ok: true; value: Value } | { ok: false; fault: string };

export type Gender = "男" | "女";

export type ResidentId = {
  /** Eighteen characters, X in capitals. */
  number: string;
  gender: Gender;
  birthDate: BusinessDate;
  /** It was written with the fifteen digits used before 1999. */
  wasFifteen: boolean;
};

const longestLife = 120;

/** Half width, no spaces, quotes or hyphens, capitals: how numbers of papers are compared. */
export function normalizeNumber(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s'"‘’“”`\-\u200b\ufeff]/g, "")
    .toUpperCase();
}

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The check character of the first seventeen digits (GB 11643-1999). */
export function idCheckCharacter(seventeen: string): string {
  const sum = idWeights.reduce((total, weight, index) => total + weight * Number(seventeen[index]), 0);
  return "10X98765432".charAt(sum % 11);
}

/** Reads a resident identity number of eighteen digits, or of fifteen where old lists are read (GB 11643-1999). */
export function readResidentId(
  text: string,
  on: BusinessDate,
  options: { acceptFifteen?: boolean } = {},
): Read<ResidentId> {
  const given = normalizeNumber(text);
  if (/^\d(?:\.\d+)?E\+?\d+$/.test(given)) return { ok: false, fault: "位数丢失：号码被表格改成了科学计数" };
  const wasFifteen = options.acceptFifteen === true && /^\d{15}$/.test(given);
  const number = wasFifteen ? fromFifteen(given) : given;
  if (!/^[\dX]*$/.test(number)) return { ok: false, fault: "身份证号含有不应有的字符" };
  if (number.length !== 18) return { ok: false, fault: `身份证号应为 18 位，现为 ${number.length} 位` };
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return { ok: false, fault: "身份证号格式不正确" };
  const birthDate = parseDate(number.slice(6, 14));
  if (birthDate === null) return { ok: false, fault: "身份证号中的出生日期不存在" };
  if (birthDate > on) return { ok: false, fault: "身份证号中的出生日期晚于今天" };
  if (addYears(birthDate, longestLife) < on) return { ok: false, fault: "身份证号中的出生日期过早" };
  if (idCheckCharacter(number) !== number[17]) {
    // Excel keeps fifteen digits of a number and puts noughts behind them.
    const isRounded = number.endsWith("000");
    return {
      ok: false,
      fault: isRounded ? "位数丢失：末三位被表格改成了 000" : "身份证号校验位不正确，请核对",
    };
  }
  return { ok: true, value: { number, gender: genderOf(number), birthDate, wasFifteen } };
}

function fromFifteen(fifteen: string): string {
  const seventeen = `${fifteen.slice(0, 6)}19${fifteen.slice(6)}`;
  return seventeen + idCheckCharacter(seventeen);
}

function genderOf(number: string): Gender {
  return Number(number[16]) % 2 === 1 ? "男" : "女";
}

/** The kinds of identity paper a worker may be registered with, as the register file words them (welfare.md 1.2). */
export const idTypeLabels = {
  ID_CARD: "居民身份证",
  HMT_RESIDENCE: "港澳台居民居住证",
  HM_PASS: "港澳居民来往内地通行证",
  TW_PASS: "台湾居民来往大陆通行证",
  FOREIGN_PR: "外国人永久居留证",
  PASSPORT: "护照",
} as const;

export type IdType = keyof typeof idTypeLabels;

/** A paper's number in normal form, with what the number itself tells about the person. */
export type IdentityNumber = { number: string; gender: Gender | null; birthDate: BusinessDate | null };

const otherPapers: Record<Exclude<IdType, "ID_CARD" | "HMT_RESIDENCE">, { form: RegExp; fault: string }> = {
  HM_PASS: { form: /^[HM]\d{8}(\d{2})?$/, fault: "港澳通行证号应为 H 或 M 加 8 位或 10 位数字" },
  TW_PASS: { form: /^\d{8}(\d{2}[A-Z]?)?$/, fault: "台湾通行证号应为 8 位数字" },
  FOREIGN_PR: { form: /^([A-Z]{3}\d{12}|9\d{17})$/, fault: "永久居留证号应为 15 位或 18 位" },
  PASSPORT: { form: /^[A-Z0-9]{5,17}$/, fault: "护照号应为 5 至 17 位字母和数字" },
};

/** Reads the number of a paper of a given kind. */
export function readIdentityNumber(
  type: IdType,
  text: string,
  on: BusinessDate,
  options: { acceptFifteen?: boolean } = {},
): Read<IdentityNumber & { wasFifteen: boolean }> {
  if (type === "ID_CARD" || type === "HMT_RESIDENCE") {
    const read = readResidentId(text, on, type === "ID_CARD" ? options : {});
    if (!read.ok) return read;
    if (type === "HMT_RESIDENCE" && !/^8[123]0000/.test(read.value.number)) {
      return { ok: false, fault: "港澳台居民居住证号应以 810000、820000 或 830000 开头" };
    }
    return read;
  }
  const number = normalizeNumber(text);
  const { form, fault } = otherPapers[type];
  if (!form.test(number)) return { ok: false, fault };
  return { ok: true, value: { number, gender: null, birthDate: null, wasFifteen: false } };
}

/** The kind of paper a label names; 身份证 alone is read as the resident identity card. */
export function readIdType(label: string): IdType | null {
  const text = label.normalize("NFKC").replace(/\s/g, "");
  if (text === "身份证") return "ID_CARD";
  for (const type of Object.keys(idTypeLabels).filter(isIdType)) {
    if (idTypeLabels[type] === text) return type;
  }
  return null;
}

function isIdType(text: string): text is IdType {
  return text in idTypeLabels;
}

/** Reads a mainland mobile number; a leading +86 is taken off. */
export function readMobile(text: string): Read<string> {
  const number = normalizeNumber(text).replace(/^\+?86(?=1\d{10}$)/, "");
  return /^1[3-9]\d{9}$/.test(number)
    ? { ok: true, value: number }
    : { ok: false, fault: "手机号应为 1 开头的 11 位数字" };
}

/** Reads a landline number with its area code. */
export function readLandline(text: string): Read<string> {
  const number = text.normalize("NFKC").replace(/\s/g, "");
  return /^0\d{2,3}-?\d{7,8}(-\d{1,6})?$/.test(number)
    ? { ok: true, value: number }
    : { ok: false, fault: "固定电话应为区号加 7 至 8 位号码" };
}

/** Reads a bank card number: sixteen to nineteen digits with a right check digit (Luhn). */
export function readCardNumber(text: string): Read<string> {
  const number = normalizeNumber(text);
  if (/^\d(?:\.\d+)?E\+?\d+$/.test(number)) return { ok: false, fault: "位数丢失：卡号被表格改成了科学计数" };
  if (!/^\d{16,19}$/.test(number)) return { ok: false, fault: "卡号应为 16 至 19 位数字" };
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0 ? { ok: true, value: number } : { ok: false, fault: "卡号校验位不正确，请核对" };
}

/** A name as it is compared: half width, no spaces, one kind of dot. */
export function normalizeName(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s\u200b\ufeff]/g, "")
    .replace(/[•・．‧∙⋅]|(?<=\p{Script=Han})\.(?=\p{Script=Han})/gu, "·");
}

/** Reads a person's name: two to fifty characters, letters and the dot of minority names only. */
export function readName(text: string): Read<string> {
  const name = normalizeName(text);
  const length = [...name].length;
  if (length < 2 || length > 50) return { ok: false, fault: "姓名应为 2 至 50 个字" };
  return /^[\p{L}\p{M}][\p{L}\p{M}·'-]*$/u.test(name)
    ? { ok: true, value: name }
    : { ok: false, fault: "姓名只能是汉字、字母和间隔号" };
}

const creditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The check character of the first seventeen characters of a unified social credit code (GB 32100-2015). */
export function creditCheckCharacter(seventeen: string): string {
  const sum = creditWeights.reduce(
    (total, weight, index) => total + weight * creditAlphabet.indexOf(seventeen.charAt(index)),
    0,
  );
  return creditAlphabet.charAt((31 - (sum % 31)) % 31);
}

/** Reads a unified social credit code (GB 32100-2015). */
export function readCreditCode(text: string): Read<string> {
  const code = normalizeNumber(text);
  if (code.length !== 18) return { ok: false, fault: `统一社会信用代码应为 18 位，现为 ${code.length} 位` };
  if (![...code].every((character) => creditAlphabet.includes(character))) {
    return { ok: false, fault: "统一社会信用代码含有不使用的字符（没有字母 I、O、S、V、Z）" };
  }
  if (creditCheckCharacter(code) !== code[17])
    return { ok: false, fault: "统一社会信用代码校验位不正确，请核对" };
  return { ok: true, value: code };
}

/** Reads the credit code of a trade union: registered by the union's own register, so it begins with 81. */
export function readUnionCreditCode(text: string): Read<string> {
  const read = readCreditCode(text);
  if (!read.ok || read.value.startsWith("81")) return read;
  return { ok: false, fault: "工会的统一社会信用代码应以 81 开头，请勿填写所在单位的代码" };
}

/** The first letters of a name's pinyin, for finding people (王建国 → wjg); characters without one are left out. */
export function pinyinInitials(name: string): string {
  const collator = new Intl.Collator("zh-Hans-CN-u-co-pinyin");
  const initials = [...normalizeName(name)].map((character) => {
    if (/[a-z]/i.test(character)) return character.toLowerCase();
    if (!/\p{Script=Han}/u.test(character)) return "";
    const next = firstOfLetter.findIndex(([first]) => collator.compare(character, first) < 0);
    return firstOfLetter.at(next === -1 ? -1 : next - 1)?.[1] ?? "";
  });
  return initials.join("");
}

// The first character of each letter in pinyin order; i, u and v begin no syllable.
const firstOfLetter: readonly (readonly [string, string])[] = [
  ...([
    ["阿", "a"],
    ["八", "b"],
    ["嚓", "c"],
    ["哒", "d"],
    ["妸", "e"],
    ["发", "f"],
    ["旮", "g"],
    ["哈", "h"],
  ] as const),
  ...([
    ["讥", "j"],
    ["咔", "k"],
    ["垃", "l"],
    ["妈", "m"],
    ["拏", "n"],
    ["噢", "o"],
    ["妑", "p"],
    ["七", "q"],
  ] as const),
  ...([
    ["呥", "r"],
    ["仨", "s"],
    ["他", "t"],
    ["屲", "w"],
    ["夕", "x"],
    ["丫", "y"],
    ["匝", "z"],
  ] as const),
];
