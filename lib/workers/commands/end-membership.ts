import { toDbDate } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { defineCommand } from "@/lib/server/command";
import { endMembershipInput } from "../schema";
import { changedMeanwhile } from "./edit-worker";
import { fieldRefusal } from "./register-worker";
import { lastMembership } from "./transfer-worker";

/** Ends a membership on a day: retirement, leaving, death. The worker and the history stay in the register. */
export const endMembership = defineCommand({
  name: "workers.endMembership",
  label: "办理会员离会",
  permission: "workers.register",
  input: endMembershipInput,
  async run(tx, { workerId, version, on, reason }, context) {
    if (on > context.today) throw fieldRefusal("on", "离会日期不能晚于今天");
    const worker = await tx.worker.findUnique({
      where: { id: workerId },
      select: { unionId: true, employmentStatus: true },
    });
    if (worker === null) throw new Refusal("NOT_FOUND", "未找到该会员，或您没有权限");
    const last = await lastMembership(tx, workerId);
    if (last === null || last.to !== null) throw new Refusal("CONFLICT", "该会员已经离会");
    if (on < last.from) throw fieldRefusal("on", `不能早于入会日期 ${last.from}`);
    const changed = await tx.worker.updateMany({
      where: { id: workerId, version },
      data: {
        employmentStatus: reason === "退休" ? "RETIRED" : worker.employmentStatus,
        version: { increment: 1 },
      },
    });
    if (changed.count === 0) throw changedMeanwhile();
    await tx.membership.updateMany({
      where: { id: last.id, to: null },
      data: { to: toDbDate(on), endReason: reason },
    });
    return {
      value: { workerId: workerId.toString() },
      audit: { subject: `worker:${workerId}`, unionId: worker.unionId, detail: { on, reason } },
    };
  },
});
