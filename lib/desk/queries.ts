import { z } from "zod";
import { dayOf } from "@/lib/core/dates";
import { unionIdSchema } from "@/lib/core/ids";
import { ledgerTasksIn } from "@/lib/ledger/reports/tasks";
import type { Grant } from "@/lib/server/actor";
import type { Tx } from "@/lib/server/db";
import { defineQuery } from "@/lib/server/query";
import { spendingTasksIn } from "@/lib/spending/reports/tasks";
import type { DeskMessage, DeskTask } from "./model";

const shownMessages = 6;

const placeInput = z.strictObject({ unionId: unionIdSchema.nullable() });

/** Whose books somebody looks at, with the unions they can switch to. */
export const getPlace = defineQuery({
  name: "desk.getPlace",
  label: "查看当前单位",
  permission: "desk.view",
  input: placeInput,
  async run(tx, { unionId }, { actor }) {
    const own = [...new Map(actor.grants.map((grant) => [grant.unionId, grant])).values()];
    const remembered = unionId === null ? undefined : own.find((grant) => grant.unionId === unionId);
    const held = remembered ?? (unionId === null ? own[0] : undefined);
    // A union below one's own is looked up through the wall; what is no longer visible falls back to the first own one.
    const below = held === undefined && unionId !== null ? await visibleUnion(tx, unionId) : null;
    const place = below ?? placeOf(held ?? own[0]);
    return {
      districtName: own[0]?.above[0] ?? own[0]?.unionName ?? null,
      union: place,
      choices: own.map((grant) => ({ id: grant.unionId, name: grant.unionName })),
    };
  },
});

type Place = { id: number; name: string; parentName: string | null; isDistrict: boolean };

function placeOf(grant: Grant | undefined): Place | null {
  if (grant === undefined) return null;
  const isDistrict = grant.above.length === 0;
  const parentName = grant.above.length > 1 ? (grant.above.at(-1) ?? null) : null;
  return { id: grant.unionId, name: grant.unionName, parentName, isDistrict };
}

async function visibleUnion(tx: Tx, id: number): Promise<Place | null> {
  const union = await tx.tradeUnion.findUnique({
    where: { id },
    select: { id: true, name: true, level: true, parent: { select: { name: true, level: true } } },
  });
  if (union === null) return null;
  const parentName = union.parent === null || union.parent.level === "DISTRICT" ? null : union.parent.name;
  return { id: union.id, name: union.name, parentName, isDistrict: union.level === "DISTRICT" };
}

/** What waits for the person asking in the unions where they hold a duty, module by module. */
export const listTasks = defineQuery({
  name: "desk.listTasks",
  label: "查看待办",
  permission: "desk.view",
  input: z.strictObject({}),
  async run(tx, _input, { actor }) {
    const { personId } = actor;
    if (personId === null) return { tasks: [], messages: [], unread: 0 };
    const tasks: DeskTask[] = [...(await spendingTasksIn(tx, actor)), ...(await ledgerTasksIn(tx, actor))];
    const unread = await tx.outboxMessage.count({ where: { recipientId: personId, readAt: null } });
    const newest = await tx.outboxMessage.findMany({
      where: { recipientId: personId, readAt: null },
      select: { id: true, title: true, href: true, createdAt: true },
      orderBy: { id: "desc" },
      take: shownMessages,
    });
    const messages = newest.map(
      ({ id, title, href, createdAt }): DeskMessage => ({
        ...{ id: id.toString(), title, href },
        day: dayOf(createdAt),
      }),
    );
    return { tasks, messages, unread };
  },
});
