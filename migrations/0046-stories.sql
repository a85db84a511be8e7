-- Stories: told, retold by strengths, approved exactly as shown, let out by consent with an end, and gone when taken down.

create table story (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  begun_at timestamptz not null,
  begun_by uuid not null,
  told text not null check (told in ('themselves', 'together', 'phone', 'paper')),
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_told text check (withdrawn_told in ('themselves', 'together', 'phone', 'paper')),
  primary key (council_id, id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, begun_by) references account,
  foreign key (council_id, withdrawn_by) references account,
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_told is null))
);
comment on table story is 'A story a person tells. It is theirs: nobody sees it but them and those alongside, until they let it out.';
comment on column story.told is 'How it came to be written here: by themselves, or by a worker who sat with them, spoke by phone or was given paper.';
comment on column story.withdrawn_at is 'The last time its teller took it down everywhere. Only consent given after that lets it out again.';
create index story_person on story (council_id, person_id, begun_at desc);
create index story_begun_by on story (council_id, begun_by);
create index story_withdrawn_by on story (council_id, withdrawn_by) where withdrawn_by is not null;
call keep_within_council('story');
call keep_to_own('story');

create table story_version (
  council_id integer not null,
  id uuid not null,
  story_id uuid not null,
  number integer not null check (number > 0),
  title text not null,
  their_words text not null,
  retelling text not null,
  shows text not null check (shows in ('words', 'retelling', 'both')),
  made_at timestamptz not null,
  made_by uuid not null,
  retold_by uuid,
  primary key (council_id, id),
  unique (council_id, story_id, number),
  unique (council_id, story_id, id),
  foreign key (council_id, story_id) references story,
  foreign key (council_id, made_by) references account,
  foreign key (council_id, retold_by) references account,
  check (retold_by is null or retelling <> '')
);
comment on table story_version is 'A story as it stood: every change is a new version, and none is ever written over.';
comment on column story_version.their_words is 'As they told it. Nobody rewrites these.';
comment on column story_version.retelling is 'The same, told by strengths, by the teller or a worker beside them; empty while nobody has.';
comment on column story_version.shows is 'What others would see of it: their words, the retelling, or both side by side.';
comment on column story_version.retold_by is 'Whoever last wrote the retelling: somebody else looks it over before everybody may see it.';
create index story_version_made_by on story_version (council_id, made_by);
create index story_version_retold_by on story_version (council_id, retold_by) where retold_by is not null;
call keep_within_council('story_version');
call keep_to_own('story_version');
call keep_as_written('story_version');

create table story_piece (
  council_id integer not null,
  id uuid not null,
  version_id uuid not null,
  position integer not null,
  kept_file_id uuid not null,
  kind text not null check (kind in ('sound', 'film', 'picture')),
  in_words text not null,
  primary key (council_id, id),
  foreign key (council_id, version_id) references story_version
);
comment on table story_piece is 'What was spoken, filmed, drawn or sung, as part of one version: a kept file, and the same in words.';
comment on column story_piece.in_words is
  'What is said or seen in it, for those who cannot hear or see it; empty while nobody has written it, and then not for everybody.';
create index story_piece_version on story_piece (council_id, version_id, position);
create index story_piece_file on story_piece (council_id, kept_file_id);
call keep_within_council('story_piece');
call keep_to_own('story_piece');
call keep_as_written('story_piece');

create table story_approval (
  council_id integer not null,
  id uuid not null,
  version_id uuid not null,
  shown_sha256 text not null check (shown_sha256 ~ '^[0-9a-f]{64}$'),
  approved_at timestamptz not null,
  approved_by uuid not null,
  told text not null check (told in ('themselves', 'together', 'phone', 'paper')),
  words text not null,
  primary key (council_id, id),
  foreign key (council_id, version_id) references story_version,
  foreign key (council_id, approved_by) references account,
  unique (council_id, version_id)
);
comment on table story_approval is 'The teller''s yes to one version, exactly as it was shown to them.';
comment on column story_approval.shown_sha256 is 'Of everything that was shown: what is let out must give the same.';
comment on column story_approval.words is 'What they said when they said yes, if anything.';
create index story_approval_by on story_approval (council_id, approved_by);
call keep_within_council('story_approval');
call keep_to_own('story_approval');
call keep_as_written('story_approval');

