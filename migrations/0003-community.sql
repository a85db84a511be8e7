-- The community directory, where it was read from, who was introduced to what, and what was asked for and not there.
--
-- listing, listing_place, listing_word and postcode_district are public matters, so they carry NO row security:
-- text search, trigrams and distance are not leakproof and could not use an index below a policy (22.7 ms against
-- 2.0 ms, growing with the directory). Every query of theirs names the council itself, and keys still begin with it.
-- What is about people (introduction, gap, listing_concern) and how imports went is kept within the council as ever.

create table feed (
  council_id integer not null references council,
  id uuid not null,
  name text not null,
  source text not null,
  primary key (council_id, id),
  unique (council_id, name)
);
comment on table feed is 'A directory we read from: an Open Referral UK feed, known by the name we give it.';
comment on column feed.source is 'The web address or file it was last read from.';
call keep_within_council('feed');

create table feed_import (
  council_id integer not null,
  id uuid not null,
  feed_id uuid not null,
  source text not null,
  started_at timestamptz not null,
  finished_at timestamptz not null,
  is_complete boolean not null,
  was_kept boolean not null,
  because text,
  accepted integer not null,
  mended integer not null,
  refused integer not null,
  new_listings integer not null default 0,
  rested integer not null default 0,
  notes jsonb not null default '[]',
  primary key (council_id, id),
  foreign key (council_id, feed_id) references feed,
  check (is_complete or because is not null)
);
comment on table feed_import is 'One reading of a feed, finished or not. A feed that broke half-way leaves its line here and changes no listing.';
comment on column feed_import.was_kept is 'False when the reading was incomplete and nothing was changed.';
create index feed_import_feed on feed_import (council_id, feed_id, started_at desc);
call keep_within_council('feed_import');

create table feed_record (
  council_id integer not null,
  import_id uuid not null,
  position integer not null,
  feed_id uuid not null,
  source_id text,
  name text,
  outcome text not null check (outcome in ('accepted', 'mended', 'refused')),
  is_withdrawn boolean not null default false,
  reasons jsonb not null default '[]',
  raw jsonb,
  primary key (council_id, import_id, position),
  foreign key (council_id, import_id) references feed_import,
  foreign key (council_id, feed_id) references feed
);
comment on table feed_record is 'Every record of a feed''s latest reading as it came, refused ones too, with what was found in it. None is lost silently.';
comment on column feed_record.raw is 'As it came; only what may lead to a refuge''s door is left out.';
create index feed_record_feed on feed_record (council_id, feed_id);
create index feed_record_outcome on feed_record (council_id, import_id, outcome, position);
call keep_within_council('feed_record');

create table listing (
  council_id integer not null references council,
  id uuid not null,
  feed_id uuid,
  source_id text,
  name text not null,
  summary text,
  description text,
  other_words text not null default '',
  particulars jsonb not null default '{}',
  days text[] not null default '{}',
  status text not null default 'not said' check (status in ('active', 'temporarily closed', 'not said')),
  assured_on date,
  modified_at timestamptz,
  what_it_is_like text,
  what_it_is_like_by text,
  who_to_ask_for text,
  can_go_with text,
  room text check (room in ('room for more', 'nearly full', 'full')),
  checked_on date,
  checked_by text,
  fresh_on date generated always as (greatest(assured_on, checked_on)) stored,
  state text not null default 'listed' check (state in ('listed', 'resting', 'hidden')),
  state_why text,
  state_since date,
  rested_by text check (rested_by in ('source', 'editor')),
  version integer not null default 1,
  search tsvector generated always as (
    setweight(to_tsvector('english', name), 'A')
    || setweight(to_tsvector('english', other_words), 'B')
    || setweight(to_tsvector('english', coalesce(summary, '') || ' ' || coalesce(what_it_is_like, '')), 'C')
    || setweight(to_tsvector('english', left(coalesce(description, ''), 8000)), 'D')) stored,
  primary key (council_id, id),
  unique (council_id, feed_id, source_id),
  foreign key (council_id, feed_id) references feed,
  check ((feed_id is null) = (source_id is null)),
  check (state = 'listed' or (state_why is not null and state_since is not null and rested_by is not null))
);
comment on table listing is
  'A group, service or activity. Public: no row security, so every query names the council (council_id = $n) itself; see the head of 0003-community.sql.';
comment on column listing.particulars is 'What is shown and never searched by column: phones, schedules, costs, access ... as ListingParticulars in community/listings.store.ts.';
comment on column listing.other_words is 'Other names, organisation, topics, who it is for, towns: searched, never shown.';
comment on column listing.days is 'The weekdays on which it may meet, MO to SU.';
comment on column listing.assured_on is 'The day its source says somebody checked it.';
comment on column listing.what_it_is_like is 'Ours, as are who_to_ask_for, can_go_with, room and checked_*: in one sentence by someone who goes. An import never touches them.';
comment on column listing.rested_by is 'An import may bring back only what the source itself rested.';
create index listing_search on listing using gin (council_id, search) where state = 'listed';
create function settle_listing_search() returns bigint language sql security definer set search_path = public, pg_temp as $$
  select gin_clean_pending_list('listing_search'::regclass)
