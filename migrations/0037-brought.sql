-- A history given as a file on a page is kept while it is read, so that a long reading goes on after a stop.

alter table brought_load add column day_order text check (day_order in ('day-first', 'month-first')), add column asked_taken_on date,
  add column rows_given integer;
comment on column brought_load.rows_given is 'About how many rows a file given on a page has, so that whoever waits sees how far its reading is.';
comment on column brought_event.event is 'brought/reading/format.ts: 1 contact, 2 conversation, 3 service agreed, 4 service start, 5 service end, 6 review, 7 move away, 8 death, 9 introduction, 10 conference. On one day, in this order.';

create table brought_upload (
  council_id integer not null,
  load integer not null,
  part integer not null,
  bytes bytea not null,
  primary key (council_id, load, part),
  foreign key (council_id, load) references brought_load on delete cascade
);
comment on table brought_upload is 'A file given on a page, in pieces, until it has been read to its end or refused; then it goes, for it holds the keys of people.';
call keep_within_council('brought_upload');
call let_owner_read('brought_upload');

create function uploads_to_read() returns table (council_id integer, load integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select u.council_id, u.load from brought_upload u where u.part = 0 order by u.load limit 100
$$;
comment on function uploads_to_read() is
  'Which files of which councils wait to be read, for the round that reads them: ids only. Each is then read within its own council.';

create table brought_told (
  council_id integer not null,
  history_id uuid not null,
  load integer not null,
  definitions smallint not null,
  standing jsonb not null,
  beside jsonb not null,
  told_at timestamptz not null,
  primary key (council_id, history_id, load, definitions),
  foreign key (council_id, history_id) references brought_history
);
comment on table brought_told is 'What other councils may be told of a history, and how each count stood when it was: the next telling is audited against it, so it stays when the load it was counted from goes.';
comment on column brought_told.standing is 'Each count as told beside the count at which that was decided. Never leaves the council.';
call keep_within_council('brought_told');
