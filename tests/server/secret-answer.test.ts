import { describe, expect, it } from "vitest";
import { inviteAccount } from "@/lib/accounts/commands/invite-account";
import { runCommand } from "@/lib/server/command";
import { demoDistrict } from "../accounts/demo-actors";

describe("an answer that is told once", () => {
  const { actorOf, sql } = demoDistrict();

  it("is not kept with the key of its request", async () => {
    const administrator = await actorOf("xitong");
    const input = { login: "xinren", name: "新来人", idNo: "110109198203150004" };
    const answer = await runCommand(inviteAccount, administrator, input, { key: "once-only" });
    expect(answer.link).toContain("/activate/");
    expect(await sql("select key from idempotency_key where key = 'once-only'")).toEqual([]);
  });
});
