-- The walls inside the database: roles that own nothing, row-level security on every table with a union,
-- composite foreign keys, and what may never change.

do $$
declare r text;
begin
  foreach r in array array['portal_scoped', 'portal_district', 'portal_gate'] loop
    if not exists (select from pg_roles where rolname = r) then execute format('create role %I nologin noinherit', r); end if;
  end loop;
  -- The web process signs in as this role; its password is set outside the migrations.
  if not exists (select from pg_roles where rolname = 'portal_web') then create role portal_web login noinherit; end if;
end $$;
grant portal_scoped, portal_district, portal_gate to portal_web;

revoke all on schema public from public;
grant usage on schema public to portal_scoped, portal_district, portal_gate;
grant usage, select on all sequences in schema public to portal_scoped, portal_district, portal_gate;
alter default privileges in schema public grant usage, select on sequences to portal_scoped, portal_district, portal_gate;

-- The unions this transaction may see; unset means none.
create function visible_unions() returns int[] language sql stable parallel safe as
  $$ select nullif(current_setting('app.unions', true), '')::int[] $$;
create function acting_person() returns bigint language sql stable parallel safe as
  $$ select nullif(current_setting('app.person', true), '')::bigint $$;

-- Puts one table behind the wall: the scoped role sees and writes its unions, the district role every union.
-- Later migrations call it for their own tables.
create function wall(target regclass, writes text default 'select, insert, update', union_column text default 'union_id')
returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy scoped on %s to portal_scoped using (%I = any ((select visible_unions())::int[])) with check (%I = any ((select visible_unions())::int[]))', target, union_column, union_column);
  execute format('create policy district on %s to portal_district using (true) with check (true)', target);
  execute format('grant %s on %s to portal_scoped, portal_district', writes, target);
end $$;
revoke execute on function wall(regclass, text, text) from public;

select wall('trade_union', 'select, insert, update', 'id');
create policy gate on trade_union for select to portal_gate using (true);
grant select on trade_union to portal_gate;

select wall(t::regclass) from unnest(array[
  'attachment', 'import_batch', 'import_row', 'role_grant', 'opening_fact', 'worker', 'membership',
  'spending_document', 'budget', 'budget_line', 'budget_reservation', 'ledger_period', 'opening_balance',
  'voucher', 'period_balance', 'invoice_use'
]) t;
-- A frozen verdict and a step taken are never changed.
select wall(t::regclass, 'select, insert') from unnest(array['verdict', 'verdict_finding', 'spending_step']) t;
-- The parts of a draft come and go with it.
select wall(t::regclass, 'select, insert, update, delete') from unnest(array['spending_line', 'spending_person', 'ledger_line']) t;

-- A unit reads the common parameters and its own, and writes only its own; the district writes the common ones.
alter table policy_param enable row level security;
alter table policy_param force row level security;
create policy common on policy_param for select to portal_scoped using (union_id is null or union_id = any ((select visible_unions())::int[]));
create policy own on policy_param for insert to portal_scoped with check (union_id = any ((select visible_unions())::int[]));
create policy close_own on policy_param for update to portal_scoped using (union_id = any ((select visible_unions())::int[])) with check (union_id = any ((select visible_unions())::int[]));
create policy district on policy_param to portal_district using (true) with check (true);
grant select, insert on policy_param to portal_scoped, portal_district;
-- Superseding ends a version and confirming marks it; the number itself is never edited.
grant update (ends_on, status, confirmed_by_id, confirmed_at) on policy_param to portal_scoped, portal_district;

-- Messages belong to their reader; anybody may send one.
alter table outbox_message enable row level security;
alter table outbox_message force row level security;
create policy send on outbox_message for insert to portal_scoped, portal_district with check (true);
create policy own on outbox_message for select to portal_scoped, portal_district using (recipient_id = (select acting_person()));
create policy mark on outbox_message for update to portal_scoped, portal_district using (recipient_id = (select acting_person()));
create policy gate on outbox_message to portal_gate using (true) with check (true);
grant insert, select on outbox_message to portal_scoped, portal_district;
grant update (read_at) on outbox_message to portal_scoped, portal_district;
grant select on outbox_message to portal_gate;
grant update (sent_at) on outbox_message to portal_gate;

-- Read by everybody who is signed in; nothing personal stands in them.
grant select on ledger_account, calendar_day, ruling, export_layout to portal_scoped, portal_district;
grant insert on ruling, calendar_day to portal_district;
grant select (id, name, id_hash), insert on person to portal_scoped, portal_district;
grant update (name) on person to portal_scoped, portal_district;
grant select, insert on person to portal_gate;
grant update (id_hash, name) on person to portal_gate;

-- Accounts: administered by the district, but no role other than the gate reads a secret.
grant select (id, login, person_id, status, failed_count, locked_until, password_changed_at, created_at, created_by_id) on account to portal_district, portal_scoped;
grant insert (login, person_id, status, created_by_id) on account to portal_district;
grant update (status, locked_until, failed_count) on account to portal_district;
grant select (id, account_id, created_at, last_seen_at, expires_at, ended_at, end_reason, ip, user_agent) on auth_session to portal_district, portal_scoped;
grant update (ended_at, end_reason) on auth_session to portal_district, portal_scoped;
grant insert (token_hash, account_id, purpose, expires_at) on one_time_link to portal_district;
grant select (id) on one_time_link to portal_district;
grant select, insert, update on account, auth_session, one_time_link, api_token, sign_in_failure, idempotency_key to portal_gate;
grant delete on sign_in_failure, idempotency_key to portal_gate;
grant select, insert on idempotency_key to portal_scoped, portal_district;
create policy gate on role_grant to portal_gate using (true) with check (true);
grant select, insert on role_grant to portal_gate;

