-- A function with its owner's rights must find exactly the tables its author meant. Left out of the path, temporary
-- objects are searched first, and whoever may create one could put a table of his own in the place of ours.
do $$
declare
  fn regprocedure;
begin
  for fn in
    select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.prosecdef and n.nspname = 'public'
  loop
    execute format('alter function %s set search_path = pg_catalog, public, pg_temp', fn);
  end loop;
  -- No role of the portal needs temporary tables.
  execute format('revoke temporary on database %I from public', current_database());
end $$;
