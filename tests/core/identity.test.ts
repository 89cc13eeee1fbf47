import { describe, expect, it } from "vitest";
import {
  normalizeName,
  pinyinInitials,
  readCardNumber,
  readCreditCode,
  readIdentityNumber,
  readIdType,
  readLandline,
  readMobile,
  readName,
  readResidentId,
  readUnionCreditCode,
} from "@/lib/core/identity";
import { maskCard, maskIdNumber, maskMobile, maskName } from "@/lib/core/masks";

const today = "2026-11-01";

describe("a resident identity number", () => {
  it.each([
    ["110109198203150004", "女", "1982-03-15"],
    ["110109198507220024", "女", "1985-07-22"],
    ["110109200409090043", "女", "2004-09-09"],
    ["110109197901010063", "女", "1979-01-01"],
    ["110109199001010083", "女", "1990-01-01"],
    ["110109197711300019", "男", "1977-11-30"],
    ["110109198808080037", "男", "1988-08-08"],
    ["110109199105050100", "女", "1991-05-05"],
  ])("%s is valid and tells %s, %s", (number, gender, birthDate) => {
    expect(readResidentId(number, today)).toEqual({
      ok: true,
      value: { number, gender, birthDate, wasFifteen: false },
    });
  });

  it.each([
    ["110109198203150005", "校验位不正确"],
    ["110109198202300004", "出生日期不存在"],
    ["11010919820315000", "应为 18 位，现为 17 位"],
    ["110109820315001", "应为 18 位，现为 15 位"],
    ["010109198203150004", "格式不正确"],
    ["11010919820315000A", "不应有的字符"],
    ["110109203001010012", "晚于今天"],
    ["110109190001010014", "过早"],
    ["1.10109198203150E+17", "位数丢失"],
    ["1.10109E+17", "位数丢失"],
    ["110109198203150000", "位数丢失"],
    ["", "现为 0 位"],
  ])("%s is refused: %s", (number, fault) => {
    const read = readResidentId(number, today);
    expect(read.ok ? "" : read.fault).toContain(fault);
  });

  it("is the same number in full width, with spaces, quotes and a small x", () => {
    for (const text of [
      "１１０１０９１９７５０３１１０００Ｘ",
      " 110109 19750311 000x ",
      "'11010919750311000x",
    ]) {
      expect(readResidentId(text, today)).toMatchObject({
        ok: true,
        value: { number: "11010919750311000X" },
      });
    }
  });

  it("of fifteen digits is read in old lists only", () => {
    expect(readResidentId("110109820315001", today, { acceptFifteen: true })).toMatchObject({
      value: { number: "110109198203150012", wasFifteen: true },
    });
  });
});

describe("other papers", () => {
  it.each([
    ["HM_PASS", "H12345678"],
    ["HM_PASS", "m1234567801"],
    ["TW_PASS", "12345678"],
    ["FOREIGN_PR", "CHN110123456789"],
    ["PASSPORT", "E12345678"],
    ["HMT_RESIDENCE", "810000199408230021"],
  ] as const)("%s takes %s", (type, number) => {
    expect(readIdentityNumber(type, number, today)).toMatchObject({ ok: true });
  });

  it.each([
    ["HM_PASS", "12345678"],
    ["TW_PASS", "H12345678"],
    ["HMT_RESIDENCE", "110109198203150004"],
    ["PASSPORT", "护照号"],
  ] as const)("%s refuses %s", (type, number) => {
    expect(readIdentityNumber(type, number, today)).toMatchObject({ ok: false });
  });

  it("are known by their official names", () => {
    expect(readIdType(" 居民身份证")).toBe("ID_CARD");
    expect(readIdType("身份证")).toBe("ID_CARD");
    expect(readIdType("军官证")).toBeNull();
  });
});

describe("numbers people write", () => {
  it("mobiles, with or without the country code", () => {
    expect(readMobile("138 0000 1000")).toEqual({ ok: true, value: "13800001000" });
    expect(readMobile("+86-138-0000-1000")).toEqual({ ok: true, value: "13800001000" });
    for (const text of ["12800001000", "1380000100", "010-69842000", "138000010000"])
      expect(readMobile(text).ok).toBe(false);
    expect(readLandline("010-69842000").ok).toBe(true);
  });

  it.each(["6210000000000000017", "6210000000000000025", "6210 0000 0000 0000 033", "6210000000000000041"])(
    "takes the card %s",
    (card) => expect(readCardNumber(card).ok).toBe(true),
  );

  it.each(["6210000000000000018", "621000000000", "62100000000000000170", "6.21E+18"])(
    "refuses the card %s",
    (card) => expect(readCardNumber(card).ok).toBe(false),
  );

  it("credit codes of unions begin with 81", () => {
    expect(readUnionCreditCode("81110109mc0012345q")).toEqual({ ok: true, value: "81110109MC0012345Q" });
    expect(readCreditCode("81110109MC0012345R")).toMatchObject({ ok: false });
    expect(readCreditCode("8111O109MC0012345Q")).toMatchObject({
      fault: expect.stringContaining("不使用的字符"),
    });
    expect(readCreditCode("91350100M000100Y43")).toMatchObject({ ok: true });
    expect(readUnionCreditCode("91350100M000100Y43")).toMatchObject({ fault: expect.stringContaining("81") });
  });
});

describe("names", () => {
  it("compare without spaces and with one kind of dot", () => {
    expect(normalizeName("张　 三")).toBe("张三");
    expect(normalizeName("阿迪力•买买提")).toBe("阿迪力·买买提");
    expect(normalizeName("阿迪力.买买提")).toBe("阿迪力·买买提");
    expect(readName("王")).toMatchObject({ ok: false });
    expect(readName("王1")).toMatchObject({ ok: false });
  });

  it("are found by the first letters of their pinyin", () => {
    expect(pinyinInitials("王建国")).toBe("wjg");
    expect(pinyinInitials("任晓雨")).toBe("rxy");
    expect(pinyinInitials("阿迪力·买买提")).toBe("adlmmt");
  });
});

describe("masks", () => {
  it("show the ends only", () => {
    expect(maskIdNumber("110109198203150004")).toBe("110109********0004");
    expect(maskIdNumber("E12345678")).toBe("E*****678");
    expect(maskMobile("13800000004")).toBe("138****0004");
    expect(maskCard("6210000000000000017")).toBe("6210 **** 0017");
    expect(maskName("张三丰")).toBe("张*");
  });
});
