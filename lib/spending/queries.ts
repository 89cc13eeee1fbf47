import { z } from "zod";
import type { Prisma } from "@/generated/prisma/client";
import { fromDbDate, toDbDate } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { idSchema, unionIdSchema } from "@/lib/core/ids";
import { parseYuan } from "@/lib/core/money";
import { policyDataIn } from "@/lib/policies/queries";
import type { Context } from "@/lib/server/command";
import type { Tx } from "@/lib/server/db";
import { defineQuery } from "@/lib/server/query";
import { nextPersons } from "./commands/notify-people";
import { kindLabels, stateLabels } from "./labels";
import { paidStates, spendingStates, spendingSubject } from "./model";
import { approversAmong, officersOf } from "./reports/approvers";
import { caseFileOf } from "./reports/case-file";
import { documentOf } from "./reports/document";
import { draftChoicesOf } from "./reports/draft-choices";
import { gatherContext } from "./reports/draft-context";
import { partsOf } from "./reports/parts";
import { lackingPapers, spendingTasksIn, tasksForBelowIn } from "./reports/tasks";
import { documentIdInput, draftContextInput, listSpendingInput, spendingFilter } from "./schema";
import { isSpendingType, spendingTypes } from "./types-of-spending";

type Filter = z.output<typeof spendingFilter>;

function whereOf(filter: Omit<Filter, "states">): Prisma.SpendingDocumentWhereInput {
  const min = filter.minAmount === null ? null : parseYuan(filter.minAmount);
  const max = filter.maxAmount === null ? null : parseYuan(filter.maxAmount);
  const text = filter.text === null || filter.text === "" ? null : filter.text;
  return {
    ...(filter.unionId === null ? {} : { unionId: filter.unionId }),
    ...(filter.kind === null ? {} : { kind: filter.kind }),
    ...(filter.type === null ? {} : { type: filter.type }),
    ...(filter.from === null && filter.to === null
      ? {}
      : {
          occurredOn: {
            ...(filter.from === null ? {} : { gte: toDbDate(filter.from) }),
            ...(filter.to === null ? {} : { lte: toDbDate(filter.to) }),
          },
        }),
    amountFen: { ...(min === null ? {} : { gte: min }), ...(max === null ? {} : { lte: max }) },
    ...(text === null
      ? {}
      : {
          OR: [
            { title: { contains: text } },
            { payeeName: { contains: text } },
            { number: { contains: text.toUpperCase() } },
            { invoices: { some: { number: { contains: text.toUpperCase() } } } },
          ],
        }),
  };
}

const rowSelect = {
  ...({ id: true, unionId: true, kind: true, number: true, type: true, title: true } as const),
  ...({ occurredOn: true, state: true, version: true, amountFen: true, payeeName: true } as const),
  ...({ paymentMethod: true, paidMethod: true, paidOn: true, claimantId: true, updatedAt: true } as const),
};

async function rowsOf(
  tx: Tx,
  where: Prisma.SpendingDocumentWhereInput,
  page: { take: number; cursor: bigint | null },
) {
  const rows = await tx.spendingDocument.findMany({
    where: page.cursor === null ? where : { AND: [where, { id: { lt: page.cursor } }] },
    select: rowSelect,
    orderBy: { id: "desc" },
    take: page.take,
  });
  const unions = await tx.tradeUnion.findMany({
    where: { id: { in: [...new Set(rows.map((row) => row.unionId))] } },
    select: { id: true, name: true },
  });
  const people = await tx.person.findMany({
    where: { id: { in: [...new Set(rows.map((row) => row.claimantId))] } },
    select: { id: true, name: true },
  });
  const unionNames = new Map(unions.map((union) => [union.id, union.name]));
  const names = new Map(people.map((person) => [person.id, person.name]));
  return rows.map(({ id, claimantId, ...row }) => ({
    ...row,
    id: id.toString(),
    kindLabel: kindLabels[row.kind],
    stateLabel: stateLabels[row.state],
    typeLabel: isSpendingType(row.type) ? spendingTypes[row.type].label : row.type,
    unionName: unionNames.get(row.unionId) ?? "",
    claimant: names.get(claimantId) ?? "",
    occurredOn: row.occurredOn && fromDbDate(row.occurredOn),
    paidOn: row.paidOn && fromDbDate(row.paidOn),
    updatedAt: row.updatedAt.toISOString(),
  }));
}

/** A page of documents with counts by state and the total of everything the filters leave. */
export const listSpending = defineQuery({
  name: "spending.listSpending",
  label: "查看支出单据列表",
  permission: "spending.view",
  input: listSpendingInput,
  async run(tx, { cursor, take, states, ...filter }, context) {
    if (filter.unionId !== null) context.requireUnion(filter.unionId);
    const all = whereOf(filter);
    const where = states.length === 0 ? all : { AND: [all, { state: { in: states } }] };
    const groups = await tx.spendingDocument.groupBy({
      by: ["state"],
      where: all,
      _count: { _all: true },
      _sum: { amountFen: true },
    });
    const rows = await rowsOf(tx, where, { take: take + 1, cursor });
    const page = rows.slice(0, take);
    const shown = groups.filter((group) => states.length === 0 || states.includes(group.state));
    return {
      rows: page,
      next: rows.length > take ? (page.at(-1)?.id ?? null) : null,
      counts: Object.fromEntries(
        spendingStates.map((state) => [
          state,
          groups.find((group) => group.state === state)?._count._all ?? 0,
        ]),
      ),
      total: {
        count: shown.reduce((sum, group) => sum + group._count._all, 0),
        amountFen: shown.reduce((sum, group) => sum + (group._sum.amountFen ?? 0n), 0n),
      },
    };
  },
});

