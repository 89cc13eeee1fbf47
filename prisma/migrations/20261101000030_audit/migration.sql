-- The audit chain is sealed in the order of the entries' numbers. A number must therefore never be drawn before its
-- transaction has an id: then "every transaction older than this one has ended" proves that no smaller number is
-- still to come (lib/server/seal-audit.ts).
create function next_audit_id() returns bigint language plpgsql volatile as $$
begin
  perform pg_current_xact_id();
  return nextval('audit_entry_id_seq');
end $$;
alter table audit_entry alter column id set default next_audit_id();

-- Number and time of a line come from the database and from nobody else.
revoke insert on audit_entry from portal_scoped, portal_district, portal_gate;
grant insert (account_id, actor_name, roles, union_id, command, subject, outcome, detail, request_id)
  on audit_entry to portal_scoped, portal_district, portal_gate;
alter table audit_entry add check (outcome in ('DONE', 'REFUSED'));

-- The seals: the gate appends, the district reads by permission, a scoped transaction sees none.
alter table audit_seal enable row level security;
alter table audit_seal force row level security;
create policy append on audit_seal for insert to portal_gate with check (true);
create policy read on audit_seal for select to portal_gate, portal_district using (true);
alter table audit_seal add check (seq > 0);
