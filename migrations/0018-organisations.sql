-- What a feed's records say beyond the listing itself: whose it is, what it is about, who said each thing of it, and
-- which listings are the same group told twice.
--
-- organisation, organisation_identifier, taxonomy, taxonomy_term and listing_term are public, as listing is, and carry
-- NO row security: they are joined in the search and published as open data. Every query names the council itself.

create table organisation (
  council_id integer not null references council,
  id uuid not null,
  feed_id uuid,
  source_id text,
  name text not null,
  description text,
  website text,
  email text,
  is_user_led boolean,
  user_led_by text check (user_led_by in ('group', 'editor', 'steward', 'source')),
  user_led_who text,
  user_led_on date,
  primary key (council_id, id),
  unique (council_id, feed_id, source_id),
  foreign key (council_id, feed_id) references feed,
  check ((feed_id is null) = (source_id is null)),
  check ((is_user_led is null) = (user_led_by is null)),
  check ((is_user_led is null) = (user_led_on is null))
);
comment on table organisation is
  'Who runs listings. Public: no row security, so every query names the council (council_id = $n) itself.';
comment on column organisation.source_id is 'As its source gives it; "called:" and its name when it gives none. Null for one we were told of ourselves.';
comment on column organisation.is_user_led is 'Run by the people it is for. Null when nobody has said. An import never touches it.';

create table organisation_identifier (
  council_id integer not null,
  organisation_id uuid not null,
  scheme text not null,
  identifier text not null,
  primary key (council_id, organisation_id, scheme, identifier),
  foreign key (council_id, organisation_id) references organisation
);
comment on table organisation_identifier is
  'A number an organisation is registered under, by org-id.guide scheme: GB-CHC a charity, GB-COH a company. Public: no row security.';
create index organisation_identifier_same on organisation_identifier (council_id, scheme, identifier);

create table taxonomy (
  council_id integer not null references council,
  id uuid not null,
  feed_id uuid not null,
  source_id text not null,
  name text not null,
  description text,
  uri text,
  primary key (council_id, id),
  unique (council_id, feed_id, source_id),
  foreign key (council_id, feed_id) references feed
);
comment on table taxonomy is 'A list of terms a feed uses, such as esdServiceTypes. Public: no row security.';
comment on column taxonomy.source_id is 'As its source gives it; "called:" and its name when it gives none.';

create table taxonomy_term (
  council_id integer not null references council,
  id uuid not null,
  feed_id uuid not null,
  source_id text not null,
  taxonomy_id uuid,
  name text not null,
  description text,
  term_uri text,
  parent_source_id text,
  primary key (council_id, id),
  unique (council_id, feed_id, source_id),
  foreign key (council_id, feed_id) references feed,
  foreign key (council_id, taxonomy_id) references taxonomy
);
comment on table taxonomy_term is 'What listings are about, as their source files them. Public: no row security.';
comment on column taxonomy_term.source_id is 'As its source gives it, even when it is not a UUID; "called:" and its name when it gives none.';
comment on column taxonomy_term.parent_source_id is 'The term it stands below, by its source''s id: the feed may never send that term itself.';
create index taxonomy_term_taxonomy on taxonomy_term (council_id, taxonomy_id) where taxonomy_id is not null;

create table listing_term (
  council_id integer not null,
  listing_id uuid not null,
  term_id uuid not null,
  primary key (council_id, listing_id, term_id),
  foreign key (council_id, listing_id) references listing,
  foreign key (council_id, term_id) references taxonomy_term
);
comment on table listing_term is 'Which terms a listing carries. Public: no row security.';
create index listing_term_term on listing_term (council_id, term_id);

alter table listing add column organisation_id uuid;
alter table listing add foreign key (council_id, organisation_id) references organisation;
create index listing_organisation on listing (council_id, organisation_id) where organisation_id is not null;

alter table listing add column said jsonb not null default '{}';
comment on column listing.said is
  'Who said each field, where it was not simply its source: field -> { by, who, on, source }, source being what the source says instead. See community/said.ts. An import never writes over these fields.';

alter table listing add column joined_into uuid;
alter table listing add foreign key (council_id, joined_into) references listing;
alter table listing add constraint listing_joined_state check ((state = 'joined') = (joined_into is not null));
alter table listing add constraint listing_joined_elsewhere check (joined_into <> id);
comment on column listing.joined_into is
  'The listing shown in its place, which is never itself joined. What hangs on this one (introductions, short addresses) is followed there.';
create index listing_joined on listing (council_id, joined_into) where joined_into is not null;

create table listing_pair (
  council_id integer not null,
  id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  likeness integer not null,
  evidence jsonb not null,
  compared text not null,
  state text not null check (state in ('found', 'joined', 'kept apart')),
  found_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  shown_id uuid,
  undo jsonb,
  version integer not null default 1,
  primary key (council_id, id),
  unique (council_id, one_id, other_id),
  foreign key (council_id, one_id) references listing,
  foreign key (council_id, other_id) references listing,
  foreign key (council_id, decided_by) references account,
  check (one_id < other_id),
  check ((state = 'found') = (decided_at is null)),
  check ((state = 'joined') = (shown_id is not null)),
  check ((state = 'joined') = (undo is not null))
);
comment on table listing_pair is 'Two listings that look like the same group, and what somebody made of it. Joined or kept apart, it can be undone.';
comment on column listing_pair.likeness is 'How much alike, in points (duplicates/likely.ts): the likeliest are asked about first.';
comment on column listing_pair.evidence is 'What is the same, and what differs: [{ what, words, isSame }].';
comment on column listing_pair.compared is 'A hash of what was compared. Kept apart, the two are asked about again only when it changes.';
comment on column listing_pair.undo is 'What taking the two apart again needs: how the listing not shown stood, and what the shown one was given.';
create index listing_pair_other on listing_pair (council_id, other_id);
create index listing_pair_ask on listing_pair (council_id, state, likeness desc, id);
call keep_within_council('listing_pair');

-- Every record of a feed is written anew each time: asked once whether its import is there and is that feed's, not
-- twice, and kept as it is unless it is long.
alter table feed_import add unique (council_id, id, feed_id);
alter table feed_record
  drop constraint feed_record_council_id_import_id_fkey,
  drop constraint feed_record_council_id_feed_id_fkey,
  add foreign key (council_id, import_id, feed_id) references feed_import (council_id, id, feed_id);
drop index feed_record_feed;
create index feed_record_feed on feed_record (council_id, feed_id, import_id);
alter table feed_record set (toast_tuple_target = 4080);