$$;
comment on function settle_listing_search() is
  'Called after an import: new listings wait in a list of their own, and a long one makes the planner read the whole directory instead. Security definer because only an index''s owner may; it shows nothing.';
create index listing_fresh on listing (council_id, fresh_on desc nulls last) where state = 'listed';
create index listing_feed on listing (council_id, feed_id, state);

create table listing_place (
  council_id integer not null,
  listing_id uuid not null,
  position integer not null,
  name text,
  kind text not null check (kind in ('physical', 'postal', 'virtual')),
  address_lines text[] not null default '{}',
  town text,
  postcode text,
  district text,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  primary key (council_id, listing_id, position),
  foreign key (council_id, listing_id) references listing,
  check ((latitude is null) = (longitude is null))
);
comment on table listing_place is
  'Where a listing meets. Public: no row security, as listing. A place that must stay unknown has no row.';
create index listing_place_postcode on listing_place (council_id, postcode) where postcode is not null;
create index listing_place_district on listing_place (council_id, district) where district is not null;
create index listing_place_town on listing_place (council_id, lower(town)) where town is not null;

create table listing_word (
  council_id integer not null references council,
  word text not null,
  primary key (council_id, word)
);
comment on table listing_word is
  'Every word the directory uses, so that a slip of spelling finds its neighbour. Public: no row security, as listing.';
create index listing_word_near on listing_word using gin (council_id, word gin_trgm_ops) with (fastupdate = off);

create table postcode_district (
  council_id integer not null references council,
  code text not null,
  latitude double precision not null,
  longitude double precision not null,
  is_from_listings boolean not null,
  primary key (council_id, code)
);
comment on table postcode_district is
  'About where a postcode district (such as ZZ1) is. Public: no row security. Averages of the listings'' own places until published centres are imported.';

create table listing_concern (
  council_id integer not null,
  id uuid not null,
  listing_id uuid not null,
  words text not null,
  told_by uuid not null,
  told_at timestamptz not null,
  settled_by uuid,
  settled_at timestamptz,
  primary key (council_id, id),
  foreign key (council_id, listing_id) references listing,
  foreign key (council_id, told_by) references account,
  foreign key (council_id, settled_by) references account,
  check ((settled_by is null) = (settled_at is null))
);
comment on table listing_concern is 'Somebody told us that a listing is wrong. Settled when it is next checked.';
create index listing_concern_open on listing_concern (council_id, listing_id) where settled_at is null;
call keep_within_council('listing_concern');

create table introduction (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  listing_id uuid not null,
  stage text not null default 'offered' check (stage in
    ('offered', 'agreed', 'introduced', 'went', 'still-going', 'not-for-me', 'declined-by-group')),
  how text not null check (how in ('message', 'going-along', 'slip')),
  why text not null,
  permission_words text not null,
  offered_by uuid,
  offered_on date not null,
  agreed_on date,
  introduced_on date,
  went_on date,
  still_going_30_on date,
  still_going_90_on date,
  ended_on date,
  ended_why text,
  ask_on date,
  version integer not null default 1,
  primary key (council_id, id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, listing_id) references listing,
  foreign key (council_id, offered_by) references account,
  check ((stage in ('not-for-me', 'declined-by-group')) = (ended_on is not null)),
  check (ended_on is null or ended_why is not null)
);
comment on table introduction is
  'A person and a group: offered, agreed, introduced, went, still going; or not for me, with why. Declining is an honest answer from either side.';
comment on column introduction.permission_words is 'How the person said yes to being introduced, in words.';
comment on column introduction.ask_on is 'The day to ask how it went; null when there is nothing to ask.';
create unique index introduction_once on introduction (council_id, person_id, listing_id) where ended_on is null;
create index introduction_person on introduction (council_id, person_id);
create index introduction_ask on introduction (council_id, ask_on) where ask_on is not null;
create index introduction_listing on introduction (council_id, listing_id);
call keep_within_council('introduction');

create table gap (
  council_id integer not null references council,
  id uuid not null,
  words text not null,
  place text,
  person_id uuid,
  asked_by uuid not null,
  asked_at timestamptz not null,
  primary key (council_id, id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, asked_by) references account
);
comment on table gap is 'Asked for and not there: what nobody nearby offers yet.';
create index gap_asked on gap (council_id, asked_at desc);
call keep_within_council('gap');
