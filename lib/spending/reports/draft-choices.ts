import { toDbDate } from "@/lib/core/dates";
import type { Tx } from "@/lib/server/db";
import { roleLabels } from "@/lib/server/permissions";
import { officersOf } from "./approvers";

/** Somebody to choose: by id and name, with what tells namesakes apart. */
export type PersonChoice = { id: string; name: string; note: string };

/** The lists a form chooses from on a day ("YYYY-MM-DD"): members by worker id, persons by person id, approved requests. */
export async function draftChoicesOf(tx: Tx, { unionId, on }: { unionId: number; on: string }) {
  const rows = await tx.membership.findMany({
    where: { unionId, from: { lte: toDbDate(on) }, OR: [{ to: null }, { to: { gte: toDbDate(on) } }] },
    select: { worker: { select: { id: true, personId: true, name: true, idNoLast4: true } } },
    orderBy: { worker: { namePinyin: "asc" } },
  });
  const workers = rows.map((row) => row.worker);
  const isShared = (name: string) => workers.filter((worker) => worker.name === name).length > 1;
  const noteOf = (worker: (typeof workers)[number]) =>
    isShared(worker.name) ? `证件尾号${worker.idNoLast4}` : "";
  return {
    members: workers.map((worker): PersonChoice => {
      return { id: worker.id.toString(), name: worker.name, note: noteOf(worker) };
    }),
    persons: mergePersons([
      ...(await officersIn(tx, unionId)),
      ...workers.map((worker) => ({
        ...{ id: worker.personId.toString(), name: worker.name, note: noteOf(worker) },
      })),
    ]),
    requests: await approvedRequests(tx, unionId),
  };
}

async function officersIn(tx: Tx, unionId: number): Promise<PersonChoice[]> {
  const officers = (await officersOf(tx, unionId)).filter((officer) => officer.distance === 0);
  const labels: ReadonlyMap<string, string> = new Map(Object.entries(roleLabels));
  return officers.map(({ personId, name, role }) => ({
    ...{ id: personId.toString(), name, note: labels.get(role) ?? "" },
  }));
}

/** One line per person, with all that is noted of them. */
function mergePersons(persons: readonly PersonChoice[]): PersonChoice[] {
  const merged = new Map<string, PersonChoice>();
  for (const person of persons) {
    const known = merged.get(person.id);
    const note = [known?.note ?? "", person.note].filter((each) => each !== "").join("、");
    merged.set(person.id, { ...person, note });
  }
  return [...merged.values()];
}

async function approvedRequests(tx: Tx, unionId: number): Promise<{ id: string; label: string }[]> {
  const requests = await tx.spendingDocument.findMany({
    where: { unionId, kind: "REQUEST", state: "APPROVED" },
    select: { id: true, number: true, title: true },
    orderBy: { id: "desc" },
    take: 200,
  });
  return requests.map(({ id, number, title }) => ({
    id: id.toString(),
    label: `${number ?? ""} ${title}`.trim(),
  }));
}
