import ExcelJS from "exceljs";
import { enterVoucher } from "@/lib/ledger/commands/enter-voucher";
import { pausePeriod } from "@/lib/ledger/commands/pause-period";
import { postVoucher } from "@/lib/ledger/commands/post-voucher";
import { reviewVoucher } from "@/lib/ledger/commands/review-voucher";
import { submitVoucher } from "@/lib/ledger/commands/submit-voucher";
import type { Actor } from "@/lib/server/actor";
import { runCommand } from "@/lib/server/command";
import { storeFile, uploadTicket } from "@/lib/server/files";
import type { Sample } from "./samples";
import { canary, known, today, type World } from "./world";

type Step = { voucherId: string; version: number };

function lines(unionId: number) {
  return [
    { summary: `${canary(unionId)}收入`, accountCode: "102", debit: "12.34" },
    { summary: `${canary(unionId)}收入`, accountCode: "215", credit: "12.34" },
  ];
}

function enteredVoucher(unionId: number) {
  return { unionId, voucherDate: "2026-09-25", attachmentCount: 1, lines: lines(unionId) };
}

/** Undoes what other samples did to a union's books. */
async function openBooks(world: World, unionId: number): Promise<void> {
  await world.owner.query("update trade_union set books_in = 'PORTAL' where id = $1", [unionId]);
  await world.owner.query("update ledger_period set state = 'OPEN' where union_id = $1", [unionId]);
}

/** Takes everything out of a union's books, posted or not: what no role of the portal can. */
async function emptyBooks(world: World, unionId: number): Promise<void> {
  await openBooks(world, unionId);
  const tables = [
    "ledger_line",
    "voucher",
    "period_balance",
    "cash_day",
    "ledger_period",
    "opening_balance",
    "ledger_book",
  ];
  await world.owner.query("set session_replication_role = replica");
  for (const table of tables) await world.owner.query(`delete from ${table} where union_id = $1`, [unionId]);
  await world.owner.query("set session_replication_role = origin");
}

async function draft(world: World, unionId: number): Promise<Step> {
  await openBooks(world, unionId);
  const maker = world.actor("BOOKKEEPER", unionId);
  const entered = await runCommand(enterVoucher, maker, enteredVoucher(unionId), { today });
  return { voucherId: entered.voucherId, version: entered.version };
}

/** The voucher as it is after a step. */
async function now(world: World, step: Step): Promise<Step> {
  const { rows } = await world.owner.query<{ version: number }>("select version from voucher where id = $1", [
    step.voucherId,
  ]);
  return { voucherId: step.voucherId, version: known(rows[0]).version };
}

async function submitted(world: World, unionId: number): Promise<Step> {
  const step = await draft(world, unionId);
  await runCommand(submitVoucher, world.actor("BOOKKEEPER", unionId), step, { today });
  return now(world, step);
}

async function reviewed(world: World, unionId: number): Promise<Step> {
  const step = await submitted(world, unionId);
  await runCommand(reviewVoucher, world.actor("CHECKER", unionId), step, { today });
  return now(world, step);
}

async function posted(world: World, unionId: number): Promise<Step> {
  const step = await reviewed(world, unionId);
  await runCommand(postVoucher, world.actor("BOOKKEEPER", unionId), step, { today });
  return now(world, step);
}

async function layoutId(world: World): Promise<string> {
  const { rows } = await world.owner.query<{ id: string }>(
    "select id::text from export_layout order by id limit 1",
  );
  return known(rows[0]).id;
}

async function openingTicket(unionId: number, actor: Actor): Promise<string> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("期初");
  sheet.addRows([
    ["项目", "内容"],
    ["单位", `${canary(unionId)}工会`],
    ["在册会员", "12"],
  ]);
  const file = await storeFile(Buffer.from(await book.xlsx.writeBuffer()), "期初.xlsx");
  return uploadTicket(known(actor.accountId), file);
}

const month = "2026-09";
const layout = { layoutId: "导出格式是全区共用的" };

/** Samples of the ledger. */
export const ledgerSamples: Record<string, Sample> = {
  "ledger.enterVoucher": {
    input: async (world, unionId) => {
      await openBooks(world, unionId);
      return enteredVoucher(unionId);
    },
  },
  "ledger.changeVoucher": {
    input: async (world, unionId) => ({
      ...(await draft(world, unionId)),
      voucherDate: "2026-09-26",
      attachmentCount: 1,
      lines: lines(unionId),
    }),
  },
  "ledger.deleteDraft": { input: draft },
  "ledger.submitVoucher": { input: draft },
  "ledger.reviewVoucher": { input: submitted },
  "ledger.returnVoucher": {
    input: async (world, unionId) => ({ ...(await submitted(world, unionId)), reason: "附件不全" }),
  },
  "ledger.postVoucher": { input: reviewed },
  "ledger.reverseVoucher": {
    input: async (world, unionId) => {
      const { voucherId } = await posted(world, unionId);
      return { voucherId, voucherDate: "2026-10-08" };
    },
  },
  "ledger.openPeriod": {
    input: async (world, unionId) => {
      await posted(world, unionId);
      const input = { unionId, month, reason: "对账" };
      await runCommand(pausePeriod, world.actor("BOOKKEEPER", unionId), input, { today });
      return { unionId, month };
    },
  },
  "ledger.pausePeriod": {
    input: async (world, unionId) => {
      await posted(world, unionId);
      return { unionId, month, reason: "对账" };
    },
  },
  "ledger.setOpeningBalances": {
    input: async (world, unionId) => {
      await emptyBooks(world, unionId);
      return {
        unionId,
        asOf: "2026-01-01",
        lines: [
          { accountCode: "102", debit: "100" },
          { accountCode: "215", credit: "100" },
        ],
      };
    },
  },
  "ledger.importOpening": {
    input: async (_world, unionId, actor) => ({
      unionId,
      asOf: "2026-01-01",
      fileName: "期初.xlsx",
      ticket: await openingTicket(unionId, actor),
    }),
  },
  "ledger.exportVouchers": {
    input: async (world, unionId) => {
      await world.owner.query("update trade_union set books_in = 'OTHER' where id = $1", [unionId]);
      return { unionId, month, layoutId: await layoutId(world) };
    },
    shared: layout,
  },
  "ledger.listVouchers": {
    input: async (world, unionId) => {
      await draft(world, unionId);
      return { unionId };
    },
  },
  "ledger.getVoucher": {
    input: async (world, unionId) => ({ voucherId: (await draft(world, unionId)).voucherId }),
  },
  "ledger.listAccounts": { input: (_world, unionId) => ({ unionId }) },
  "ledger.listPeriods": { input: (_world, unionId) => ({ unionId }) },
  "ledger.getOpening": { input: (_world, unionId) => ({ unionId }) },
  "ledger.accountLedger": {
    input: (_world, unionId) => ({ unionId, accountCode: "102", from: month, to: month }),
  },
  "ledger.generalLedger": { input: (_world, unionId) => ({ unionId, month }) },
  "ledger.trialBalance": { input: (_world, unionId) => ({ unionId, month }) },
  "ledger.checkBalances": { input: (_world, unionId) => ({ unionId }) },
  "ledger.voucherRegister": { input: (_world, unionId) => ({ unionId }) },
  "ledger.listLayouts": { input: () => ({}), about: "COMMON" },
  "ledger.voucherExport": {
    input: async (world, unionId) => ({ unionId, month, layoutId: await layoutId(world) }),
    shared: layout,
  },
};
