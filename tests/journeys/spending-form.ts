import type { Page } from "@playwright/test";

/** The smallest file the portal takes for a PDF. */
export const pdf = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF");

/** Types a kind of spending into its box and takes it. */
export async function chooseType(page: Page, word: string): Promise<void> {
  await page.getByLabel("支出类型").click();
  await page.keyboard.type(word);
  await page.keyboard.press("Enter");
}

/** Enters lines from the keyboard alone: name, number and price each, the account as proposed. */
export async function typeLines(
  page: Page,
  lines: readonly (readonly [string, string, string])[],
): Promise<void> {
  await page.getByLabel("第1行明细").focus();
  for (const [index, [name, quantity, price]] of lines.entries()) {
    if (index > 0) {
      await page.keyboard.press("Enter");
      await page.getByLabel(`第${index + 1}行明细`).waitFor();
    }
    for (const text of [name, "", quantity, price]) {
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
    }
  }
}

/** Puts a paper on its row of the checklist and waits until it is there. */
export async function addPaper(page: Page, kind: string): Promise<void> {
  const row = page.getByRole("listitem").filter({ hasText: new RegExp(`^${kind}`) });
  await row.getByLabel(`${kind}的文件`).setInputFiles({
    name: `${kind}.pdf`,
    mimeType: "application/pdf",
    buffer: pdf,
  });
  await row.getByText("✓ 1份").waitFor();
}