-- Own sessions, own answers: a scoped transaction reaches only the person's own.
alter table auth_session enable row level security;
alter table auth_session force row level security;
create policy own on auth_session to portal_scoped using (account_id in (select id from account where person_id = acting_person()));
create policy district on auth_session to portal_district using (true);
create policy gate on auth_session to portal_gate using (true) with check (true);
alter table account enable row level security;
alter table account force row level security;
create policy own on account for select to portal_scoped using (person_id = acting_person());
create policy district on account to portal_district using (true) with check (true);
create policy gate on account to portal_gate using (true) with check (true);
alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
create policy own on idempotency_key to portal_scoped, portal_district
  using (account_id = nullif(current_setting('app.account', true), '')::bigint)
  with check (account_id = nullif(current_setting('app.account', true), '')::bigint);
create policy gate on idempotency_key to portal_gate using (true) with check (true);

-- The audit log: every role appends, the district reads by permission, the gate seals. Nobody changes it.
alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy append on audit_entry for insert to portal_scoped, portal_district, portal_gate with check (true);
create policy read on audit_entry for select to portal_district, portal_gate using (true);
grant insert on audit_entry to portal_scoped, portal_district, portal_gate;
grant select on audit_entry, audit_seal to portal_district, portal_gate;
grant insert on audit_seal to portal_gate;

create function refuse_change() returns trigger language plpgsql as
  $$ begin raise exception 'append-only: %', tg_table_name using errcode = 'restrict_violation'; end $$;
do $$
declare t text;
begin
  foreach t in array array['audit_entry', 'audit_seal', 'verdict', 'verdict_finding', 'spending_step'] loop
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', t);
    execute format('create trigger no_truncate before truncate on %I for each statement execute function refuse_change()', t);
  end loop;
end $$;

-- Children cannot borrow another union's parent, and every union, person and account is a real one.
do $$
declare c record;
begin
  for c in select table_name from information_schema.columns
           where table_schema = 'public' and column_name = 'union_id' and table_name <> 'audit_entry' loop
    execute format('alter table %I add foreign key (union_id) references trade_union (id)', c.table_name);
  end loop;
  for c in select table_name, column_name from information_schema.columns
           where table_schema = 'public' and column_name in ('person_id', 'claimant_id', 'recorded_by_id', 'witness_id', 'by_id',
             'maker_id', 'reviewer_id', 'poster_id', 'cashier_id', 'uploaded_by_id', 'granted_by_id', 'revoked_by_id', 'entered_by_id', 'confirmed_by_id', 'recipient_id') loop
    execute format('alter table %I add foreign key (%I) references person (id)', c.table_name, c.column_name);
  end loop;
  for c in select table_name from information_schema.columns where table_schema = 'public' and column_name = 'account_code' loop
    execute format('alter table %I add check (account_code ~ ''^[0-9]{3,12}$'')', c.table_name);
  end loop;
end $$;
alter table account add check (login ~ '^[a-z0-9][a-z0-9._-]{1,63}$');
alter table auth_session add foreign key (account_id) references account (id);
alter table one_time_link add foreign key (account_id) references account (id);
alter table api_token add foreign key (account_id) references account (id);
alter table spending_document add unique (id, union_id);
alter table spending_line add foreign key (document_id, union_id) references spending_document (id, union_id);
alter table spending_person add foreign key (document_id, union_id) references spending_document (id, union_id);
alter table spending_step add foreign key (document_id, union_id) references spending_document (id, union_id);
alter table invoice_use add foreign key (document_id, union_id) references spending_document (id, union_id);
alter table budget_reservation add foreign key (document_id, union_id) references spending_document (id, union_id);
alter table budget add unique (id, union_id);
alter table budget_line add foreign key (budget_id, union_id) references budget (id, union_id);
alter table import_batch add unique (id, union_id);
alter table import_row add foreign key (batch_id, union_id) references import_batch (id, union_id);

-- One invoice is used once in the whole district while it is in use.
create unique index invoice_use_once on invoice_use (number) where is_active;
-- One running grant of a role per person and union.
create unique index role_grant_once on role_grant (person_id, union_id, role) where revoked_at is null;
-- One version of a parameter starts on one day.
create unique index policy_param_version on policy_param (code, coalesce(union_id, 0), starts_on);
create unique index membership_once on membership (worker_id) where ends_on is null;

-- Duties kept apart, by the person.
alter table voucher add check (maker_id <> reviewer_id), add check (cashier_id not in (maker_id, reviewer_id, poster_id));
alter table spending_document add check (claimant_id <> witness_id), add check (amount_fen >= 0);
alter table ledger_line add check (amount_fen > 0);
alter table opening_balance add check (amount_fen >= 0);
alter table budget_reservation add check (amount_fen >= 0);
alter table budget add check (income_fen >= 0);
