import { type BusinessDate, daysBetween, toDbDate } from "@/lib/core/dates";
import { Refusal } from "@/lib/core/errors";
import { readIdentityNumber } from "@/lib/core/identity";
import { type Context, defineCommand } from "@/lib/server/command";
import type { Tx } from "@/lib/server/db";
import { type NewWorker, workerColumns, workerIndex } from "../model";
import { registerWorkerInput } from "../schema";

/** Registers one worker with the membership that begins on the day of joining. */
export const registerWorker = defineCommand({
  name: "workers.registerWorker",
  label: "登记会员",
  permission: "workers.register",
  input: registerWorkerInput,
  async run(tx, input, context) {
    context.requireUnion(input.unionId);
    await requireOpenUnion(tx, input.unionId);
    const worker = readWorker(input, context);
    const [made] = await registerWorkersIn(tx, [worker]);
    if (made === undefined || made === null) throw await takenRefusal(tx, worker);
    return {
      value: { workerId: made.toString() },
      audit: {
        subject: `worker:${made}`,
        unionId: worker.unionId,
        detail: { name: worker.name, person: workerIndex.idNo(worker.idNo), joinedOn: worker.joinedOn },
      },
    };
  },
});

type Input = (typeof registerWorkerInput)["_output"];

function readWorker(input: Input, { today }: Context): NewWorker {
  const paper = readIdentityNumber(input.idType, input.idNo, today);
  if (!paper.ok) throw fieldRefusal("idNo", paper.fault);
  const { number, gender, birthDate } = paper.value;
  if (gender !== null && input.gender !== undefined && input.gender !== gender) {
    throw fieldRefusal("gender", "性别与证件号码不符");
  }
  if (birthDate !== null && input.birthDate !== undefined && input.birthDate !== birthDate) {
    throw fieldRefusal("birthDate", "出生日期与证件号码不符");
  }
  const fault = joiningFault(input.joinedOn, birthDate ?? input.birthDate ?? null, today);
  if (fault !== null) throw fieldRefusal("joinedOn", fault);
  return {
    ...{ unionId: input.unionId, name: input.name, idType: input.idType, idNo: number, wasFifteen: false },
    ...{ gender: gender ?? input.gender ?? null, birthDate: birthDate ?? input.birthDate ?? null },
    ...{ mobile: input.mobile ?? null, cardNo: input.cardNo ?? null, joinedOn: input.joinedOn },
    ...{ employmentStatus: input.employmentStatus, reason: "入会", source: "登记" },
  };
}

/** What is wrong with a day of joining; null when nothing is. */
export function joiningFault(
  joinedOn: BusinessDate,
  birthDate: BusinessDate | null,
  today: BusinessDate,
): string | null {
  if (joinedOn > today) return "入会日期不能晚于今天";
  if (birthDate !== null && daysBetween(birthDate, joinedOn) <= 0) return "入会日期早于出生日期";
  return null;
}

/**
 * Writes workers and their memberships in four statements however many there are. The answer has, in order, the id
 * of each new worker, or null where the person or the card is registered already, also out of the caller's sight.
 */
export async function registerWorkersIn(tx: Tx, workers: readonly NewWorker[]): Promise<(bigint | null)[]> {
  const hashes = workers.map(({ idNo }) => workerIndex.idNo(idNo));
  // In one order for everybody, so that two imports at once wait instead of blocking each other.
  await tx.$executeRaw`
    insert into person (name, id_hash)
    select * from unnest(${workers.map(({ name }) => name)}::text[], ${hashes}::text[]) as given(name, id_hash)
    order by id_hash on conflict (id_hash) do nothing`;
  const persons = await tx.person.findMany({
    where: { idHash: { in: hashes } },
    select: { id: true, idHash: true },
  });
  const personOf = new Map(persons.map(({ id, idHash }) => [idHash, id]));
  const ids = await tx.$queryRaw<{ id: bigint }[]>`
    select nextval('worker_id_seq') id from generate_series(1, ${workers.length}::int)`;
  const rows = workers.map((worker, index) => {
    const [id, personId] = [ids[index]?.id, personOf.get(hashes[index] ?? "")];
    if (id === undefined || personId === undefined) throw new Error("a person was not made");
    return workerColumns(worker, id, personId);
  });
  const made = await tx.$queryRaw<{ id: bigint }[]>`
    insert into worker (id, person_id, union_id, name, name_pinyin, name_initials, id_type, id_no_cipher, id_no_last4,
      id_no_raw15, gender, birth_date, mobile_cipher, mobile_hash, mobile_last4, card_cipher, card_hash, card_last4,
      card_status, employment_status)
    select id, person_id, union_id, name, name_pinyin, name_initials, id_type, id_no_cipher, id_no_last4,
      id_no_raw15, gender, birth_date, mobile_cipher, mobile_hash, mobile_last4, card_cipher, card_hash, card_last4,
      card_status, employment_status
    from jsonb_populate_recordset(null::worker, ${JSON.stringify(rows)}::jsonb) order by person_id
    on conflict do nothing returning id`;
  const isMade = new Set(made.map(({ id }) => id.toString()));
  const kept = rows
    .map(({ id }, index) => ({ id, worker: workers[index] }))
    .filter(({ id }) => isMade.has(id));
  await tx.membership.createMany({
    data: kept.flatMap(({ id, worker }) =>
      worker === undefined
        ? []
        : [
            {
              ...{
                workerId: BigInt(id),
                unionId: worker.unionId,
                reason: worker.reason,
                source: worker.source,
              },
              from: toDbDate(worker.joinedOn),
            },
          ],
    ),
  });
  return rows.map(({ id }) => (isMade.has(id) ? BigInt(id) : null));
}

async function takenRefusal(tx: Tx, worker: NewWorker): Promise<Refusal> {
  const person = await tx.person.findUnique({
    where: { idHash: workerIndex.idNo(worker.idNo) },
    select: { id: true },
  });
  const known =
    person &&
    (await tx.worker.findUnique({ where: { personId: person.id }, select: { name: true, unionId: true } }));
  if (known !== null) {
    const message = known.unionId === worker.unionId ? "此人已在本单位名册" : "此人已在名册，请办理调动";
    return fieldRefusal("idNo", message);
  }
  if (worker.cardNo !== null) {
    const holder = await tx.worker.findUnique({
      where: { cardHash: workerIndex.cardNo(worker.cardNo) },
      select: { name: true },
    });
    if (holder !== null) return fieldRefusal("cardNo", `这个卡号已登记在${holder.name}名下`);
  }
  return fieldRefusal("idNo", registeredElsewhere);
}

/** What is said when the person or the card stands in a register the caller may not see. */
export const registeredElsewhere =
  "此人或此卡号已在其他工会登记；需要调入的，由上级工会或职工服务中心办理调动";

/** Refuses for a union that is closed. */
export async function requireOpenUnion(tx: Tx, unionId: number): Promise<void> {
  const union = await tx.tradeUnion.findUnique({ where: { id: unionId }, select: { closedOn: true } });
  if (union === null) throw new Refusal("NOT_FOUND", "未找到该工会，或您没有权限");
  if (union.closedOn !== null) throw new Refusal("CONFLICT", "该工会已撤销");
}

/** A refusal about one field. */
export function fieldRefusal(path: string, message: string): Refusal {
  return new Refusal("INVALID", message, [{ path, message }]);
}
