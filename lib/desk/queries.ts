import { z } from "zod";
import { unionIdSchema } from "@/lib/core/ids";
import { defineQuery } from "@/lib/server/query";
import { byDeadline, countByArea, type DeskTask } from "./model";

const placeInput = z.strictObject({ unionId: unionIdSchema.nullable() });

/** Whose books somebody looks at, with the unions they can switch to. */
export const getPlace = defineQuery({
  name: "desk.getPlace",
  label: "查看当前单位",
  permission: "desk.view",
  input: placeInput,
  async run(tx, { unionId }, { actor }) {
    const own = [...new Map(actor.grants.map((grant) => [grant.unionId, grant.unionName])).entries()];
    const wanted = [unionId, own[0]?.[0] ?? null].filter((id) => id !== null);
    const found = await tx.tradeUnion.findMany({
      where: { id: { in: wanted } },
      select: { id: true, name: true, level: true, parent: { select: { name: true } } },
    });
    // A remembered union that is no longer visible falls back to the first one of the person.
    const place = found.find((union) => union.id === unionId) ?? found[0] ?? null;
    return {
      union: place && {
        id: place.id,
        name: place.name,
        parentName: place.level === "GRASSROOTS" ? (place.parent?.name ?? null) : null,
        isDistrict: place.level === "DISTRICT",
      },
      choices: own.map(([id, name]) => ({ id, name })),
    };
  },
});

/** Everything that waits for the person asking, nearest deadline first, with counts by area. */
export const listTasks = defineQuery({
  name: "desk.listTasks",
  label: "查看待办",
  permission: "desk.view",
  input: z.strictObject({}),
  async run() {
    const tasks: DeskTask[] = [];
    return { tasks: tasks.sort(byDeadline), counts: countByArea(tasks) };
  },
});
