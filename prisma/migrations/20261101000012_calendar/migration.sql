-- Working days of 2026 as published: 国务院办公厅关于2026年部分节假日安排的通知 (2025-11-04, 新华社).
insert into calendar_day (date, is_working, note)
select day, extract(isodow from day) < 6, case when extract(isodow from day) < 6 then null else '周末' end
from generate_series('2026-01-01'::date, '2026-12-31'::date, '1 day') as given(day);

update calendar_day set is_working = false, note = name || '放假'
from (values ('元旦', '2026-01-01'::date, '2026-01-03'::date), ('春节', '2026-02-15', '2026-02-23'),
  ('清明节', '2026-04-04', '2026-04-06'), ('劳动节', '2026-05-01', '2026-05-05'), ('端午节', '2026-06-19', '2026-06-21'),
  ('中秋节', '2026-09-25', '2026-09-27'), ('国庆节', '2026-10-01', '2026-10-07')) as published(name, first, last)
where date between first and last;

update calendar_day set is_working = true, note = name || '调休上班'
from (values ('元旦', '2026-01-04'::date), ('春节', '2026-02-14'), ('春节', '2026-02-28'), ('劳动节', '2026-05-09'),
  ('国庆节', '2026-09-20'), ('国庆节', '2026-10-10')) as published(name, day)
where date = day;
