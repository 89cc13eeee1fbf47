import { expect, type Page, test } from "@playwright/test";
import { pageOf } from "./people";
import { addPaper, chooseType, typeLines } from "./spending-form";

test.setTimeout(180_000);

async function take(page: Page, address: string, step: string): Promise<void> {
  await page.goto(address);
  await page.getByRole("button", { name: step, exact: true }).click();
  await expect(page.getByRole("button", { name: step, exact: true })).toHaveCount(0);
}

test("a claim goes from its claimant over accountant, witness, chair and cashier into the books", async ({
  browser,
}) => {
  const claimant = await pageOf(browser, "jingban");
  await claimant.goto("/spending/new");
  await claimant.getByLabel("事由").fill("会员之家打印纸");
  await chooseType(claimant, "办公费");
  await claimant.getByLabel("付款方式").selectOption({ label: "转账" });
  await claimant.getByLabel("收款单位").fill("文化用品店");
  await typeLines(claimant, [["打印纸", "4", "26.50"]]);
  await expect(claimant.getByText("人民币壹佰零陆元整")).toBeVisible();
  await addPaper(claimant, "发票");
  await claimant.getByRole("button", { name: "添加发票" }).click();
  await claimant.getByLabel("发票号码").fill("26117000000000000106");
  await claimant.getByRole("button", { name: "票面与本工会名称、税号一致" }).click();
  await expect(claimant.getByRole("button", { name: "提交审批" })).toBeEnabled();
  await claimant.getByLabel("发票号码").press("Control+Enter");
  await expect(claimant).toHaveURL(/\/spending\/\d+$/);
  const address = new URL(claimant.url()).pathname;
  await expect(claimant.getByText("待会计审核").first()).toBeVisible();

  const accountant = await pageOf(browser, "kuaiji");
  await take(accountant, address, "审核通过");
  const witness = await pageOf(browser, "zhengming");
  await take(witness, address, "证明");
  const cashier = await pageOf(browser, "chuna");
  await cashier.goto(address);
  await expect(cashier.getByText("待主席审批").first()).toBeVisible();
  const chair = await pageOf(browser, "zhuxi");
  await take(chair, address, "批准");
  await take(cashier, address, "登记付款");
  await take(accountant, address, "制单");
  await expect(accountant.getByRole("link", { name: /凭证/ }).last()).toBeVisible();
  for (const moment of ["提交时", "审批时", "付款时"]) {
    await expect(accountant.getByRole("link", { name: moment })).toBeVisible();
  }
});

test("who answers for a claim is not offered its approval, and the page names who decides", async ({
  browser,
}) => {
  const claimant = await pageOf(browser, "jingban");
  await claimant.goto("/spending?tab=all");
  await claimant.getByRole("link", { name: "会员之家打印纸" }).first().click();
  await expect(claimant.getByRole("button", { name: "批准" })).toHaveCount(0);
});
