-- Posting and what guards it. Every way to POSTED goes through enter_in_books(), also a plain UPDATE.
-- SQLSTATE class LG is an expected no; its detail is JSON for the sentence on screen (lib/ledger/model.ts).

create function ledger_refusal(code text, facts jsonb default '{}') returns void language plpgsql as $$
begin
  raise exception 'ledger refusal %', code using errcode = code, detail = facts::text;
end $$;

-- Writes a reviewed voucher into the books: number, balances, cash. Locks in one order everywhere:
-- voucher, book, month, balances by account code.
create function enter_in_books(inout v voucher) language plpgsql as $$
declare
  home record;
  begins date;
  chart_kind chart_kind;
  period record;
  sums record;
  low record;
begin
  select level, books_in into home from trade_union where id = v.union_id;
  if home.books_in <> 'PORTAL' then perform ledger_refusal('LG106'); end if;
  chart_kind := case home.level when 'DISTRICT' then 'DISTRICT' else 'GRASSROOTS' end;

  select starts_on into begins from ledger_book where union_id = v.union_id for update;
  if not found then
    insert into ledger_book (union_id) values (v.union_id) on conflict do nothing;
    select starts_on into begins from ledger_book where union_id = v.union_id for update;
  end if;
  if v.voucher_date < begins then perform ledger_refusal('LG105', jsonb_build_object('startsOn', begins)); end if;

  update ledger_period set last_number = last_number + 1
    where union_id = v.union_id and month = v.month and state = 'OPEN' returning last_number into v.number;
  if not found then
    select state into period from ledger_period where union_id = v.union_id and month = v.month;
    if found then perform ledger_refusal('LG101', jsonb_build_object('month', v.month, 'state', period.state)); end if;
    if exists (select from ledger_period where union_id = v.union_id and month > v.month and state = 'CLOSED') then
      perform ledger_refusal('LG101', jsonb_build_object('month', v.month, 'state', 'CLOSED'));
    end if;
    insert into ledger_period (union_id, month, last_number) values (v.union_id, v.month, 1) returning last_number into v.number;
  end if;

  select count(*) lines,
         coalesce(sum(amount) filter (where l.side = 'DEBIT'), 0) debit,
         coalesce(sum(amount) filter (where l.side = 'CREDIT'), 0) credit,
         coalesce(sum(amount) filter (where l.side = 'DEBIT' and l.account_code = '101'), 0) cash_in,
         coalesce(sum(amount) filter (where l.side = 'CREDIT' and l.account_code = '101'), 0) cash_out,
         bool_or(l.account_code = '101') touches_cash,
         bool_or(btrim(l.summary) = '') has_blank,
         string_agg(distinct l.account_code, '、') filter (where a.is_leaf is not true) foreign_codes
    into sums
    from (select *, case when is_red then -amount_fen else amount_fen end amount from ledger_line where voucher_id = v.id) l
    left join ledger_account a on a.chart = chart_kind and a.code = l.account_code;
  if sums.lines < 2 or (sums.debit = 0 and sums.credit = 0) then perform ledger_refusal('LG108'); end if;
  if sums.debit <> sums.credit then
    perform ledger_refusal('LG102', jsonb_build_object('debit', sums.debit::text, 'credit', sums.credit::text));
  end if;
  if sums.foreign_codes is not null then perform ledger_refusal('LG103', jsonb_build_object('codes', sums.foreign_codes)); end if;
  if btrim(v.summary) = '' or sums.has_blank then perform ledger_refusal('LG104'); end if;
  if v.kind = 'GENERAL' and v.attachment_count < 1 then perform ledger_refusal('LG107'); end if;
  if exists (select from role_grant where union_id = v.union_id and person_id in (v.poster_id, v.reviewer_id) and role = 'CASHIER'
             and revoked_at is null
             and (now() at time zone 'Asia/Shanghai')::date between starts_on and coalesce(ends_on, 'infinity')) then
    perform ledger_refusal('LG110');
  end if;
  if v.reverses_id is not null then perform mirror_or_refuse(v); end if;

  insert into period_balance as b (union_id, month, account_code, debit_fen, credit_fen)
    select v.union_id, v.month, account_code,
           coalesce(sum(case when is_red then -amount_fen else amount_fen end) filter (where side = 'DEBIT'), 0),
           coalesce(sum(case when is_red then -amount_fen else amount_fen end) filter (where side = 'CREDIT'), 0)
      from ledger_line where voucher_id = v.id group by account_code order by account_code
    on conflict (union_id, month, account_code) do update
      set debit_fen = b.debit_fen + excluded.debit_fen, credit_fen = b.credit_fen + excluded.credit_fen;

  if sums.touches_cash then
    insert into cash_day as c (union_id, date, debit_fen, credit_fen)
      values (v.union_id, v.voucher_date, sums.cash_in, sums.cash_out)
      on conflict (union_id, date) do update
        set debit_fen = c.debit_fen + excluded.debit_fen, credit_fen = c.credit_fen + excluded.credit_fen;
    if sums.cash_in < sums.cash_out then
      select date, balance into low from (
        select date, coalesce((select case side when 'DEBIT' then amount_fen else -amount_fen end
                                 from opening_balance where union_id = v.union_id and account_code = '101'), 0)
                     + sum(debit_fen - credit_fen) over (order by date) balance
          from cash_day where union_id = v.union_id) days
        where date >= v.voucher_date and balance < 0 order by date limit 1;
      if found then
        perform ledger_refusal('LG109', jsonb_build_object('date', low.date, 'balance', low.balance::text));
      end if;
    end if;
  end if;

  -- The clock and not the transaction's start: times follow the numbers.
  v.posted_at := clock_timestamp();
