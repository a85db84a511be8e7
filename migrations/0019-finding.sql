-- Finding something nearby: where each postcode is, what can be asked for besides words, and what was looked for in vain.

create table postcode_point (
  council_id integer not null references council,
  postcode text not null check (postcode ~ '^[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}$'),
  latitude double precision not null check (latitude between -90 and 90),
  longitude double precision not null check (longitude between -180 and 180),
  primary key (council_id, postcode)
);
comment on table postcode_point is
  'Where a postcode is (WGS 84), from the council''s own Code-Point Open or ONS file: npm run import-postcodes. Public: no row security, as listing.';

alter table listing
  add column costs jsonb generated always as (jsonb_path_query_array(particulars, '$.costs[*].amount ? (@ != null)')) stored,
  add column minimum_age numeric generated always as ((particulars ->> 'minimumAge')::numeric) stored,
  add column maximum_age numeric generated always as ((particulars ->> 'maximumAge')::numeric) stored,
  add column access tsvector generated always as (to_tsvector('english', coalesce(particulars -> 'accessibility', '[]'))) stored,
  add column languages tsvector generated always as (to_tsvector('simple', coalesce(particulars -> 'languages', '[]'))) stored,
  add column ways jsonb generated always as (coalesce(particulars -> 'ways', '[]')) stored;
comment on column listing.costs is
  'Pounds, of every cost that has a figure. This and those below are read out of particulars, whoever wrote them, so that the finder can keep to them.';
comment on column listing.access is 'The words of its accessibility, such as step-free or hearing loop.';

create table missed_search (
  council_id integer not null references council,
  missed_on date not null,
  words text not null,
  district text not null default '',
  times integer not null default 1 check (times > 0),
  primary key (council_id, missed_on, words, district)
);
comment on table missed_search is
  'What was looked for and not found, counted by day: things to do or be helped with, by words of our own lists only. Never a sentence, a name, or who looked.';
comment on column missed_search.words is 'The things looked for, in the order of the alphabet: chess, swimming. Words that are in none of our lists are left out, for they may be somebody''s name.';
comment on column missed_search.district is 'The first half of a postcode; empty when no place was given. Never a whole postcode.';
call keep_within_council('missed_search');
