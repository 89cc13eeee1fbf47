import { describe, expect, it } from "vitest";
import { passwordFaults } from "@/lib/server/password";
import { ownPath } from "@/lib/server/session-cookie";

process.env["WEB_DATABASE_URL"] ??= "postgres://nobody@localhost/none";
const owner = { login: "jingban", name: "孙经办" };

describe("the password policy", () => {
  it.each([
    "Chunfeng-26x",
    "chunfeng 2026 huayu",
    "春风化雨-Aa-2026-甲",
    "correct-Horse-battery-staple",
    `Aa1-${"长短句平仄韵脚".repeat(9)}`,
    "A-password-is-a-Sentence-9",
  ])("takes %s", (password) => {
    expect(passwordFaults(password, owner)).toEqual([]);
  });

  it.each([
    ["Aa1-short", "至少 10 位"],
    ["onlylowercase", "至少含三类"],
    ["lower1234567", "至少含三类"],
    ["Jingban-2026-x", "不能包含账号"],
    ["Aa1-孙经办-2026", "不能包含姓名"],
    ["Password-1", "过于常见"],
    ["Gonghui@2026", "过于常见"],
    ["工会工会Aa123", "过于常见"],
    ["Aa1!Aa1!Aa1!", "重复字符过多"],
    [`Aa1-${"长".repeat(125)}`, "最多 128 位"],
  ])("refuses %s and says why", (password, fault) => {
    expect(passwordFaults(password, owner).join("；")).toContain(fault);
  });
});

describe("where signing in leads", () => {
  it.each(["/", "/spending", "/spending/12?tab=steps", "/workers?q=%E5%BC%A0"])("goes on to %s", (path) => {
    expect(ownPath(path)).toBe(path);
  });

  it.each([
    ...[
      "//evil.example",
      "/\\evil.example",
      "\\\\evil.example",
      "https:evil.example",
      "https://evil.example/",
    ],
    ...[
      "javascript:alert(1)",
      "/\t/evil.example",
      "\t//evil.example",
      "/%09//evil.example\n",
      "///evil.example",
    ],
    ...["@evil.example", "evil.example", "/\u3002evil", "data:text/html,x", "/login", "/login?next=/login"],
    ...[
      "/api/auth/signout",
      "/activate/x",
      "",
      " /x",
      "/..//evil.example",
      "/.//evil.example",
      "http:/x",
      "/a\\b",
    ],
    ...["/\u0000x", `/${"a".repeat(3000)}`],
  ])("stays at home for %j", (path) => {
    expect(ownPath(path)).toBe("/");
  });
});
