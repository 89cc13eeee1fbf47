import { describe, expect, it } from "vitest";
import { recordExport } from "@/lib/server/export-log";
import { demoDistrict } from "../accounts/demo-actors";

describe("a file that leaves the portal", () => {
  const { actorOf, sql } = demoDistrict();

  it("leaves a line with who took which report, chosen how, with how many rows, and no searched words", async () => {
    const accountant = await actorOf("kuaiji");
    const unionId = accountant.grants[0]?.unionId ?? 0;
    const filters = { month: "2026-03", text: "某某某", format: "xlsx" };
    await recordExport(accountant, { report: "vouchers", unionId, filters, rows: 42 }, "request-1");
    const [line] = await sql(
      "select actor_name, command, outcome, union_id, detail from audit_entry where request_id = 'request-1'",
    );
    expect(line).toEqual({
      ...{ actor_name: accountant.name, command: "portal.export", outcome: "DONE", union_id: unionId },
      detail: {
        ...{ report: "vouchers", rows: 42 },
        filters: { month: "2026-03", text: "…", format: "xlsx" },
      },
    });
  });

  it("does not leave when the line cannot be written", async () => {
    const accountant = await actorOf("kuaiji");
    const nowhere = { report: "vouchers", unionId: 999_999_999_999, filters: {}, rows: 1 };
    await expect(recordExport(accountant, nowhere, "request-2")).rejects.toThrow();
  });
});