end $$;

-- A red reversal takes back exactly what its original entered, on the same sides, in the same year.
create function mirror_or_refuse(v voucher) returns void language plpgsql as $$
declare original voucher;
begin
  select * into original from voucher where id = v.reverses_id;
  if not found or original.union_id <> v.union_id or original.state <> 'POSTED' or original.kind = 'REVERSAL' or v.kind <> 'REVERSAL'
     or v.voucher_date < original.voucher_date
     or extract(year from v.voucher_date) <> extract(year from original.voucher_date)
     or exists ((select line_number, account_code, side, amount_fen, not is_red from ledger_line where voucher_id = original.id)
                except (select line_number, account_code, side, amount_fen, is_red from ledger_line where voucher_id = v.id))
     or (select count(*) from ledger_line where voucher_id = v.id) <> (select count(*) from ledger_line where voucher_id = original.id) then
    perform ledger_refusal('LG111');
  end if;
end $$;

create function guard_voucher() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state not in ('DRAFT', 'SUBMITTED') or new.number is not null or new.posted_at is not null or new.poster_id is not null
       or new.reviewer_id is not null then perform ledger_refusal('LG010'); end if;
    return new;
  end if;
  if old.state = 'POSTED' then perform ledger_refusal('LG010'); end if;
  if tg_op = 'DELETE' then
    if old.state <> 'DRAFT' then perform ledger_refusal('LG010'); end if;
    return old;
  end if;
  if (new.id, new.union_id, new.reverses_id, new.document_id) is distinct from (old.id, old.union_id, old.reverses_id, old.document_id) then
    perform ledger_refusal('LG010');
  end if;
  -- Once handed in, what is written stays; only the step, the names of its people and the export mark move.
  if old.state <> 'DRAFT' and (new.month, new.voucher_date, new.kind, new.summary, new.attachment_count, new.maker_id)
     is distinct from (old.month, old.voucher_date, old.kind, old.summary, old.attachment_count, old.maker_id) then
    perform ledger_refusal('LG010');
  end if;
  if (old.state, new.state) not in (('DRAFT', 'DRAFT'), ('DRAFT', 'SUBMITTED'), ('SUBMITTED', 'SUBMITTED'), ('SUBMITTED', 'REVIEWED'),
     ('SUBMITTED', 'DRAFT'), ('REVIEWED', 'REVIEWED'), ('REVIEWED', 'DRAFT'), ('REVIEWED', 'POSTED')) then
    perform ledger_refusal('LG010');
  end if;
  if new.state = 'POSTED' then
    if new.poster_id is null or new.reviewer_id is null then perform ledger_refusal('LG010'); end if;
    return enter_in_books(new);
  end if;
  if new.number is not null or new.posted_at is not null or new.poster_id is not null
     or (new.state = 'REVIEWED') <> (new.reviewer_id is not null) then perform ledger_refusal('LG010'); end if;
  return new;
end $$;
create trigger guard before insert or update or delete on voucher for each row execute function guard_voucher();

-- The lines of a voucher stand still from its review on; the share lock keeps a posting from passing by.
create function guard_ledger_line() returns trigger language plpgsql as $$
declare
  owner_id bigint := case when tg_op = 'DELETE' then old.voucher_id else new.voucher_id end;
  step voucher_state;
begin
  if tg_op = 'UPDATE' and new.voucher_id <> old.voucher_id then perform ledger_refusal('LG010'); end if;
  select state into step from voucher where id = owner_id for share;
  if step = 'DRAFT' or (tg_op = 'INSERT' and step = 'SUBMITTED') then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  perform ledger_refusal('LG010');
end $$;
create trigger guard before insert or update or delete on ledger_line for each row execute function guard_ledger_line();

-- Numbers and sums move only inside a posting, that is from within another trigger.
create function guard_books() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() < 2 then perform ledger_refusal('LG010'); end if;
  return new;
end $$;
create trigger guard before insert or update or delete on period_balance for each row execute function guard_books();
create trigger guard before insert or update or delete on cash_day for each row execute function guard_books();
create trigger guard_insert before insert on ledger_period for each row when (new.last_number <> 0) execute function guard_books();
create trigger guard_update before update on ledger_period for each row
  when (new.last_number <> old.last_number or new.union_id <> old.union_id or new.month <> old.month) execute function guard_books();

