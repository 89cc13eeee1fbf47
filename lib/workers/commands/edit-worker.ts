import { Refusal } from "@/lib/core/errors";
import { pinyinInitials } from "@/lib/core/identity";
import { defineCommand } from "@/lib/server/command";
import { cardColumns, mobileColumns, workerIndex } from "../model";
import { editWorkerInput } from "../schema";
import { fieldRefusal, registeredElsewhere } from "./register-worker";

/** Corrects a worker's name, numbers and states; a number left blank stays. */
export const editWorker = defineCommand({
  name: "workers.editWorker",
  label: "修改会员资料",
  permission: "workers.register",
  input: editWorkerInput,
  async run(tx, { workerId, version, name, mobile, cardNo, cardStatus, employmentStatus }) {
    const before = await tx.worker.findUnique({
      where: { id: workerId },
      select: {
        ...{ unionId: true, personId: true, name: true, cardStatus: true, employmentStatus: true },
        ...{ mobileHash: true, cardHash: true },
      },
    });
    if (before === null) throw new Refusal("NOT_FOUND", "未找到该会员，或您没有权限");
    const hasCard = cardNo !== undefined || before.cardHash !== null;
    if (!hasCard && cardStatus !== "NONE" && cardStatus !== "APPLYING")
      throw fieldRefusal("cardNo", "请填写卡号");
    const changed = await tx.worker
      .updateMany({
        where: { id: workerId, version },
        data: {
          ...{ name, namePinyin: name, nameInitials: pinyinInitials(name), cardStatus, employmentStatus },
          ...(mobile !== undefined && camel(mobileColumns(mobile, workerId))),
          ...(cardNo !== undefined && camel(cardColumns(cardNo, workerId))),
          version: { increment: 1 },
        },
      })
      .catch((error: unknown) => {
        if (error instanceof Error && "code" in error && error.code === "P2002")
          throw fieldRefusal("cardNo", registeredElsewhere);
        throw error;
      });
    if (changed.count === 0) throw changedMeanwhile();
    await tx.person.updateMany({ where: { id: before.personId }, data: { name } });
    const { unionId, personId, ...old } = before;
    const detail = {
      before: old,
      after: {
        ...{ name, cardStatus, employmentStatus },
        mobileHash: mobile === undefined ? old.mobileHash : workerIndex.mobile(mobile),
        cardHash: cardNo === undefined ? old.cardHash : workerIndex.cardNo(cardNo),
      },
    };
    return {
      value: { workerId: workerId.toString() },
      audit: { subject: `worker:${workerId}`, unionId, detail },
    };
  },
});

/** The same columns under the names the client knows them by. */
function camel(columns: Record<string, string | null>): Record<string, string | null> {
  const renamed = Object.entries(columns).map(([column, value]) => {
    return [column.replace(/_([a-z\d])/g, (_, letter: string) => letter.toUpperCase()), value] as const;
  });
  return Object.fromEntries(renamed);
}

/** The refusal of whoever comes second. */
export function changedMeanwhile(): Refusal {
  return new Refusal("CONFLICT", "该会员的资料刚被他人修改，请刷新后核对再办理；您填写的内容仍在页面上");
}
