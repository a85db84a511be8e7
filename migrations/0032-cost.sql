-- Hours without timesheets: how long contact took, where it was said; a team's calendar by week and kind, with no
-- title, person or worker kept; and what an hour costs, as the council said it.

alter table entry add column minutes smallint check (minutes between 1 and 1440);
alter table entry add column minutes_from_words boolean not null default false;
alter table entry add constraint minutes_from_somewhere check (minutes is not null or not minutes_from_words);
comment on column entry.minutes is 'About how long it took, where somebody said; never required.';
comment on column entry.minutes_from_words is 'Nobody answered the question, but what was written says it plainly: "we talked for an hour".';
alter table crisis_contact add column minutes smallint check (minutes between 1 and 1440);
comment on column crisis_contact.minutes is 'About how long it took, where somebody said; never required.';
alter table peer_share add column minutes smallint check (minutes between 1 and 1440);
comment on column peer_share.minutes is 'About how long it took, where somebody said; each of those there gave it.';
alter table patch_visit add column minutes smallint check (minutes between 1 and 1440);
comment on column patch_visit.minutes is 'About how long it took, where somebody said; never required.';
alter table community_conversation add column minutes smallint check (minutes between 1 and 1440);
comment on column community_conversation.minutes is 'About how long it took, where somebody said; never required.';

create table calendar_words (
  council_id integer not null references council,
  id uuid not null,
  words jsonb not null,
  written_at timestamptz not null,
  written_by uuid,
  primary key (council_id, id),
  foreign key (council_id, written_by) references account
);
comment on table calendar_words is 'Which words of a calendar mean which kind of hour, as the council said. The latest counts; earlier ones are kept.';
comment on column calendar_words.words is 'Kind of hour to its words, in the order in which they are tried.';
create index calendar_words_written on calendar_words (council_id, written_at desc);
call keep_within_council('calendar_words');
call keep_as_written('calendar_words');

create table calendar_reading (
  council_id integer not null references council,
  id uuid not null,
  team_id uuid not null,
  from_on date not null,
  to_on date not null,
  workers smallint not null check (workers between 1 and 500),
  words_id uuid,
  events integer not null check (events >= 0),
  left_out_private integer not null check (left_out_private >= 0),
  left_out_free integer not null check (left_out_free >= 0),
  left_out_all_day integer not null check (left_out_all_day >= 0),
  left_out_cancelled integer not null check (left_out_cancelled >= 0),
  read_at timestamptz not null,
  read_by uuid,
  kept_at timestamptz,
  kept_by uuid,
  primary key (council_id, id),
  foreign key (council_id, team_id) references team,
  foreign key (council_id, words_id) references calendar_words,
  foreign key (council_id, read_by) references account,
  foreign key (council_id, kept_by) references account,
  constraint whole_weeks check (extract(isodow from from_on) = 1 and extract(isodow from to_on) = 7 and from_on < to_on)
);
comment on table calendar_reading is 'A team''s calendar as it was read in: from when to when, how many workers are in it, how much was left out. The calendar itself is never kept.';
comment on column calendar_reading.words_id is 'The words its kinds were worked out by; null for the ones every council begins with.';
comment on column calendar_reading.kept_at is 'Null until somebody has looked at the hours and kept them; only then do they count.';
create index calendar_reading_kept on calendar_reading (council_id, team_id, kept_at desc) where kept_at is not null;
create index calendar_reading_words on calendar_reading (council_id, words_id) where words_id is not null;
call keep_within_council('calendar_reading');

create table calendar_hours (
  council_id integer not null,
  reading_id uuid not null,
  week_on date not null check (extract(isodow from week_on) = 1),
  kind text not null check (kind in ('with-people', 'travelling', 'writing-up', 'meetings', 'learning', 'in-the-community', 'other')),
  minutes integer not null check (minutes > 0),
  primary key (council_id, reading_id, week_on, kind),
  foreign key (council_id, reading_id) references calendar_reading
);
comment on table calendar_hours is 'A team''s minutes by week and kind of hour, and nothing else: no title, no person, no worker. Of two readings of one week the later kept counts.';
call keep_within_council('calendar_hours');
call keep_as_written('calendar_hours');

create table hour_cost (
  council_id integer not null references council,
  id uuid not null,
  pence_an_hour integer not null check (pence_an_hour between 1 and 100000),
  source text not null,
  source_on date not null,
  written_at timestamptz not null,
  written_by uuid,
  primary key (council_id, id),
  foreign key (council_id, written_by) references account
);
comment on table hour_cost is 'E8: what an hour of a worker costs, as the council said, with the source and its day. Said again it is another row.';
create index hour_cost_written on hour_cost (council_id, written_at desc);
call keep_within_council('hour_cost');
call keep_as_written('hour_cost');
