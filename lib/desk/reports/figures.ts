import { z } from "zod";
import { budgetRooms } from "@/lib/budget/queries";
import { unionIdSchema } from "@/lib/core/ids";
import { formatYuan } from "@/lib/core/money";
import type { Tx } from "@/lib/server/db";
import { defineQuery } from "@/lib/server/query";
import { inTransitStates } from "@/lib/spending/model";
import { lackingPapers } from "@/lib/spending/reports/tasks";

/** One headline of the desk; `href` opens the rows it was counted from. */
export type DeskFigure = { label: string; value: string; unit?: string; note: string; href: string };

const inProgress = `/spending?tab=progress`;

/** The headlines of one union's year, or of the whole district when the place is the district. */
export const getFigures = defineQuery({
  name: "desk.getFigures",
  label: "查看工作台数字",
  permission: "spending.view",
  input: z.strictObject({ unionId: unionIdSchema, year: z.int().min(2000).max(2100) }),
  async run(tx, { unionId, year }, context) {
    context.requireUnion(unionId);
    const union = await tx.tradeUnion.findUniqueOrThrow({ where: { id: unionId }, select: { level: true } });
    return union.level === "DISTRICT" ? districtFigures(tx) : unionFigures(tx, unionId, year);
  },
});

async function unionFigures(tx: Tx, unionId: number, year: number): Promise<DeskFigure[]> {
  const budget = await budgetRooms(tx, { unionId, year });
  const moving = await tx.spendingDocument.aggregate({
    where: { unionId, state: { in: [...inTransitStates] } },
    _count: true,
    _sum: { amountFen: true },
  });
  const paid = await tx.spendingDocument.findMany({
    where: { unionId, kind: "CLAIM", state: { in: ["PAID", "POSTED"] } },
    select: { id: true, type: true },
    take: 2_000,
  });
  const lacking = await lackingPapers(tx, paid);
  const sum = (pick: (room: { approvedFen: bigint; executedFen: bigint; transitFen: bigint }) => bigint) =>
    (budget?.rooms ?? []).reduce((total, room) => total + pick(room), 0n);
  const executed = sum((room) => room.executedFen);
  const transit = sum((room) => room.transitFen);
  const left = sum((room) => room.approvedFen) - executed - transit;
  const { _count: count, _sum: amount } = moving;
  return [
    {
      label: `${year}年预算支出`,
      value: formatYuan(executed),
      note: budget === null ? "本年预算尚未录入" : `批复 ${formatYuan(sum((room) => room.approvedFen))}`,
      href: "/budget",
    },
    { label: "预算余额", value: formatYuan(left), note: `已扣在途 ${formatYuan(transit)}`, href: "/budget" },
    {
      label: "办理中的单据",
      value: count.toString(),
      unit: "件",
      note: `合计 ${formatYuan(amount.amountFen ?? 0n)}`,
      href: inProgress,
    },
    {
      label: "归档前待补材料",
      value: lacking.length.toString(),
      unit: "件",
      note: "签收表、签到表、照片等",
      href: "/spending?tab=paid",
    },
  ];
}

async function districtFigures(tx: Tx): Promise<DeskFigure[]> {
  const unions = await tx.tradeUnion.count({ where: { closedOn: null, level: { not: "DISTRICT" } } });
  const direct = await tx.tradeUnion.count({ where: { closedOn: null, level: "DIRECT" } });
  const members = await tx.worker.count();
  const moving = await tx.spendingDocument.aggregate({
    where: { state: { in: [...inTransitStates] } },
    _count: true,
    _sum: { amountFen: true },
  });
  const waiting = await tx.policyParam.count({
    // What is left to each union and has no default is no matter of the district.
    where: { status: "TO_CONFIRM", unionId: null, NOT: { scope: "UNION", value: null } },
  });
  return [
    {
      label: "工会组织",
      value: unions.toString(),
      unit: "家",
      note: `其中直属 ${direct} 家`,
      href: "/unions",
    },
    { label: "在册会员", value: members.toString(), unit: "人", note: "按现在的归属", href: "/workers" },
    {
      label: "全区办理中的单据",
      value: moving._count.toString(),
      unit: "件",
      note: `合计 ${formatYuan(moving._sum.amountFen ?? 0n)}`,
      href: inProgress,
    },
    {
      label: "待确认的标准",
      value: waiting.toString(),
      unit: "项",
      note: "确认后才能作为禁止的依据",
      href: "/policies/params?status=pending",
    },
  ];
}
