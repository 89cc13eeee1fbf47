-- Spending documents: what the tables themselves refuse, and the two things a union may learn beyond its wall.

alter table spending_document alter column occurred_on drop not null;
alter table spending_document add column paid_method text;
alter table spending_document add check (state in ('DRAFT', 'RETURNED', 'WITHDRAWN') or occurred_on is not null);
alter table spending_document add check (state = 'DRAFT' or number is not null);
alter table spending_document add check (payment_method is null or payment_method in ('TRANSFER', 'CHEQUE', 'CARD', 'CASH'));
alter table spending_document add check (paid_method is null or paid_method in ('TRANSFER', 'CHEQUE', 'CARD', 'CASH'));
alter table spending_document add check (state not in ('PAID', 'POSTED') or (paid_on is not null and paid_method is not null));
alter table spending_document add check (number is null or number ~ '^(SQ|BX)-[0-9]{6}-[0-9]{4,}$');
create index spending_document_request_id_idx on spending_document (request_id) where request_id is not null;
create index spending_document_cash_idx on spending_document (union_id, occurred_on) where payment_method = 'CASH';
alter table spending_document add foreign key (request_id, union_id) references spending_document (id, union_id);
alter table spending_document add foreign key (voucher_id, union_id) references voucher (id, union_id) on delete set null (voucher_id);
alter table spending_person add foreign key (worker_id) references worker (id);
alter table spending_step add foreign key (attachment_id) references attachment (id);

create table spending_number (
  union_id integer not null references trade_union (id),
  kind spending_kind not null,
  month char(7) not null,
  last_number integer not null default 0,
  primary key (union_id, kind, month)
);
select wall('spending_number');

-- A draft that was never handed in may be thrown away; everything else stays.
grant delete on spending_document to portal_scoped, portal_district;

create function guard_spending_document() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.state <> 'DRAFT' or old.number is not null then
      raise exception 'only a draft is deleted' using errcode = 'restrict_violation';
    end if;
    return old;
  end if;
  if (new.id, new.union_id, new.kind, new.recorded_by_id, new.import_key) is distinct from
     (old.id, old.union_id, old.kind, old.recorded_by_id, old.import_key)
     or (old.number is not null and new.number is distinct from old.number) then
    raise exception 'a document keeps its union, kind, number and recorder' using errcode = 'restrict_violation';
  end if;
  if new.state = old.state then
    -- What has been handed in is not rewritten; only a returned or withdrawn one is worked on again.
    if old.state not in ('DRAFT', 'RETURNED', 'WITHDRAWN')
       and (new.type, new.title, new.occurred_on, new.amount_fen, new.payee_name, new.claimant_id, new.facts)
           is distinct from (old.type, old.title, old.occurred_on, old.amount_fen, old.payee_name, old.claimant_id, old.facts) then
      raise exception 'a submitted document is not rewritten' using errcode = 'restrict_violation';
    end if;
    return new;
  end if;
  if new.version <> old.version + 1 then
    raise exception 'a step counts the version on' using errcode = 'restrict_violation';
  end if;
  if (old.state, new.state) in (
      ('DRAFT', 'SUBMITTED'), ('RETURNED', 'SUBMITTED'), ('WITHDRAWN', 'SUBMITTED'),
      ('SUBMITTED', 'REVIEWED'), ('SUBMITTED', 'RETURNED'), ('SUBMITTED', 'WITHDRAWN'),
      ('REVIEWED', 'RETURNED'), ('REVIEWED', 'REJECTED'), ('REVIEWED', 'WITHDRAWN'))
     or (new.kind = 'REQUEST' and (old.state, new.state) in (('REVIEWED', 'APPROVED'), ('APPROVED', 'WITHDRAWN')))
     or (new.kind = 'CLAIM' and (old.state, new.state) in (
      ('REVIEWED', 'AWAITING_PAYMENT'), ('AWAITING_PAYMENT', 'PAID'), ('AWAITING_PAYMENT', 'RETURNED'),
      ('PAID', 'AWAITING_PAYMENT'), ('PAID', 'POSTED'), ('PAID', 'ARCHIVED'), ('POSTED', 'ARCHIVED'))) then
    return new;
  end if;
  raise exception 'no move from % to %', old.state, new.state using errcode = 'restrict_violation';
end $$;
create trigger guard before update or delete on spending_document for each row execute function guard_spending_document();

create function guard_new_spending_document() returns trigger language plpgsql as $$
begin
  if new.state <> 'DRAFT' or new.number is not null then
    raise exception 'a document begins as a draft' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger guard_new before insert on spending_document for each row execute function guard_new_spending_document();

-- What was handed in stands in lines and people; they move only together with a draft.
create function guard_spending_part() returns trigger language plpgsql as $$
declare
  owner_id bigint := case when tg_op = 'DELETE' then old.document_id else new.document_id end;
  step spending_state;
