import ExcelJS from "exceljs";
import type { Json } from "@/lib/core/json";
import type { Actor } from "@/lib/server/actor";
import { runCommand } from "@/lib/server/command";
import { storeFile, uploadTicket } from "@/lib/server/files";
import { endMembership } from "@/lib/workers/commands/end-membership";
import { previewImport } from "@/lib/workers/commands/preview-import";
import { registerWorker } from "@/lib/workers/commands/register-worker";
import type { Sample } from "./samples";
import { canary, known, today, type World } from "./world";

let made = 0;

/** A number with a valid check digit that no living person has: born before the numbers were given out. */
export function nextIdNo(): string {
  made += 1;
  const day = String(1 + (made % 28)).padStart(2, "0");
  const body = `11010919${String(50 + (Math.floor(made / 9_000) % 50))}01${day}${String(made % 1_000).padStart(3, "0")}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  return `${body}${"10X98765432"[sum % 11]}`;
}

function newWorker(unionId: number) {
  return {
    unionId,
    name: `${canary(unionId)}会员`,
    idType: "ID_CARD",
    idNo: nextIdNo(),
    joinedOn: "2026-01-05",
  };
}

async function versionOf(world: World, workerId: string): Promise<number> {
  const { rows } = await world.owner.query<{ version: number }>("select version from worker where id = $1", [
    workerId,
  ]);
  return known(rows[0]).version;
}

async function worker(world: World, unionId: number): Promise<{ workerId: string; version: number }> {
  const { workerId } = await runCommand(
    registerWorker,
    world.actor("UNIT_ADMIN", unionId),
    newWorker(unionId),
    { today },
  );
  return { workerId, version: await versionOf(world, workerId) };
}

async function registerFile(unionId: number): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet("名册").addRows([
    ["姓名", "证件类型", "证件号码", "所属工会", "入会日期"],
    [`${canary(unionId)}会员`, "居民身份证", nextIdNo(), `${canary(unionId)}工会`, "2026-01-05"],
  ]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function preview(_world: World, unionId: number, actor: Actor) {
  const file = await storeFile(await registerFile(unionId), "名册.xlsx");
  return {
    unionId,
    ticket: uploadTicket(known(actor.accountId), file),
    fileName: `${canary(unionId)}名册.xlsx`,
  };
}

async function batchId(world: World, unionId: number): Promise<Json> {
  const actor = world.actor("UNIT_ADMIN", unionId);
  const made = await runCommand(previewImport, actor, await preview(world, unionId, actor), { today });
  return { batchId: made.batchId };
}

/** Samples of the register of workers. */
export const workerSamples: Record<string, Sample> = {
  "workers.registerWorker": { input: (_world, unionId) => newWorker(unionId) },
  "workers.editWorker": {
    input: async (world, unionId) => ({
      ...(await worker(world, unionId)),
      ...{ name: `${canary(unionId)}会员`, cardStatus: "NONE", employmentStatus: "ON_DUTY" },
    }),
  },
  "workers.endMembership": {
    input: async (world, unionId) => ({
      ...(await worker(world, unionId)),
      on: "2026-05-01",
      reason: "退会",
    }),
  },
  "workers.transferWorker": {
    input: async (world, unionId) => {
      const left = await worker(world, unionId);
      const input = { ...left, on: "2026-05-01", reason: "退会" };
      await runCommand(endMembership, world.actor("UNIT_ADMIN", unionId), input, { today });
      const version = await versionOf(world, left.workerId);
      return { workerId: left.workerId, version, unionId, on: "2026-06-01" };
    },
  },
  "workers.unmaskWorker": {
    input: async (world, unionId) => {
      const { workerId } = await worker(world, unionId);
      return { workerId, field: "idNo", reason: "核对证件原件" };
    },
  },
  "workers.getWorker": {
    input: async (world, unionId) => ({ workerId: (await worker(world, unionId)).workerId }),
  },
  "workers.listWorkers": {
    input: async (world, unionId) => {
      await worker(world, unionId);
      return { unionId };
    },
    passesOver: true,
  },
  "workers.exportWorkers": { input: (_world, unionId) => ({ unionId }), passesOver: true },
  "workers.listRegisterUnions": { input: () => ({}), about: "COMMON" },
  "workers.previewImport": { input: preview },
  "workers.commitImport": { input: batchId },
  "workers.getImport": { input: batchId },
  "workers.getImportFile": { input: batchId },
  "workers.listImports": { input: () => ({}), about: "COMMON" },
};
