-- Sites where the new way is tried, what was to be measured, and what the evidence needs to be counted.

create table site (
  council_id integer not null references council,
  id uuid not null,
  name text not null,
  team_id uuid not null,
  started_on date not null,
  scope text not null,
  agreed_rules jsonb not null default '[]',
  owner text not null,
  if_it_works text not null,
  comparison text not null,
  primary key (council_id, id),
  unique (council_id, name),
  foreign key (council_id, team_id) references team
);
comment on table site is 'An innovation site: one team answering in the new way since a day. A contact is the site''s when its team is and the day is on or after that one.';
comment on column site.agreed_rules is '[{"rule": text, "agreedOn": day, "agreedBy": text}]';
comment on column site.if_it_works is 'If it works, what stops and what money moves.';
comment on column site.comparison is 'Whom the site is set beside, and how they differ, in words.';
create index site_started on site (council_id, started_on desc);
call keep_within_council('site');

create table tap_change (
  council_id integer not null,
  id uuid not null,
  site_id uuid not null,
  on_day date not null,
  is_on boolean not null,
  why text not null,
  primary key (council_id, id),
  foreign key (council_id, site_id) references site
);
comment on table tap_change is 'When the site''s tap was turned on or off, and why. People who came while it was off are followed too (E9).';
create index tap_change_site on tap_change (council_id, site_id, on_day);
call keep_within_council('tap_change');
call keep_as_written('tap_change');

create table measure_registered (
  council_id integer not null,
  id uuid not null,
  site_id uuid not null,
  measure text not null,
  definition text not null,
  registered_on date not null,
  why_changed text,
  primary key (council_id, id),
  foreign key (council_id, site_id) references site
);
comment on table measure_registered is 'E11: what was to be measured, registered before the site started. A change is another row with a later day and a reason; nothing is edited.';
create index measure_registered_site on measure_registered (council_id, site_id, registered_on);
call keep_within_council('measure_registered');
call keep_as_written('measure_registered');

-- Everything an episode, and a conversation reached, is made of, so that counting a council reads indexes and not records.
create index contact_episode on contact (council_id, person_id, made_on, id) include (ended_on, team_id, spoken_on);
create index conversation_reached on conversation (council_id, person_id, opened_on) include (kind, resting_on);
create index contact_made_up on contact (council_id) where is_made_up;
create index conversation_exception on conversation (council_id, team_id, opened_at) where opened_by_exception is not null;
create index refused_attempt_at on refused_attempt (council_id, at);

create function ends_of_lives() returns table (person_id uuid, same_person uuid, died_on date, moved_away_on date)
language sql stable security definer rows 100 set search_path = public, pg_temp as $$
  select p.id, p.merged_into, p.died_on, p.moved_away_on
  from person p
  where p.council_id = (select current_council())
    and (p.died_on is not null or p.moved_away_on is not null or p.merged_into is not null)
$$;
comment on function ends_of_lives() is
  'Who died, moved away or turned out to be somebody we knew already. Security definer, so that a figure counts restricted people too and is the same whoever reads it; gives no names and is only ever counted.';
create index person_ended on person (council_id, id) include (merged_into, died_on, moved_away_on)
  where died_on is not null or moved_away_on is not null or merged_into is not null;
