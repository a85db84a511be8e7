-- What a council tells everybody of a site: a dated snapshot that gives nobody away (E10), and what other councils told us.

create table publication (
  council_id integer not null,
  id uuid not null,
  site_id uuid not null,
  as_at date not null,
  finding text not null,
  told jsonb not null,
  code_version text not null,
  prepared_at timestamptz not null,
  prepared_by uuid not null,
  agreed_at timestamptz,
  agreed_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  why_ended text,
  version integer not null default 1,
  primary key (council_id, id),
  foreign key (council_id, site_id) references site,
  foreign key (council_id, prepared_by) references account,
  foreign key (council_id, agreed_by) references account,
  foreign key (council_id, ended_by) references account,
  constraint agreed_by_somebody check ((agreed_at is null) = (agreed_by is null)),
  constraint agreed_by_a_second check (agreed_by <> prepared_by),
  constraint ended_with_why check ((ended_at is null) = (why_ended is null) and (ended_at is null) = (ended_by is null))
);
comment on table publication is
  'What everybody is told of a site as at one day. Open to all once a second person has agreed, until it is taken down. Its figures are never counted again.';
comment on column publication.told is 'Everything else the page says, from the figures as told: definitions, centiles, words. Never a true count.';
comment on column publication.ended_at is 'Set aside before it was agreed, or taken down after.';
create unique index publication_in_preparation on publication (council_id, site_id) where agreed_at is null and ended_at is null;
create unique index publication_once_a_day on publication (council_id, site_id, as_at) where agreed_at is not null;
create index publication_site on publication (council_id, site_id, as_at desc);
create index publication_prepared_by on publication (council_id, prepared_by);
create index publication_agreed_by on publication (council_id, agreed_by) where agreed_by is not null;
create index publication_ended_by on publication (council_id, ended_by) where ended_by is not null;
call keep_within_council('publication');

create table published_figure (
  council_id integer not null,
  publication_id uuid not null,
  cell text not null,
  told integer check (told >= 0 and told % 5 = 0 and told <> 5),
  primary key (council_id, publication_id, cell),
  foreign key (council_id, publication_id) references publication
);
comment on table published_figure is
  'Each count as everybody is told it, kept so that the same one is never told again otherwise. The public pages read this and nothing behind it.';
comment on column published_figure.cell is 'What was counted: people/site/90/numerator.';
comment on column published_figure.told is 'To the nearest 5; null is hidden: 7 or fewer, or kept back so that another stays hidden.';
call keep_within_council('published_figure');
call keep_as_written('published_figure');

create table count_behind (
  council_id integer not null,
  publication_id uuid not null,
  cell text not null,
  counted integer not null check (counted >= 0),
  primary key (council_id, publication_id, cell),
  foreign key (council_id, publication_id, cell) references published_figure (council_id, publication_id, cell)
);
comment on table count_behind is
  'What was counted when a figure was told: only to see, next time, whether eight or more have changed. Never shown; a page open to all cannot read it.';
alter table count_behind enable row level security;
alter table count_behind force row level security;
create policy within_council on count_behind
  using (council_id = (select current_council()) and (select current_account()) <> '00000000-0000-0000-0000-000000000000');
call keep_as_written('count_behind');

create table publication_story (
  council_id integer not null,
  id uuid not null,
  publication_id uuid not null,
  beside text not null check (beside in ('people', 'episodes', 'returns', 'waits')),
  words text not null,
  told_by text not null,
  written_at timestamptz not null,
  written_by uuid not null,
  primary key (council_id, id),
  foreign key (council_id, publication_id) references publication,
  foreign key (council_id, written_by) references account
);
comment on table publication_story is 'What somebody said, to stand beside a figure, with their yes to its being told to everybody.';
comment on column publication_story.told_by is 'Who said it, as they want to be named: "a daughter", "a neighbour in Harbour".';
create index publication_story_of on publication_story (council_id, publication_id, beside);
create index publication_story_written_by on publication_story (council_id, written_by);
call keep_within_council('publication_story');

create table received_bundle (
  council_id integer not null references council,
  id uuid not null,
  place text not null,
  site text not null,
  as_at date not null,
  bundle jsonb not null,
  received_at timestamptz not null,
  received_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  primary key (council_id, id),
  foreign key (council_id, received_by) references account,
  foreign key (council_id, ended_by) references account
);
comment on table received_bundle is
  'What another council told everybody, kept as theirs with their definitions. Figures as told, never a record.';
comment on column received_bundle.received_by is 'Null where a script read it in.';
create unique index received_bundle_once on received_bundle (council_id, place, site, as_at) where ended_at is null;
create index received_bundle_received_by on received_bundle (council_id, received_by) where received_by is not null;
create index received_bundle_ended_by on received_bundle (council_id, ended_by) where ended_by is not null;
call keep_within_council('received_bundle');
