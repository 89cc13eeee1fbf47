import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Json } from "@/lib/core/json";
import type { Actor } from "@/lib/server/actor";
import { type Command, runCommand } from "@/lib/server/command";
import { closeDatabase } from "@/lib/server/db";
import { approveDocument } from "@/lib/spending/commands/approve-document";
import { archiveDocument } from "@/lib/spending/commands/archive-document";
import { failPayment } from "@/lib/spending/commands/fail-payment";
import { payDocument } from "@/lib/spending/commands/pay-document";
import { postDocument } from "@/lib/spending/commands/post-document";
import { rejectDocument } from "@/lib/spending/commands/reject-document";
import { returnAtApproval, returnAtPayment, returnAtReview } from "@/lib/spending/commands/return-document";
import { reviewDocument } from "@/lib/spending/commands/review-document";
import { submitDocument } from "@/lib/spending/commands/submit-document";
import { withdrawDocument } from "@/lib/spending/commands/withdraw-document";
import {
  nextState,
  permissionFor,
  type SpendingAction,
  type SpendingState,
  spendingActions,
  spendingKinds,
  spendingStates,
} from "@/lib/spending/model";
import { approveBudget, drafted, type Hospital, officePaper, openHospital, today } from "./hospital";

let house: Hospital;
let owner: pg.Client;
const documents: Record<string, string> = {};
beforeAll(async () => {
  house = await openHospital();
  await approveBudget(house, { income: 400_000, lines: { "50504": 900_000 } });
  owner = new pg.Client({ connectionString: house.database.ownerUrl });
  await owner.connect();
  documents["CLAIM"] = (await drafted(house, officePaper())).id;
  const request = officePaper({ kind: "REQUEST", invoices: [], paymentMethod: "", payeeName: "" });
  documents["REQUEST"] = (await drafted(house, request)).id;
});
afterAll(async () => {
  await owner.end();
  await closeDatabase();
});

/** Puts a document into a state from outside, past every guard, to see what can be done from there. */
async function forced(kind: string, state: SpendingState): Promise<void> {
  const prefix = kind === "CLAIM" ? "BX" : "SQ";
  await owner.query("set session_replication_role = replica");
  await owner.query(
    `update spending_document set state = $2::spending_state, number = case when $2 = 'DRAFT' then null else $3 end,
       paid_on = case when $2 in ('PAID', 'POSTED', 'ARCHIVED') then date '2026-03-31' end,
       paid_method = case when $2 in ('PAID', 'POSTED', 'ARCHIVED') then 'TRANSFER' end, version = 1 where id = $1`,
    [documents[kind], state, `${prefix}-202603-9999`],
  );
  await owner.query("set session_replication_role = origin");
}

describe("the moves of a document", () => {
  it("are the same ones in the code and in the database, for every state and every other", async () => {
    const allowed: string[] = [];
    const declared: string[] = [];
    for (const kind of spendingKinds) {
      for (const from of spendingStates) {
        const targets = spendingActions.flatMap((action) =>
          [true, false].map((isBookedHere) => nextState({ kind, isBookedHere }, from, action)),
        );
        for (const to of spendingStates) {
          if (from === to) continue;
          if (targets.includes(to)) declared.push(`${kind} ${from} ${to}`);
          await forced(kind, from);
          await owner.query("begin");
          const moved = await owner
            .query(
              `update spending_document set state = $2::spending_state, version = version + 1, number = coalesce(number, 'BX-202603-9998'),
                 paid_on = date '2026-03-31', paid_method = 'TRANSFER' where id = $1`,
              [documents[kind], to],
            )
            .then(
              () => true,
              () => false,
            );
          await owner.query("rollback");
          if (moved) allowed.push(`${kind} ${from} ${to}`);
        }
      }
    }
    expect(allowed).toEqual(declared);
  });

  it("are refused by every command in every state that does not foresee them", async () => {
    const { actors } = house;
    const acting: [SpendingAction, Command<unknown, Json>, Actor, object][] = [
      ["submit", submitDocument, actors.jingban, {}],
      ["withdraw", withdrawDocument, actors.jingban, {}],
      ["return", returnAtReview, actors.kuaiji, { note: "请补正" }],
      ["return", returnAtApproval, actors.zhuxi, { note: "请补正" }],
      ["return", returnAtPayment, actors.chuna, { note: "请补正" }],
      ["review", reviewDocument, actors.kuaiji, {}],
      ["approve", approveDocument, actors.zhuxi, {}],
      ["reject", rejectDocument, actors.zhuxi, { note: "不予列支" }],
      ["pay", payDocument, actors.chuna, { method: "TRANSFER", paidOn: today }],
      ["paymentFailed", failPayment, actors.chuna, { note: "退汇" }],
      ["post", postDocument, actors.kuaiji, {}],
      ["archive", archiveDocument, actors.dangan, {}],
    ];
    let refused = 0;
    for (const kind of spendingKinds) {
      for (const state of spendingStates) {
        for (const [action, command, actor, more] of acting) {
          const to = nextState({ kind, isBookedHere: true }, state, action);
          const isTheirs = action !== "return" || command.permission === permissionFor(action, state);
          if (to !== null && isTheirs) continue;
          await forced(kind, state);
          const doing = runCommand(command, actor, { id: documents[kind], version: 1, ...more }, { today });
          await expect(doing, `${kind} ${state} ${command.name}`).rejects.toMatchObject({ code: "CONFLICT" });
          const [row] = await house.sql("select state from spending_document where id = $1", [
            documents[kind],
          ]);
          expect(row).toEqual({ state });
          refused += 1;
        }
      }
    }
    expect(refused).toBeGreaterThan(200);
  });
});
