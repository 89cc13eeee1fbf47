import { type Browser, expect, type Page } from "@playwright/test";

type DemoAccount = { login: string; role: string; password: string };

/** The demo accounts as the seed printed them. */
function accounts(): DemoAccount[] {
  const known: { accounts: DemoAccount[] } = JSON.parse(process.env["DEMO_ACCOUNTS"] ?? '{"accounts":[]}');
  return known.accounts;
}

/** One login for each role or set of roles of the demo district. */
export function demoLogins(): string[] {
  return [...new Map(accounts().map((each) => [each.role, each.login])).values()];
}

function account(login: string): DemoAccount {
  const found = accounts().find((each) => each.login === login);
  if (found === undefined) throw new Error(`no demo account ${login}; journeys run through npm test`);
  return found;
}

/** Signs in through the page, as a person does, and waits for the desk. */
export async function signIn(page: Page, login: string): Promise<void> {
  const { password } = account(login);
  await page.goto("/login");
  await page.getByLabel("账号", { exact: true }).fill(login);
  await page.getByLabel("密码", { exact: true }).fill(password);
  await page.getByRole("button", { name: "登录" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "工作台" })).toBeVisible();
}

/** A page of a person's own browser, signed in. */
export async function pageOf(browser: Browser, login: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, login);
  return page;
}
