import { describe, expect, it } from "vitest";
import { optionOf } from "@/app/(portal)/ledger/_components/account-options";
import { matching } from "@/components/form/combobox-options";

const account = { isLeaf: true, side: "DEBIT" as const };
const options = [
  {
    ...account,
    code: "50102",
    fullName: "职工活动支出—文体活动支出",
    initials: "zghdzcwthdzc",
    aliases: ["会员活动费"],
  },
  { ...account, code: "50301", fullName: "行政支出—公用支出", initials: "xzzcgyzc", aliases: [] },
].map(optionOf);

describe("choosing an account", () => {
  it("finds it by code, by characters, by first letters and by the name it had in former years", () => {
    for (const search of ["501", "文体", "zghd", "ZGHD", "会员活动"]) {
      expect(
        matching(options, search).map(({ code }) => code),
        search,
      ).toEqual(["50102"]);
    }
    expect(matching(options, "没有的科目")).toEqual([]);
    expect(matching(options, " ")).toHaveLength(2);
  });
});
