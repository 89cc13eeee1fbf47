-- The budget: one in force per union and year, lines that only the entering of a budget writes, reservations that move
-- pending → posted or voided and back while a document is worked on.

create unique index budget_in_force on budget (union_id, year) where superseded_at is null;
alter table budget add check (year between 1990 and 2200);
alter table budget add check (revision > 0);
alter table budget_line add check (amount_fen >= 0);
alter table budget_reservation add check (amount_fen > 0);
alter table budget_reservation add check ((state = 'POSTED') = (settled_at is not null));

create function guard_budget() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (to_jsonb(new) - 'superseded_at') is distinct from (to_jsonb(old) - 'superseded_at')
     or old.superseded_at is not null then
    raise exception 'an approved budget is superseded, not changed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger guard before update or delete on budget for each row execute function guard_budget();
create trigger guard before update or delete on budget_line for each row execute function refuse_change();

create function guard_reservation() returns trigger language plpgsql as $$
begin
  if (new.id, new.union_id, new.document_id, new.account_code) is distinct from (old.id, old.union_id, old.document_id, old.account_code)
     or (old.state = new.state and (new.amount_fen, new.year) is distinct from (old.amount_fen, old.year) and old.state <> 'VOIDED')
     or (old.state = 'POSTED' and new.state = 'VOIDED')
     or (old.state = 'VOIDED' and new.state = 'POSTED') then
    raise exception 'a reservation goes from pending to posted or voided' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger guard before update on budget_reservation for each row execute function guard_reservation();
