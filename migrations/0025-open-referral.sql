-- The directory given away as open data: which listings may go out, when each last changed, and ids that stay.

create table listing_change (
  council_id integer not null,
  listing_id uuid not null,
  changed_at timestamptz not null,
  is_open boolean not null,
  primary key (council_id, listing_id),
  foreign key (council_id, listing_id) references listing
);
comment on table listing_change is
  'When what we give away of a listing last changed here, whoever changed it. Written by triggers alone. Public: no row security, as listing.';
comment on column listing_change.changed_at is
  'The moment by the database''s own clock. Whoever asks what changed since should overlap by some minutes: a long import shows only when it is done.';
comment on column listing_change.is_open is
  'Whether it may go out at all: listed, and its place not withheld. Kept here so that counting and paging read this narrow table and not the directory.';
create index listing_change_open on listing_change (council_id, listing_id) where is_open;
create index listing_change_at on listing_change (council_id, changed_at, listing_id);

create function may_go_out(state text, particulars jsonb) returns boolean language sql immutable parallel safe as $$
  select state = 'listed' and (particulars ->> 'isPlaceWithheld') is distinct from 'true'
$$;
comment on function may_go_out(text, jsonb) is 'The first of what keeps a listing from being given away; the rest is in open-referral/publishing.ts.';

insert into listing_change (council_id, listing_id, changed_at, is_open)
select council_id, id, clock_timestamp(), may_go_out(state, particulars) from listing;

create function note_new_listings() returns trigger language plpgsql as $$
begin
  insert into listing_change as c (council_id, listing_id, changed_at, is_open)
  select n.council_id, n.id, clock_timestamp(), may_go_out(n.state, n.particulars) from new_rows n
  on conflict (council_id, listing_id) do update set changed_at = excluded.changed_at, is_open = excluded.is_open;
  return null;
end $$;
create trigger listing_is_new after insert on listing referencing new table as new_rows
  for each statement execute function note_new_listings();

create function note_changed_listings() returns trigger language plpgsql set enable_nestloop = off as $$
begin
  -- Hashed whatever the plan was first made for: one listing, or a whole feed's.
  insert into listing_change as c (council_id, listing_id, changed_at, is_open)
  select n.council_id, n.id, clock_timestamp(), may_go_out(n.state, n.particulars) from new_rows n join old_rows o on o.council_id = n.council_id and o.id = n.id
  where o.* is distinct from n.*
  on conflict (council_id, listing_id) do update set changed_at = excluded.changed_at, is_open = excluded.is_open;
  return null;
end $$;
create trigger listing_is_changed after update on listing referencing old table as old_rows new table as new_rows
  for each statement execute function note_changed_listings();

create function note_changed_places() returns trigger language plpgsql as $$
begin
  -- One written a moment ago with its listing is noted already.
  insert into listing_change as c (council_id, listing_id, changed_at, is_open)
  select distinct n.council_id, n.listing_id, clock_timestamp(), false from new_rows n
  on conflict (council_id, listing_id) do update set changed_at = excluded.changed_at
    where c.changed_at < transaction_timestamp();
  return null;
end $$;
create trigger listing_place_is_new after insert on listing_place referencing new table as new_rows
  for each statement execute function note_changed_places();
create trigger listing_place_is_changed after update on listing_place referencing new table as new_rows
  for each statement execute function note_changed_places();

comment on function note_new_listings() is 'Notes when each listing came, and whether it may go out.';
comment on function note_changed_listings() is 'Notes when a listing changed, and whether it may go out now; one written as it was has not changed.';
comment on function note_changed_places() is 'Notes when where a listing meets was written. An import writes only the places that are different.';

create function steady_id(of text) returns uuid language sql immutable parallel safe as $$
  select overlay(overlay(md5(of) placing '8' from 13) placing '8' from 17)::uuid
$$;
comment on function steady_id(text) is
  'An id made from what a thing is, so that it is the same on every asking: UUID version 8 (RFC 9562). open-referral/steady-id.ts makes the same.';
create index listing_place_published on listing_place (council_id, steady_id(listing_id::text || '/' || position::text));
