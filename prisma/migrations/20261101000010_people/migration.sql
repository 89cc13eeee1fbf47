-- Settings that operations may change, and duties that the database itself keeps apart.

create table portal_setting (
  code text primary key check (code ~ '^[A-Z][A-Z_]{2,60}$'),
  value integer not null check (value > 0),
  changed_at timestamptz(6) not null default now(),
  changed_by_id bigint references person (id)
);
grant select on portal_setting to portal_scoped, portal_district, portal_gate;
grant update (value, changed_at, changed_by_id) on portal_setting to portal_district;

insert into portal_setting (code, value) values
  ('SESSION_IDLE_MINUTES', 30),
  ('SESSION_HOURS', 10),
  ('SESSIONS_PER_ACCOUNT', 2),
  ('SIGN_IN_FAILURES_PER_ACCOUNT', 5),
  ('SIGN_IN_FAILURES_PER_ADDRESS', 30),
  ('SIGN_IN_WINDOW_MINUTES', 15),
  ('LINK_HOURS', 24),
  ('TOKEN_DAYS', 365),
  ('UNMASK_PER_DAY', 50);

create function setting(wanted text) returns integer language sql stable parallel safe as
  $$ select value from portal_setting where code = wanted $$;
grant execute on function setting(text) to portal_scoped, portal_district, portal_gate;

-- 会计法第三十五条 (F24): 出纳不得兼任稽核、会计档案保管和收入、支出、费用、债权债务账目的登记. By the person, within
-- one union, for any day both would run. The screen refuses earlier and in words; this holds when code does not.
create function refuse_joined_duties() returns trigger language plpgsql as $$
declare
  other role;
begin
  if new.revoked_at is not null then return new; end if;
  -- One at a time per person and union, or two grants at once would not see each other.
  perform pg_advisory_xact_lock(hashtextextended('role_grant:' || new.person_id || ':' || new.union_id, 0));
  select g.role into other from role_grant g
   where g.person_id = new.person_id and g.union_id = new.union_id and g.id <> new.id and g.revoked_at is null
     and daterange(g.starts_on, g.ends_on, '[]') && daterange(new.starts_on, new.ends_on, '[]')
     and ((new.role = 'CASHIER' and g.role in ('BOOKKEEPER', 'CHECKER', 'ARCHIVIST'))
       or (g.role = 'CASHIER' and new.role in ('BOOKKEEPER', 'CHECKER', 'ARCHIVIST')))
   limit 1;
  if found then
    raise exception 'joined duties: % and %', new.role, other using errcode = 'exclusion_violation', constraint = 'role_grant_cashier_apart';
  end if;
  return new;
end $$;
create constraint trigger role_grant_cashier_apart after insert or update on role_grant
  for each row execute function refuse_joined_duties();
alter table role_grant add check (ends_on is null or ends_on >= starts_on);

-- A new link takes the place of an older one that was not used.
grant select (id, account_id, purpose, expires_at, used_at, created_at), update (used_at) on one_time_link to portal_district;
grant update (revoked_at) on api_token to portal_district;
grant select (id, account_id, label, created_at, expires_at, revoked_at, last_used_at) on api_token to portal_district;
