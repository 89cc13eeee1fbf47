import type { Role } from "@/generated/prisma/enums";
import { enterVoucher } from "@/lib/ledger/commands/enter-voucher";
import { postVoucher } from "@/lib/ledger/commands/post-voucher";
import { reviewVoucher } from "@/lib/ledger/commands/review-voucher";
import type { Actor } from "@/lib/server/actor";
import { runCommand } from "@/lib/server/command";
import { loadActor } from "@/lib/server/load-actor";
import { asOwner } from "../support/test-database";

/** The officers of one union's books. */
export type Officers = { unionId: number; bookkeeper: Actor; checker: Actor; cashier: Actor; chair: Actor };

let people = 0;

/** A person with an account who holds roles in one union. */
export async function officer(ownerUrl: string, unionId: number, roles: readonly Role[]): Promise<Actor> {
  people += 1;
  const [row] = await asOwner<{ id: string }>(
    ownerUrl,
    `with p as (insert into person (name) values ($1) returning id),
     a as (insert into account (login, person_id, status) select $2, id, 'ACTIVE' from p returning id, person_id),
     g as (insert into role_grant (person_id, union_id, role, starts_on, reason)
           select a.person_id, $3, role::role, '2020-01-01', '任命' from a, unnest($4::text[]) role)
     select id::text from a`,
    [`员${people}`, `officer-${people}`, unionId, roles],
  );
  const actor = row === undefined ? null : await loadActor(BigInt(row.id));
  if (actor === null) throw new Error("the officer was not created");
  return actor;
}

/** A union with officers; the district is made on the first call. */
export async function openBooks(
  ownerUrl: string,
  name: string,
  level: "DISTRICT" | "GRASSROOTS" = "GRASSROOTS",
): Promise<Officers> {
  const [row] = await asOwner<{ id: number }>(
    ownerUrl,
    `insert into trade_union (path, level, name) values ('{}', $2, $1) returning id`,
    [name, level],
  );
  if (row === undefined) throw new Error("the union was not created");
  const unionId = row.id;
  await asOwner(ownerUrl, `update trade_union set path = array[id] where id = $1`, [unionId]);
  return {
    unionId,
    bookkeeper: await officer(ownerUrl, unionId, ["BOOKKEEPER"]),
    checker: await officer(ownerUrl, unionId, ["CHECKER"]),
    cashier: await officer(ownerUrl, unionId, ["CASHIER"]),
    chair: await officer(ownerUrl, unionId, ["CHAIR"]),
  };
}

/** A row as the grid sends it: `["102", "50000"]` is a debit, `["402", "", "30000"]` a credit. */
export type Entry = readonly [account: string, debit: string, credit?: string];

/** The input of a voucher on one day; summary and papers as usual. */
export function voucherOf(
  unionId: number,
  voucherDate: string,
  entries: readonly Entry[],
  change: Record<string, unknown> = {},
) {
  return {
    unionId,
    voucherDate,
    attachmentCount: "1",
    step: "submit",
    lines: entries.map(([accountCode, debit, credit = ""]) => ({
      summary: "收支",
      accountCode,
      debit,
      credit,
    })),
    ...change,
  };
}

/** Enters and reviews a voucher; it waits to be posted. */
export async function reviewedVoucher(
  officers: Officers,
  input: ReturnType<typeof voucherOf>,
): Promise<{ voucherId: string; version: number }> {
  const entered = await runCommand(enterVoucher, officers.bookkeeper, input);
  return runCommand(reviewVoucher, officers.checker, entered);
}

/** Takes a voucher the whole way into the books. */
export async function postedVoucher(officers: Officers, input: ReturnType<typeof voucherOf>) {
  return runCommand(postVoucher, officers.bookkeeper, await reviewedVoucher(officers, input));
}
