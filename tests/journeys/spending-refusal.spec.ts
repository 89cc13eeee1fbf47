import { expect, test } from "@playwright/test";
import { pageOf } from "./people";
import { chooseType, typeLines } from "./spending-form";

test("a refused submission names the field and keeps everything that was typed", async ({ browser }) => {
  const page = await pageOf(browser, "jingban");
  await page.goto("/spending/new");
  await page.getByLabel("事由").fill("明年的办公用品");
  await page.getByLabel("发生日期", { exact: true }).fill("2099-01-01");
  await chooseType(page, "办公费");
  await page.getByLabel("付款方式").selectOption({ label: "转账" });
  await page.getByLabel("收款单位").fill("文化用品店");
  await typeLines(page, [["笔记本", "10", "5"]]);
  const reason = page.getByLabel("理由");
  if (await reason.isVisible()) await reason.fill("提前采购");
  await page.keyboard.press("Control+Enter");
  const summary = page.getByRole("alert").first();
  await expect(summary).toContainText("不能晚于今天");
  await expect(page.getByLabel("事由")).toHaveValue("明年的办公用品");
  await expect(page.getByLabel("第1行金额（元）")).toHaveValue("50.00");
  await summary.getByRole("link").first().click();
  await expect(page.getByLabel("发生日期", { exact: true })).toBeFocused();
});