const exportLimit = 20_000;

/** The rows of the list for a file: what is on the screen, all pages. */
export const exportSpending = defineQuery({
  name: "spending.exportSpending",
  label: "导出支出单据",
  permission: "spending.view",
  input: spendingFilter,
  async run(tx, { states, ...filter }, context) {
    if (filter.unionId !== null) context.requireUnion(filter.unionId);
    const all = whereOf(filter);
    const where = states.length === 0 ? all : { AND: [all, { state: { in: states } }] };
    const rows = await rowsOf(tx, where, { take: exportLimit + 1, cursor: null });
    if (rows.length > exportLimit)
      throw new Refusal("INVALID", `超过 ${exportLimit} 行，请缩小日期范围后导出`);
    return { rows };
  },
});

/** Everything about one document. */
export const getDocument = defineQuery({
  name: "spending.getDocument",
  label: "查看支出单据",
  permission: "spending.view",
  input: documentIdInput,
  run: (tx, { id }, context) => caseFileOf(tx, context.actor, id),
});

/** A document of a union below that is this person's to decide, where nobody there is free to. */
export const getDocumentBelow = defineQuery({
  name: "spending.getDocumentBelow",
  label: "查看待代审批的下级支出单据",
  permission: "spending.approveForBelow",
  input: documentIdInput,
  async run(tx, { id }, context) {
    const document = await documentOf(tx, id);
    const parts = await partsOf(tx, id);
    const approvers = parts === null ? [] : approversAmong(await officersOf(tx, document.unionId), parts);
    const personId = context.personId();
    if (!approvers.some((officer) => officer.personId === personId && officer.distance > 0)) {
      throw new Refusal("NOT_FOUND", "未找到该单据，或不由您审批");
    }
    return caseFileOf(tx, context.actor, id);
  },
});

/** Who can take the next step of a document, by name. */
export const whoCanAct = defineQuery({
  name: "spending.whoCanAct",
  label: "查看单据由谁办理",
  permission: "spending.view",
  input: documentIdInput,
  async run(tx, { id }) {
    const document = await documentOf(tx, id);
    const officers = await officersOf(tx, document.unionId);
    const next = await nextPersons(tx, document, officers);
    return {
      state: document.state,
      stateLabel: stateLabels[document.state],
      persons: next.map(({ personId, ...officer }) => ({ ...officer, personId: personId.toString() })),
    };
  },
});

/** What the form needs from the server to judge a draft by itself. */
export const draftContext = defineQuery({
  name: "spending.draftContext",
  label: "读取填报所需数据",
  permission: "spending.enter",
  input: draftContextInput,
  async run(tx, { occurredOn, ...input }, context) {
    context.requireUnion(input.unionId);
    const policy = await policyDataIn(tx, input.unionId);
    return gatherContext(tx, { ...input, on: occurredOn }, policy);
  },
});

/** Members, persons and approved requests that a form offers to choose from. */
export const draftChoices = defineQuery({
  name: "spending.draftChoices",
  label: "读取填报可选人员与申请",
  permission: "spending.enter",
  input: z.strictObject({ unionId: unionIdSchema, on: z.iso.date() }),
  async run(tx, input, context) {
    context.requireUnion(input.unionId);
    return draftChoicesOf(tx, input);
  },
});

/** One paper of a document that the reader may see: what it is called and under which hash its content stands. */
export const getPaper = defineQuery({
  name: "spending.getPaper",
  label: "查看支出附件",
  permission: "spending.view",
  input: z.strictObject({ attachmentId: idSchema }),
  async run(tx, { attachmentId }) {
    const paper = await tx.attachment.findFirst({
      where: { id: attachmentId, subjectKind: spendingSubject },
      select: { unionId: true, fileName: true, mime: true, sha256: true },
    });
    if (paper === null) throw new Refusal("NOT_FOUND", "未找到该附件，或您没有权限");
    return paper;
  },
});

/** What waits for the person asking, in their own unions. */
export const myTasks = defineQuery({
  name: "spending.myTasks",
  label: "查看支出待办",
  permission: "desk.view",
  input: z.strictObject({}),
  run: (tx, _input, context: Context) => spendingTasksIn(tx, context.actor),
});

/** What waits for the person asking from the unions below. */
export const tasksForBelow = defineQuery({
  name: "spending.tasksForBelow",
  label: "查看代下级审批待办",
  permission: "spending.approveForBelow",
  input: z.strictObject({}),
  run: (tx, _input, context: Context) => tasksForBelowIn(tx, context.actor),
});

/** Paid documents whose papers due before archiving are missing: the month-close checklist shows them (practice.md 3). */
export const listOpenPapers = defineQuery({
  name: "spending.listOpenPapers",
  label: "查看待补归档材料",
  permission: "spending.view",
  input: z.strictObject({ unionId: unionIdSchema }),
  async run(tx, { unionId }, context) {
    context.requireUnion(unionId);
    const rows = await tx.spendingDocument.findMany({
      where: { unionId, kind: "CLAIM", state: { in: paidStates.filter((state) => state !== "ARCHIVED") } },
      select: { id: true, number: true, title: true, type: true, paidOn: true, amountFen: true },
      orderBy: { id: "asc" },
      take: 2_000,
    });
    return (await lackingPapers(tx, rows)).map(({ id, paidOn, ...row }) => ({
      ...row,
      id: id.toString(),
      paidOn: paidOn && fromDbDate(paidOn),
    }));
  },
});
