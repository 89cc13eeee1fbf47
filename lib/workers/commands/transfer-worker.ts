import { addDays, fromDbDate, toDbDate } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { defineCommand } from "@/lib/server/command";
import type { Tx } from "@/lib/server/db";
import { transferWorkerInput } from "../schema";
import { changedMeanwhile } from "./edit-worker";
import { fieldRefusal, requireOpenUnion } from "./register-worker";

/**
 * Moves a worker to another union from a day on: the old membership ends the day before, a new one begins. Also takes
 * in a worker who has left. The actor must reach both unions.
 */
export const transferWorker = defineCommand({
  name: "workers.transferWorker",
  label: "会员调动",
  permission: "workers.register",
  input: transferWorkerInput,
  async run(tx, { workerId, version, unionId, on }, context) {
    context.requireUnion(unionId);
    await requireOpenUnion(tx, unionId);
    if (on > context.today) throw fieldRefusal("on", "调动日期不能晚于今天");
    const worker = await tx.worker.findUnique({ where: { id: workerId }, select: { unionId: true } });
    if (worker === null) throw new Refusal("NOT_FOUND", "未找到该会员，或您没有权限");
    const last = await lastMembership(tx, workerId);
    const isMember = last !== null && last.to === null;
    if (isMember && last.unionId === unionId) throw fieldRefusal("unionId", "已经是该工会的会员");
    if (last !== null && on <= (last.to ?? last.from)) {
      throw fieldRefusal("on", `应晚于${isMember ? "入会" : "上次离会"}日期 ${last.to ?? last.from}`);
    }
    const moved = await tx.worker.updateMany({
      where: { id: workerId, version },
      data: { unionId, version: { increment: 1 } },
    });
    if (moved.count === 0) throw changedMeanwhile();
    if (isMember) {
      await tx.membership.updateMany({
        where: { id: last.id, to: null },
        data: { to: toDbDate(addDays(on, -1)), endReason: "调出" },
      });
    }
    await tx.membership.create({
      data: { workerId, unionId, from: toDbDate(on), reason: isMember ? "调入" : "重新入会", source: "调动" },
      select: { id: true },
    });
    const detail = { unionId: [worker.unionId, unionId], on };
    return {
      value: { workerId: workerId.toString() },
      audit: { subject: `worker:${workerId}`, unionId, detail },
    };
  },
});

/** The latest membership of a worker, running or ended. */
export async function lastMembership(tx: Tx, workerId: bigint) {
  const row = await tx.membership.findFirst({
    where: { workerId },
    select: { id: true, unionId: true, from: true, to: true },
    orderBy: { from: "desc" },
  });
  return row && { ...row, from: fromDbDate(row.from), to: row.to && fromDbDate(row.to) };
}
