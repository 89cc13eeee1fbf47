import { expect, test } from "@playwright/test";
import { pageOf } from "./people";
import { chooseType, typeLines } from "./spending-form";

test("a shopping card is forbidden while one types, the remedy takes it out, nothing is reloaded", async ({
  browser,
}) => {
  const page = await pageOf(browser, "jingban");
  await page.goto("/spending/new");
  let documents = 0;
  page.on("request", (request) => {
    if (request.isNavigationRequest()) documents += 1;
  });
  await page.getByLabel("事由").fill("国庆节慰问品（米、油）");
  await page.getByLabel("发生日期", { exact: true }).fill("2026-09-25");
  await chooseType(page, "节日慰问");
  await page.getByLabel("付款方式").selectOption({ label: "转账" });
  await typeLines(page, [
    ["东北大米 5kg", "120", "62"],
    ["超市购物卡", "20", "100"],
  ]);
  const verdict = page.getByRole("region", { name: "依据与结论" });
  await expect(verdict.getByRole("status")).toContainText("禁止");
  await expect(verdict).toContainText("超市购物卡");
  await expect(page.getByRole("button", { name: "提交审批" })).toBeDisabled();
  await expect(page.getByText("条禁止，解决后可提交")).toBeVisible();

  await verdict.getByRole("button", { name: /去掉“购物卡”/ }).click();
  await expect(page.getByLabel("第2行明细")).toHaveCount(0);
  await expect(verdict.getByRole("status")).not.toContainText("禁止");
  await expect(verdict).toContainText("余");
  expect(documents).toBe(0);
});

test("cash is allowed up to the limit and not one fen above", async ({ browser }) => {
  const page = await pageOf(browser, "jingban");
  await page.goto("/spending/new");
  await page.getByLabel("事由").fill("办公用品");
  await chooseType(page, "办公费");
  await page.getByLabel("付款方式").selectOption({ label: "现金" });
  await typeLines(page, [["打印纸", "1", "1000.00"]]);
  const verdict = page.getByRole("region", { name: "依据与结论" });
  await expect(verdict.getByRole("status")).not.toContainText("禁止");
  await page.getByLabel("第1行单价").fill("1000.01");
  await expect(verdict.getByRole("status")).toContainText("禁止");
  await page.getByLabel("付款方式").selectOption({ label: "转账" });
  await expect(verdict.getByRole("status")).not.toContainText("禁止");
});

test("a draft keeps what was typed on the server and over a reload", async ({ browser }) => {
  const page = await pageOf(browser, "jingban");
  await page.goto("/spending/new?kind=REQUEST");
  await page.getByLabel("事由").fill("重阳健步走方案");
  await page.keyboard.press("Control+s");
  await expect(page).toHaveURL(/\/spending\/\d+\/edit$/);
  await expect(page.getByText("草稿已保存")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("事由")).toHaveValue("重阳健步走方案");
});