create table story_consent (
  council_id integer not null,
  id uuid not null,
  story_id uuid not null,
  version_id uuid not null,
  audience text not null check (audience in ('team', 'council', 'public')),
  team_id uuid,
  name_shown text check (name_shown in ('none', 'first', 'chosen')),
  name_told text,
  with_pieces boolean,
  months integer check (months between 1 and 24),
  who_asked text,
  who_was_there text,
  is_free text check (is_free in ('free', 'unsure')),
  begun_at timestamptz not null,
  begun_by uuid not null,
  shown_sha256 text check (shown_sha256 ~ '^[0-9a-f]{64}$'),
  given_at timestamptz,
  given_by uuid,
  told text check (told in ('themselves', 'together', 'phone', 'paper')),
  from_at timestamptz,
  until_on date,
  ask_on date,
  silent_until_on date,
  asked_at timestamptz,
  asked_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  ended_told text check (ended_told in ('themselves', 'together', 'phone', 'paper')),
  primary key (council_id, id),
  foreign key (council_id, story_id) references story,
  foreign key (council_id, story_id, version_id) references story_version (council_id, story_id, id),
  foreign key (council_id, team_id) references team,
  foreign key (council_id, begun_by) references account,
  foreign key (council_id, given_by) references account,
  foreign key (council_id, asked_by) references account,
  foreign key (council_id, ended_by) references account,
  constraint consent_of_a_team check ((audience = 'team') = (team_id is not null)),
  constraint consent_named check (given_at is null or (name_shown = 'none') = (coalesce(name_told, '') = '')),
  constraint consent_given_whole check (case when given_at is null
    then given_by is null and told is null and from_at is null and until_on is null and ask_on is null and shown_sha256 is null
    else num_nulls(given_by, told, from_at, until_on, ask_on, silent_until_on, shown_sha256, name_shown, with_pieces, months) = 0 end),
  constraint consent_without_pressure check (given_at is null or audience = 'team' or (who_asked is not null and who_was_there is not null and is_free = 'free')),
  constraint consent_has_an_end check (until_on <= (given_at + interval '24 months')::date + 1),
  constraint consent_ended_whole check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_told is null)),
  constraint consent_asked_by_somebody check ((asked_at is null) = (asked_by is null))
);
comment on table story_consent is 'The teller''s yes to one audience seeing one approved version, with an end: put together step by step, and given or not.';
comment on column story_consent.name_told is 'The name others see, exactly: what they like to be called, or one they chose for this. Null for none.';
comment on column story_consent.who_asked is 'Whose idea it was, and who else was in the room: asked before more people than the team may see it.';
comment on column story_consent.is_free is 'Whether whoever heard the yes is sure that it is the teller''s own, freely given. Unsure waits.';
comment on column story_consent.from_at is 'When the cooling-off days are over; nobody sees it before.';
comment on column story_consent.ask_on is 'From this day the teller is asked whether it is still all right.';
comment on column story_consent.silent_until_on is 'The last day it stays where nobody has answered that.';
create unique index story_consent_in_making on story_consent (council_id, story_id) where given_at is null and ended_at is null;
create index story_consent_story on story_consent (council_id, story_id, audience, given_at desc);
create index story_consent_live on story_consent (council_id, audience, until_on) where given_at is not null and ended_at is null;
create index story_consent_version on story_consent (council_id, story_id, version_id);
create index story_consent_ask on story_consent (council_id, ask_on) where given_at is not null and ended_at is null;
create index story_consent_team on story_consent (council_id, team_id) where team_id is not null;
create index story_consent_begun_by on story_consent (council_id, begun_by);
create index story_consent_given_by on story_consent (council_id, given_by) where given_by is not null;
create index story_consent_asked_by on story_consent (council_id, asked_by) where asked_by is not null;
create index story_consent_ended_by on story_consent (council_id, ended_by) where ended_by is not null;
call keep_within_council('story_consent');
call keep_to_own('story_consent');

create table story_check (
  council_id integer not null,
  id uuid not null,
  version_id uuid not null,
  found jsonb not null,
  decided text not null check (decided in ('settled', 'not-yet')),
  words text not null check (length(trim(words)) > 0),
  looked_at timestamptz not null,
  looked_by uuid not null,
  written_by uuid,
  primary key (council_id, id),
  foreign key (council_id, version_id) references story_version,
  foreign key (council_id, looked_by) references account,
  foreign key (council_id, written_by) references account,
  constraint looked_over_by_another check (looked_by <> written_by)
);
comment on table story_check is 'Somebody other than the writer looked for what gives people away, before everybody may see a version. The latest stands.';
comment on column story_check.found is 'What the words were pointed at for, as it was then: kinds and how many, never the words.';
comment on column story_check.written_by is 'Who wrote the retelling that was looked over.';
create index story_check_version on story_check (council_id, version_id, looked_at desc);
create index story_check_looked_by on story_check (council_id, looked_by);
create index story_check_written_by on story_check (council_id, written_by) where written_by is not null;
call keep_within_council('story_check');
call keep_to_own('story_check');
call keep_as_written('story_check');