-- Opening balances belong to the time before the first posting.
create function guard_opening() returns trigger language plpgsql as $$
declare home int := case when tg_op = 'DELETE' then old.union_id else new.union_id end;
begin
  perform from ledger_book where union_id = home for update;
  if not found then
    insert into ledger_book (union_id) values (home) on conflict do nothing;
    perform from ledger_book where union_id = home for update;
  end if;
  if exists (select from ledger_period where union_id = home and last_number > 0) then perform ledger_refusal('LG112'); end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger guard before insert or update or delete on opening_balance for each row execute function guard_opening();
create function guard_book() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or exists (select from ledger_period where union_id = old.union_id and last_number > 0) then
    perform ledger_refusal('LG112');
  end if;
  return new;
end $$;
create trigger guard before update or delete on ledger_book for each row execute function guard_book();

do $$
declare t text;
begin
  foreach t in array array['voucher', 'ledger_line', 'period_balance', 'cash_day', 'ledger_period', 'opening_balance', 'ledger_book'] loop
    execute format('create trigger no_truncate before truncate on %I for each statement execute function refuse_change()', t);
  end loop;
end $$;
create trigger no_delete before delete on ledger_period for each row execute function refuse_change();

-- The second reading, at commit: a posted voucher balances and bears the next number; opening balances balance.
create function recheck_posted() returns trigger language plpgsql as $$
begin
  if (select coalesce(sum(case when (side = 'DEBIT') <> is_red then amount_fen else -amount_fen end), 0) from ledger_line where voucher_id = new.id) <> 0
     or new.number > (select last_number from ledger_period where union_id = new.union_id and month = new.month) then
    raise exception 'voucher % does not balance or bears a foreign number', new.id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger recheck after update on voucher deferrable initially deferred for each row
  when (new.state = 'POSTED') execute function recheck_posted();

create function recheck_opening() returns trigger language plpgsql as $$
begin
  if (select coalesce(sum(case side when 'DEBIT' then amount_fen else -amount_fen end), 0) from opening_balance
      where union_id = case when tg_op = 'DELETE' then old.union_id else new.union_id end) <> 0 then
    raise exception 'opening balances do not balance' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger recheck after insert or update or delete on opening_balance deferrable initially deferred
  for each row execute function recheck_opening();

-- One call posts one reviewed voucher; when nothing was there to post, the answer says what stands there instead.
create function post_voucher(voucher_id bigint, expected_version int, poster bigint, cashier bigint)
returns table (id bigint, union_id int, month text, number int) language plpgsql as $$
#variable_conflict use_column
begin
  return query
    update voucher v set state = 'POSTED', poster_id = poster, cashier_id = coalesce(cashier, v.cashier_id), version = v.version + 1
      where v.id = voucher_id and v.state = 'REVIEWED' and v.version = expected_version
      returning v.id, v.union_id, v.month::text, v.number;
end $$;

-- Proof that the kept sums agree with the raw lines, and that no number is missing; no row means all is well.
create function ledger_differences(home int)
returns table (month text, account_code text, kept_debit bigint, kept_credit bigint, raw_debit bigint, raw_credit bigint) language sql stable as $$
  with raw as (
    select v.month, l.account_code,
           coalesce(sum(case when is_red then -amount_fen else amount_fen end) filter (where side = 'DEBIT'), 0) debit,
           coalesce(sum(case when is_red then -amount_fen else amount_fen end) filter (where side = 'CREDIT'), 0) credit
      from voucher v join ledger_line l on l.voucher_id = v.id
      where v.union_id = home and v.state = 'POSTED' group by 1, 2),
  kept as (select month, account_code, debit_fen, credit_fen from period_balance where union_id = home),
  cash as (select coalesce(sum(debit_fen), 0) debit, coalesce(sum(credit_fen), 0) credit from cash_day where union_id = home),
  raw_cash as (select coalesce(sum(debit), 0) debit, coalesce(sum(credit), 0) credit from raw where account_code = '101')
  select coalesce(r.month, k.month)::text, coalesce(r.account_code, k.account_code),
         coalesce(k.debit_fen, 0), coalesce(k.credit_fen, 0), coalesce(r.debit, 0)::bigint, coalesce(r.credit, 0)::bigint
    from raw r full join kept k on k.month = r.month and k.account_code = r.account_code
    where (coalesce(k.debit_fen, 0), coalesce(k.credit_fen, 0)) is distinct from (coalesce(r.debit, 0), coalesce(r.credit, 0))
  union all
  select '每日', '101', c.debit::bigint, c.credit::bigint, r.debit::bigint, r.credit::bigint from cash c, raw_cash r
    where (c.debit, c.credit) is distinct from (r.debit, r.credit)
  union all
  select p.month::text, '编号', p.last_number, p.last_number, count(v.number), coalesce(max(v.number), 0)
    from ledger_period p left join voucher v on v.union_id = p.union_id and v.month = p.month and v.number is not null
    where p.union_id = home group by p.month, p.last_number
    having count(v.number) <> p.last_number or coalesce(max(v.number), 0) <> p.last_number
  order by 1, 2
$$;
