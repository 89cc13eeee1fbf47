-- Policy as dated data: numbers with their ratio and scope, words of lists, and what their readers may remember.

create extension if not exists btree_gist;

create type param_scope as enum ('NATIONAL', 'BEIJING', 'DISTRICT', 'UNION');
alter table policy_param
  alter column scope type param_scope using scope::param_scope,
  add column divisor bigint not null default 1,
  add column unit_label text not null default '',
  add column confirm_note text,
  add check (divisor > 0),
  add check (value >= 0),
  add check (ends_on is null or ends_on >= starts_on),
  -- A union keeps a value of its own only where the standard is left to the union.
  add check (union_id is null or scope = 'UNION'),
  -- Nobody can confirm a number that is not there.
  add check (status <> 'CONFIRMED' or value is not null),
  add check (length(trim(document)) > 0),
  add foreign key (created_by_id) references person (id),
  -- On every day at most one version of a number holds, for everybody and for each union by itself.
  add constraint policy_param_one_on_each_day exclude using gist
    (code with =, (coalesce(union_id, 0)) with =, daterange(starts_on, ends_on, '[]') with &&);
grant update (confirm_note) on policy_param to portal_scoped, portal_district;

create table policy_list_entry (
  id bigserial primary key,
  list text not null,
  word text not null check (length(trim(word)) > 0),
  except_words text[] not null default '{}',
  word_group text not null,
  severity text not null check (severity in ('PASS', 'INFO', 'WARN', 'UNKNOWN', 'APPROVAL', 'FORBIDDEN')),
  starts_on date not null,
  ends_on date,
  instrument text not null,
  created_by_id bigint references person (id),
  created_at timestamptz(6) not null default now(),
  ended_by_id bigint references person (id),
  check (ends_on is null or ends_on >= starts_on),
  constraint policy_list_entry_one_on_each_day exclude using gist
    (list with =, word with =, word_group with =, daterange(starts_on, ends_on, '[]') with &&)
);
create index policy_list_entry_list_starts_on_idx on policy_list_entry (list, starts_on);
grant select on policy_list_entry to portal_scoped, portal_district;
grant insert, update (ends_on, ended_by_id) on policy_list_entry to portal_district;

-- The first numbers are loaded by the owner, whom forced row-level security shuts out as well.
do $$ begin
  execute format('create policy first_load on policy_param to %I using (union_id is null) with check (union_id is null)', current_user);
end $$;

-- A number or word, once written, is only ever ended or confirmed, whoever holds the connection.
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a version is ended, not deleted: %', tg_table_name using errcode = 'restrict_violation';
  end if;
  if (to_jsonb(new) - array['ends_on', 'status', 'confirmed_by_id', 'confirmed_at', 'confirm_note', 'ended_by_id'])
     is distinct from
     (to_jsonb(old) - array['ends_on', 'status', 'confirmed_by_id', 'confirmed_at', 'confirm_note', 'ended_by_id']) then
    raise exception 'a version is superseded, not edited: %', tg_table_name using errcode = 'restrict_violation';
  end if;
  if to_jsonb(old) ->> 'status' = 'CONFIRMED' and to_jsonb(new) ->> 'status' <> 'CONFIRMED' then
    raise exception 'a confirmation is not taken back: %', tg_table_name using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger never_rewritten before update or delete on policy_param for each row execute function refuse_rewriting();
create trigger never_rewritten before update or delete on policy_list_entry for each row execute function refuse_rewriting();

create sequence policy_edition_seq;
create table policy_edition (id integer primary key check (id = 1), edition bigint not null);
insert into policy_edition values (1, nextval('policy_edition_seq'));
grant select on policy_edition to portal_scoped, portal_district;
create function next_policy_edition() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update policy_edition set edition = nextval('policy_edition_seq');
  return null;
end $$;
revoke execute on function next_policy_edition() from public;
create trigger moves_edition after insert or update or delete on policy_list_entry
  for each statement execute function next_policy_edition();
-- A union's own value is read afresh each time, so it does not make everybody else read again.
create trigger moves_edition after insert or update on policy_param
  for each row when (new.union_id is null) execute function next_policy_edition();

alter table ruling
  add column created_by_id bigint references person (id),
  add check (ends_on is null or ends_on >= starts_on),
  add check (length(trim(number)) > 0);

alter table verdict
  add column subject_name text,
  add column passed_rules text[] not null default '{}';
create index verdict_passed_rules_idx on verdict using gin (passed_rules);
create index verdict_subject_idx on verdict (subject_kind, subject_id, id);
alter table verdict add unique (id, union_id);
alter table verdict_finding add foreign key (verdict_id, union_id) references verdict (id, union_id);
create index verdict_finding_ruling_no_idx on verdict_finding (ruling_no, judged_on) where ruling_no is not null;
create index verdict_finding_rule_on_idx on verdict_finding (rule_id, judged_on);
