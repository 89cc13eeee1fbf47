// What the books cost: posting through the gate beside one raw SQL function, and the trial balance over few and many lines.
import pg from "pg";
import { createVoucherIn } from "@/lib/ledger/commands/create-voucher";
import { postVoucher } from "@/lib/ledger/commands/post-voucher";
import { trialBalance } from "@/lib/ledger/reports/trial-balance";
import { type Actor, systemActor } from "@/lib/server/actor";
import { runCommand } from "@/lib/server/command";
import { inScope } from "@/lib/server/db";
import { read } from "@/lib/server/query";
import { type Figure, figure, median, perSecond, timed } from "./bench-figure";

const connections = 8;
const vouchers = 1_600;

type Books = { unionId: number; bookkeeper: Actor; checkerId: bigint; bookkeeperId: bigint };

/** Measures posting and the trial balance on the demo database of this run. */
export async function measureLedger(ownerUrl: string): Promise<Figure[]> {
  const owner = new pg.Pool({ connectionString: ownerUrl, max: connections });
  try {
    const books = await openBooks(owner);
    return [...(await measurePosting(owner, books)), ...(await measureTrialBalance(owner))];
  } finally {
    await owner.end();
  }
}

async function openBooks(owner: pg.Pool): Promise<Books[]> {
  const made = [];
  for (let n = 0; n < connections; n += 1) {
    const unionId = await newUnion(owner, `测速工会${n + 1}`);
    const people = await owner.query<{ id: string }>(
      "insert into person (name) values ('测速会计'), ('测速稽核') returning id",
    );
    const [bookkeeperId = 0n, checkerId = 0n] = people.rows.map((row) => BigInt(row.id));
    const bookkeeper: Actor = {
      accountId: null,
      personId: bookkeeperId,
      name: "测速会计",
      grants: [{ role: "BOOKKEEPER", unionId, unionName: "测速", above: [], subtree: [unionId] }],
      sessionId: null,
      systemReason: null,
    };
    made.push({ unionId, bookkeeper, bookkeeperId, checkerId });
  }
  return made;
}

async function newUnion(owner: pg.Pool, name: string): Promise<number> {
  const { rows } = await owner.query<{ id: number }>(
    "insert into trade_union (path, level, name) values ('{}', 'GRASSROOTS', $1) returning id",
    [name],
  );
  const unionId = rows[0]?.id ?? 0;
  await owner.query("update trade_union set path = array[id] where id = $1", [unionId]);
  return unionId;
}

/** Reviewed four-line vouchers, ready to post, spread over the books. */
async function reviewed(
  owner: pg.Pool,
  books: readonly Books[],
): Promise<{ id: bigint; version: number; of: Books }[]> {
  const system = {
    scope: { role: "portal_district" as const, unions: [] },
    actor: systemActor("测速"),
    isReadOnly: false,
    isolation: "ReadCommitted" as const,
  };
  const made: { id: bigint; version: number; of: Books }[] = [];
  for (const of of books) {
    const ids = await inScope(system, async (tx) => {
      const created = [];
      for (let n = 0; n < vouchers / books.length; n += 1) {
        const line = (accountCode: string, side: "DEBIT" | "CREDIT", amountFen: bigint) => ({
          summary: "测速",
          accountCode,
          side,
          amountFen,
          isRed: false,
        });
        const lines = [
          line("50102", "DEBIT", 10_000n),
          line("50105", "DEBIT", 20_000n),
          line("50504", "DEBIT", 5_000n),
          line("102", "CREDIT", 35_000n),
        ];
        created.push(
          await createVoucherIn(tx, {
            unionId: of.unionId,
            voucherDate: "2026-03-10",
            kind: "GENERAL",
            attachmentCount: 1,
            makerId: of.bookkeeperId,
            state: "SUBMITTED",
            lines,
          }),
        );
      }
      return created;
    });
    await owner.query(
      "update voucher set state = 'REVIEWED', reviewer_id = $2, reviewed_at = now() where union_id = $1 and state = 'SUBMITTED'",
      [of.unionId, of.checkerId],
    );
    for (const { id, version } of ids) made.push({ id, version, of });
  }
  // Neighbours in the queue belong to different books, as on a working day.
  return made.sort((left, right) => Number((left.id * 7919n) % 1009n) - Number((right.id * 7919n) % 1009n));
}

