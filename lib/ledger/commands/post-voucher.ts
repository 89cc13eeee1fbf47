import { defineCommand } from "@/lib/server/command";
import type { Tx } from "@/lib/server/db";
import { sqlStateOf } from "@/lib/server/retry";
import { refusalForState, voucherNumber } from "../model";
import { voucherStepInput } from "../schema";
import { tooLate } from "./find-voucher";

type Posted = { id: bigint; union_id: number; month: string; number: number };

/**
 * Posts a reviewed voucher inside the caller's transaction, by one statement: locks, checks, number, balances.
 * The number is the next one of union and month, without gaps. Throws Refusal for every expected no.
 */
export async function postVoucherIn(
  tx: Tx,
  step: { voucherId: bigint; version: number; posterId: bigint; cashierId?: bigint | null },
): Promise<{ unionId: number; month: string; number: number }> {
  const rows = await refusing(
    () => tx.$queryRaw<Posted[]>`
      select * from post_voucher(${step.voucherId}::bigint, ${step.version}::int, ${step.posterId}::bigint, ${step.cashierId ?? null}::bigint)`,
  );
  const posted = rows[0];
  if (posted === undefined) throw await tooLate(tx, step.voucherId);
  return { unionId: posted.union_id, month: posted.month, number: posted.number };
}

/** Runs a statement on the books; what the database expectedly refuses (SQLSTATE LG…) becomes a Refusal. */
export async function refusing<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    const state = sqlStateOf(error);
    const refusal = state?.startsWith("LG") ? refusalForState(state, factsOf(error)) : null;
    throw refusal ?? error;
  }
}

/** The JSON in the detail of a database error, wherever the driver put it. */
function factsOf(error: unknown): ReadonlyMap<string, string> {
  const queue: unknown[] = [error];
  for (const item of queue) {
    if (typeof item !== "object" || item === null || queue.length > 50) continue;
    const detail: unknown = Reflect.get(item, "detail");
    if (typeof detail === "string" && detail.startsWith("{")) {
      const facts: unknown = JSON.parse(detail);
      return new Map(
        typeof facts === "object" && facts !== null
          ? Object.entries(facts).map(([key, value]) => [key, String(value)])
          : [],
      );
    }
    for (const key of ["cause", "meta", "driverAdapterError"]) queue.push(Reflect.get(item, key));
  }
  return new Map();
}

/**
 * Posts a reviewed voucher (记账). Read committed: the function locks book and month in one order before it looks,
 * so that vouchers of one month queue instead of failing; tests/ledger/many-postings.test.ts has the race.
 */
export const postVoucher = defineCommand({
  name: "ledger.postVoucher",
  label: "记账",
  permission: "ledger.post",
  isolation: "ReadCommitted",
  input: voucherStepInput,
  async run(tx, { voucherId, version }, context) {
    const posted = await postVoucherIn(tx, { voucherId, version, posterId: context.personId() });
    const number = voucherNumber(posted.number);
    return {
      value: { voucherId: voucherId.toString(), month: posted.month, number },
      audit: {
        subject: `voucher:${voucherId}`,
        unionId: posted.unionId,
        detail: { old: "REVIEWED", new: "POSTED", month: posted.month, number },
      },
    };
  },
});
