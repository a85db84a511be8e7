-- Feeds that are read by themselves: from where, how often, and how far a long reading has come.

alter table feed
  add column url text,
  add column how_often text not null default 'never' check (how_often in ('never', 'day', 'week', 'month')),
  add column is_paused boolean not null default false,
  add column next_read_at timestamptz,
  add column changed_since timestamptz,
  add column heeds_changes boolean,
  add column whole_read_at timestamptz,
  add column licence text,
  add column version integer not null default 1,
  add constraint feed_read_by_itself check (url is not null or (how_often = 'never' and next_read_at is null));
comment on column feed.url is 'The web address an editor gave it to be read from by itself; null when it only ever came from a file or the command.';
comment on column feed.next_read_at is 'When it is due, or may be gone on with; null when nobody asked. Left as it is while paused.';
comment on column feed.changed_since is 'modified_after of the next reading: a day before the last one that came to its end began, as clocks differ.';
comment on column feed.heeds_changes is 'False once it was seen to answer everything although asked for changes only; null until tried.';
comment on column feed.whole_read_at is 'When it was last read whole: only then is what it no longer lists noticed.';
comment on column feed.licence is 'How its words may be used again, as its publisher says; null when they do not say.';
comment on column feed.version is 'Of what an editor says of it: address, name, how often, licence.';
create index feed_due on feed (council_id, next_read_at) where next_read_at is not null and not is_paused;
call let_owner_read('feed');

create function feeds_due(at timestamptz) returns table (council_id integer, feed_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select f.council_id, f.id from feed f where f.next_read_at <= at and not f.is_paused order by f.next_read_at limit 100
$$;
comment on function feeds_due(timestamptz) is
  'Which feeds of which councils are due, for the round that reads them: ids only. Each is then read within its own council.';

create table feed_reading (
  council_id integer not null,
  feed_id uuid not null,
  id uuid not null,
  url text not null,
  started_at timestamptz not null,
  changed_since timestamptz,
  list_url text,
  first_page integer,
  next_page integer,
  pages integer not null default 0,
  records integer not null default 0,
  bytes bigint not null default 0,
  said_records integer,
  has_no_details boolean not null default false,
  is_listed boolean not null default false,
  tries integer not null default 0,
  last_at timestamptz not null,
  stopped_because text,
  primary key (council_id, feed_id),
  foreign key (council_id, feed_id) references feed
);
comment on table feed_reading is
  'A reading under way. What has come is kept, so that a rate limit or a restart goes on from there; written to the directory only once all of it is here.';
comment on column feed_reading.changed_since is 'Only what changed since then was asked for; null for a whole reading.';
comment on column feed_reading.next_page is 'The page to ask for next, as the feed numbers its pages.';
comment on column feed_reading.is_listed is 'Every page has come; what is left is to write it.';
comment on column feed_reading.tries is 'Stops one after another without a record between them.';
comment on column feed_reading.stopped_because is 'Why it waits, in words for the editor; null while it goes on.';
call keep_within_council('feed_reading');

create table feed_reading_record (
  council_id integer not null,
  feed_id uuid not null,
  position integer not null,
  page integer not null,
  feed_version smallint not null check (feed_version in (1, 3)),
  source_id text,
  raw jsonb,
  trouble text,
  primary key (council_id, feed_id, position),
  foreign key (council_id, feed_id) references feed_reading on delete cascade
);
comment on table feed_reading_record is 'A record of a reading under way, with its details, as it came. Gone when the reading is written or given up.';
comment on column feed_reading_record.raw is 'Null when it nests too deeply to be a record.';
comment on column feed_reading_record.trouble is 'Why its details could not be fetched.';
call keep_within_council('feed_reading_record');

alter table feed_import add column is_changes_only boolean not null default false;
comment on column feed_import.is_changes_only is 'Only what changed was asked for, so what did not come is not gone.';
