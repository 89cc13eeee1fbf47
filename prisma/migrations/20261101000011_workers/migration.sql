-- Names sort as a Chinese reader expects whatever the server's own order is; initials find 王建国 by wjg.
alter table worker alter column name_pinyin type text collate "zh-Hans-CN-x-icu";
alter table worker add column name_initials text not null default '';
create index worker_initials on worker (union_id, name_initials text_pattern_ops);
alter table membership add check (ends_on is null or ends_on >= starts_on);
