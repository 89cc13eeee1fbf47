-- Names sort as a Chinese reader expects whatever the server's own order is; initials find 王建国 by wjg.
alter table worker alter column name_pinyin type text collate "zh-Hans-CN-x-icu";
alter table worker add column name_initials text not null default '';
create index worker_initials on worker (union_id, name_initials text_pattern_ops);
alter table membership add check (ends_on is null or ends_on >= starts_on);

-- How many full numbers a person has revealed on a day; the cap is a setting.
create table unmask_use (
  person_id bigint not null references person (id),
  day date not null,
  count integer not null check (count > 0),
  primary key (person_id, day)
);
alter table unmask_use enable row level security;
alter table unmask_use force row level security;
create policy own on unmask_use to portal_scoped, portal_district
  using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
grant select, insert, update on unmask_use to portal_scoped, portal_district;
