import { describe, expect, it } from "vitest";
import { asOwner, testDatabase } from "./test-database";

const { ownerUrl, webUrl } = await testDatabase();

describe("the database of a test file", () => {
  it("carries every migration and nothing else", async () => {
    expect(await asOwner(ownerUrl, "select count(*)::int as accounts from account")).toEqual([
      { accounts: 0 },
    ]);
  });

  it("lets the web role sign in but own nothing", async () => {
    const owned = "select count(*)::int as tables from pg_tables where tableowner = current_user";
    expect(await asOwner(webUrl, owned)).toEqual([{ tables: 0 }]);
    await expect(asOwner(webUrl, "create table public.mine (id int)")).rejects.toMatchObject({
      code: "42501",
    });
  });

  it("sorts Chinese names by their sound", async () => {
    const sorted =
      "select name from (values ('张三'), ('李四'), ('王五'), ('长沙'), ('重庆')) as n(name) order by name";
    const rows = await asOwner<{ name: string }>(ownerUrl, sorted);
    expect(rows.map((row) => row.name)).toEqual(["重庆", "李四", "王五", "张三", "长沙"]);
  });
});