async function measurePosting(owner: pg.Pool, books: readonly Books[]): Promise<Figure[]> {
  await owner.query(`create or replace function bench_post(voucher bigint, poster bigint) returns void language plpgsql as $$
    declare posted record;
    begin
      select * into posted from post_voucher(voucher, (select version from voucher v where v.id = voucher), poster, null);
      insert into audit_entry (account_id, actor_name, roles, union_id, command, subject, outcome, detail, request_id)
      values (null, '测速', '{}', posted.union_id, 'ledger.postVoucher', 'voucher:' || voucher, 'DONE',
              jsonb_build_object('old', 'REVIEWED', 'new', 'POSTED', 'month', posted.month, 'number', posted.number), 'bench');
    end $$`);
  const raw = await reviewed(owner, books);
  const floor = await perSecond(raw.length, connections, (n) => {
    const { id, of } = at(raw, n);
    return owner.query("select bench_post($1, $2)", [id.toString(), of.bookkeeperId.toString()]);
  });
  const gated = await reviewed(owner, books);
  const value = await perSecond(gated.length, connections, (n) => {
    const { id, version, of } = at(gated, n);
    return runCommand(postVoucher, of.bookkeeper, { voucherId: id.toString(), version });
  });
  await owner.query("drop function bench_post(bigint, bigint)");
  return [
    figure("四行凭证经命令记账（8 个连接）", {
      value,
      unit: "张/秒",
      floor,
      goal: "不低于同样行由一个 SQL 函数写入的 20%",
      isMet: (_, ratio) => ratio >= 0.2,
    }),
  ];
}

function at<Item>(items: readonly Item[], n: number): Item {
  const item = items[n];
  if (item === undefined) throw new Error("fewer vouchers than calls");
  return item;
}

async function measureTrialBalance(owner: pg.Pool): Promise<Figure[]> {
  const small = await timeTrialBalance(owner, "试算一万行工会", 10_000);
  const large = await timeTrialBalance(owner, "试算十万行工会", 100_000);
  return [
    figure("试算平衡表，一万行", {
      value: small,
      unit: "毫秒",
      goal: "50 毫秒以内",
      isMet: (value) => value < 50,
    }),
    figure("试算平衡表，十万行", {
      value: large,
      unit: "毫秒",
      floor: small,
      goal: "不超过一万行时的 1.5 倍，50 毫秒以内",
      isMet: (value, ratio) => value < 50 && ratio <= 1.5,
    }),
  ];
}

/** A year of posted lines laid down at once, balances with them, then the median of the report's time. */
async function timeTrialBalance(owner: pg.Pool, name: string, lines: number): Promise<number> {
  const unionId = await newUnion(owner, name);
  const client = await owner.connect();
  try {
    await client.query("begin; set local session_replication_role = replica");
    await client.query(layDownYear, [unionId, lines / 4]);
    await client.query(layDownBalances, [unionId]);
    await client.query("commit; analyze voucher, ledger_line, period_balance");
  } finally {
    client.release();
  }
  const actor = systemActor("测速");
  const times: number[] = [];
  for (let n = 0; n < 41; n += 1)
    times.push(await timed(() => read(actor, trialBalance, { unionId, month: "2026-12" })));
  return median(times.slice(10));
}

const layDownYear = `
  with person as (insert into person (name) values ('甲'), ('乙') returning id),
  who as (select min(id) maker, max(id) reviewer from person),
  v as (insert into voucher (union_id, month, voucher_date, number, state, summary, attachment_count, maker_id, reviewer_id, poster_id, posted_at)
        select $1, to_char(d, 'YYYY-MM'), d::date, n / 12 + 1, 'POSTED', '测速', 1, maker, reviewer, maker, now()
        from who, generate_series(0, $2::int - 1) n, lateral (select date '2026-01-10' + (n % 12) * interval '1 month' d) day
        returning id, union_id)
  insert into ledger_line (voucher_id, union_id, line_number, summary, account_code, side, amount_fen)
  select v.id, v.union_id, l.n, '测速', l.code, l.side::ledger_side, l.amount
  from v, (values (1, '50102', 'DEBIT', 100), (2, '50105', 'DEBIT', 200), (3, '50504', 'DEBIT', 50), (4, '102', 'CREDIT', 350)) l (n, code, side, amount)`;

const layDownBalances = `
  insert into period_balance (union_id, month, account_code, debit_fen, credit_fen)
  select l.union_id, v.month, l.account_code, coalesce(sum(amount_fen) filter (where side = 'DEBIT'), 0), coalesce(sum(amount_fen) filter (where side = 'CREDIT'), 0)
  from ledger_line l join voucher v on v.id = l.voucher_id where l.union_id = $1 group by 1, 2, 3`;
