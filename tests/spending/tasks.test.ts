import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "@/lib/server/command";
import { closeDatabase } from "@/lib/server/db";
import { read } from "@/lib/server/query";
import { approveDocument } from "@/lib/spending/commands/approve-document";
import { confirmWitness } from "@/lib/spending/commands/confirm-witness";
import { myTasks } from "@/lib/spending/queries";
import { approveBudget, brought, type Hospital, officePaper, openHospital, today } from "./hospital";

let house: Hospital;
beforeAll(async () => {
  house = await openHospital();
  await approveBudget(house, { income: 400_000, lines: { "50504": 900_000 } });
});
afterAll(closeDatabase);

/** What stands on everybody's desk about one document, by login. */
async function waitingFor(documentId: string): Promise<Record<string, string>> {
  const waiting: Record<string, string> = {};
  for (const [login, actor] of Object.entries(house.actors)) {
    const tasks = await read(actor, myTasks, {}, { today });
    const own = tasks.filter((task) => task.href === `/spending/${documentId}`);
    if (own.length > 0) waiting[login] = own.map((task) => task.title.split("：")[0]).join("、");
  }
  return waiting;
}

describe("a claim on the desks of a union", () => {
  it("waits for the bookkeeper and the witness once it is handed in", async () => {
    const { id } = await brought(house, officePaper(), "SUBMITTED");
    expect(await waitingFor(id)).toEqual({ kuaiji: "审核", zhengming: "证明" });
  });

  it("waits for the chair alone once it is reviewed, and for the deputy when it is the chair's own", async () => {
    const { id } = await brought(house, officePaper(), "REVIEWED");
    expect(await waitingFor(id)).toMatchObject({ zhuxi: "审批" });
    expect(await waitingFor(id)).not.toHaveProperty("fuzhuxi");
    const own = await brought(house, officePaper({ claimantId: house.personOf("zhuxi") }), "REVIEWED");
    expect(await waitingFor(own.id)).toMatchObject({ fuzhuxi: "审批" });
    expect(await waitingFor(own.id)).not.toHaveProperty("zhuxi");
  });

  it("reaches the cashier only after somebody has vouched for it", async () => {
    const reviewed = await brought(house, officePaper(), "REVIEWED");
    const { id, version } = await runCommand(approveDocument, house.actors.zhuxi, reviewed, { today });
    expect(await waitingFor(id)).toEqual({ zhengming: "证明" });
    await runCommand(confirmWitness, house.actors.zhengming, { id, version }, { today });
    expect(await waitingFor(id)).toEqual({ chuna: "付款" });
  });
});
