import path from "node:path";
import { expect, test } from "@playwright/test";
import { pageOf } from "./people";

const list = path.join(import.meta.dirname, "../fixtures/spending-list-2026.xlsx");

test.setTimeout(120_000);

test("a union's own list is judged row by row, its good rows become drafts, the same file adds nothing", async ({
  browser,
}) => {
  const page = await pageOf(browser, "jingban");
  await page.goto("/spending/import");
  await page.getByLabel("拖入支出明细表，或点击选择（.xlsx）").setInputFiles(list);
  await page.getByRole("button", { name: "逐行判定" }).click();
  await expect(page).toHaveURL(/\/spending\/import\/\d+$/, { timeout: 60_000 });
  await expect(page.getByRole("link", { name: /禁止/ }).first()).toBeVisible();
  const back = page.waitForEvent("download");
  await page.getByRole("link", { name: "取回带结论的原表" }).click();
  expect((await back).suggestedFilename()).toContain("结论");

  await page.getByText(/^只导入可用的\d+行/).click();
  await page.getByRole("button", { name: /^导入\d+行为草稿$/ }).click();
  await expect(page.getByText(/^✓ 已于/)).toBeVisible();

  await page.goto("/spending/import");
  await page.getByLabel("拖入支出明细表，或点击选择（.xlsx）").setInputFiles(list);
  await page.getByRole("button", { name: "逐行判定" }).click();
  await expect(page).toHaveURL(/\/spending\/import\/\d+$/, { timeout: 60_000 });
  await expect(page.getByText(/以前已经导入过，本次没有新的行/)).toBeVisible();
});