begin
  select state into step from spending_document where id = owner_id;
  if step in ('DRAFT', 'RETURNED', 'WITHDRAWN', 'SUBMITTED') then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  raise exception 'a reviewed document keeps its lines and people' using errcode = 'restrict_violation';
end $$;
create trigger guard before insert or update or delete on spending_line for each row execute function guard_spending_part();
create trigger guard before insert or delete on spending_person for each row execute function guard_spending_part();

-- 经办、审批、记账、出纳相互分离 (F23), by the person and not by the account. The portal refuses earlier and in words.
alter table spending_step add check (on_paper = (attachment_id is not null and signed_on is not null));
alter table spending_step add check ((recorded_by_id <> by_id) = on_paper);
create function refuse_joined_parts() returns trigger language plpgsql as $$
declare
  doc spending_document;
  reviewer bigint;
  approver bigint;
begin
  select * into doc from spending_document where id = new.document_id;
  -- Only the present round counts: what stands after the last submission.
  select (array_agg(by_id order by id desc) filter (where action = 'review'))[1],
         (array_agg(by_id order by id desc) filter (where action = 'approve'))[1]
    into reviewer, approver
    from spending_step s
   where s.document_id = new.document_id
     and s.id > coalesce((select max(id) from spending_step where document_id = new.document_id and action = 'submit'), 0);
  if (new.action in ('review', 'approve', 'reject', 'confirmWitness') and new.by_id = doc.claimant_id)
     or (new.action = 'approve' and (new.by_id is not distinct from doc.witness_id or new.by_id is not distinct from reviewer))
     or (new.action = 'confirmWitness' and new.by_id is not distinct from approver)
     or (new.action = 'pay' and (new.by_id is not distinct from reviewer or new.by_id is not distinct from approver)) then
    raise exception 'joined duties in document %', new.document_id
      using errcode = 'check_violation', constraint = 'spending_step_duties_apart';
  end if;
  if new.on_paper and new.recorded_by_id = doc.claimant_id and new.action in ('review', 'approve') then
    raise exception 'a claimant records no approval of their own document'
      using errcode = 'check_violation', constraint = 'spending_step_recorder_apart';
  end if;
  return new;
end $$;
create trigger duties_apart before insert on spending_step for each row execute function refuse_joined_parts();

-- A posted voucher makes its document 已记账, whichever screen it was posted from; a red reversal of it frees the
-- invoices for one new use.
create function follow_voucher() returns trigger language plpgsql as $$
declare reversed bigint;
begin
  if new.document_id is not null and new.kind <> 'REVERSAL' then
    update spending_document set state = 'POSTED', version = version + 1, updated_at = now()
      where id = new.document_id and voucher_id = new.id and state = 'PAID';
    if found then
      insert into spending_step (document_id, union_id, action, from_state, to_state, by_id, recorded_by_id)
        values (new.document_id, new.union_id, 'post', 'PAID', 'POSTED', new.poster_id, new.poster_id);
    end if;
  elsif new.kind = 'REVERSAL' then
    select document_id into reversed from voucher where id = new.reverses_id;
    update invoice_use set is_active = false where document_id = reversed and is_active;
  end if;
  return null;
end $$;
create trigger follow after update of state on voucher for each row when (new.state = 'POSTED') execute function follow_voucher();

-- Beyond the wall a union may learn two things only: that an invoice number is in use somewhere in the district, and
-- who could decide on its own document in the unions above it. The gate's role answers, nobody else's rows are read.
create policy gate on invoice_use for select to portal_gate using (true);
grant select on invoice_use to portal_gate;

create function invoices_in_use(wanted text[]) returns setof text
language sql stable security definer set search_path = public as
  $$ select number from invoice_use where is_active and number = any (wanted) $$;

create function spending_officers(home int)
returns table (distance int, union_id int, union_name text, person_id bigint, person_name text, role role)
language sql stable security definer set search_path = public as $$
  select cardinality(doc.path) - array_position(doc.path, above.id), above.id, above.name, p.id, p.name, g.role
    from trade_union doc
    join trade_union above on above.id = any (doc.path)
    join role_grant g on g.union_id = above.id and g.revoked_at is null
     and (now() at time zone 'Asia/Shanghai')::date between g.starts_on and coalesce(g.ends_on, 'infinity')
    join person p on p.id = g.person_id
   where doc.id = home
     and (current_setting('role') = 'portal_district' or home = any (visible_unions()))
     and (above.id = home or g.role in ('CHAIR', 'DISTRICT_LEADER'))
   order by 1, 6, 4
$$;
revoke execute on function invoices_in_use(text[]), spending_officers(int) from public;
grant execute on function invoices_in_use(text[]), spending_officers(int) to portal_scoped, portal_district;
grant create on schema public to portal_gate;
alter function invoices_in_use(text[]) owner to portal_gate;
alter function spending_officers(int) owner to portal_gate;
revoke create on schema public from portal_gate;