create table site_story (
  council_id integer not null,
  id uuid not null,
  site_id uuid not null,
  story_id uuid not null,
  beside text not null check (beside in ('people', 'episodes', 'returns', 'waits')),
  placed_at timestamptz not null,
  placed_by uuid not null,
  removed_at timestamptz,
  removed_by uuid,
  primary key (council_id, id),
  foreign key (council_id, site_id) references site,
  foreign key (council_id, story_id) references story,
  foreign key (council_id, placed_by) references account,
  foreign key (council_id, removed_by) references account,
  check ((removed_at is null) = (removed_by is null))
);
comment on table site_story is
  'That a story stands beside a figure of a site. Its words are never copied: a page shows what is let out to its readers just then, and nothing once it is taken down.';
create unique index site_story_once on site_story (council_id, site_id, beside, story_id) where removed_at is null;
create index site_story_story on site_story (council_id, story_id);
create index site_story_placed_by on site_story (council_id, placed_by);
create index site_story_removed_by on site_story (council_id, removed_by) where removed_by is not null;
call keep_within_council('site_story');
call keep_to_own('site_story');

create function kept_from_walls(person uuid, team uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  -- What is held back from the person's own page keeps their story from a wall all the same: an owner's reading passes that by.
  select not exists (
    select from person p
    where p.council_id = (select current_council()) and p.id = kept_from_walls.person and p.merged_into is null
      and (p.restricted_to_team is null or p.restricted_to_team = kept_from_walls.team)
      and (kept_from_walls.team is not null or not exists (
        select from address a where a.council_id = p.council_id and a.person_id = p.id and a.is_protected))
      and (kept_from_walls.team is not null or not exists (
        select from enquiry e where e.council_id = p.council_id and e.person_id = p.id and e.opened_at is not null and e.ended_on is null)))
$$;
comment on function kept_from_walls(uuid, uuid) is
  'Whether nobody beyond the given team may be shown a story of this person: a protected address (of now or of before), an enquiry that is open, a record kept to a team. Yes or no and never which; security definer because their own page does not know what is held back there.';

create function stories_let_out(at timestamptz, today date)
returns table (
  council_id integer, story_id uuid, consent_id uuid, version_id uuid, person_id uuid, audience text, team_id uuid, title text,
  their_words text, retelling text, shows text, name_told text, with_pieces boolean, approved_sha256 text, shown_sha256 text,
  begun_at timestamptz, from_at timestamptz, until_on date
) language sql stable as $$
  select c.council_id, s.id, c.id, v.id, s.person_id, c.audience, c.team_id, v.title,
    v.their_words, v.retelling, v.shows, c.name_told, c.with_pieces, y.shown_sha256, c.shown_sha256,
    s.begun_at, c.from_at, c.until_on
  from story_consent c
  join story s on s.council_id = c.council_id and s.id = c.story_id
  join story_version v on v.council_id = c.council_id and v.id = c.version_id
  join story_approval y on y.council_id = v.council_id and y.version_id = v.id
  where c.council_id = (select current_council())
    and c.given_at is not null and c.ended_at is null
    and c.from_at <= stories_let_out.at and c.until_on >= stories_let_out.today and c.silent_until_on >= stories_let_out.today
    and (s.withdrawn_at is null or s.withdrawn_at < c.given_at)
    -- Of two that stand for one audience, the later; one that was taken back before it began never stood.
    and not exists (
      select from story_consent later
      where later.council_id = c.council_id and later.story_id = c.story_id and later.audience = c.audience
        and later.team_id is not distinct from c.team_id and later.given_at > c.given_at and later.from_at <= stories_let_out.at
        and (later.ended_at is null or later.ended_at >= later.from_at))
    and (c.audience <> 'public' or 'settled' = (
      select k.decided from story_check k where k.council_id = v.council_id and k.version_id = v.id order by k.looked_at desc, k.id desc limit 1))
    and not kept_from_walls(s.person_id, c.team_id)
$$;
comment on function stories_let_out(timestamptz, date) is
  'The only way a story comes to anybody else, at one instant: approved, consented to and not taken down, cooling-off over, not past its end, answered for each year, looked over for everybody''s eyes, nobody protected.';
