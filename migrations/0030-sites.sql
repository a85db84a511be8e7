-- A site is kept on screen by its site lead: what was said of it, when, by whom. Nothing is edited; what changes is
-- said again with its day, and the earlier words stay beside it.

alter table site alter column started_on drop not null;
alter table site add column begun_from_id uuid;
alter table site add column set_up_at timestamptz;
alter table site add column set_up_by uuid;
alter table site add column start_said_at timestamptz;
alter table site add column start_said_by uuid;
alter table site add column why_late text;
alter table site add foreign key (council_id, begun_from_id) references site;
alter table site add foreign key (council_id, set_up_by) references account;
alter table site add foreign key (council_id, start_said_by) references account;
comment on column site.started_on is 'Null while it is being set up. Said once, when the rules of starting are kept (E11), and never moved.';
comment on column site.begun_from_id is 'The site whose rules and measures this one began with.';
comment on column site.set_up_by is 'Null where a script set it up.';
comment on column site.why_late is 'Why the first day was said only afterwards.';
create index site_begun_from on site (council_id, begun_from_id) where begun_from_id is not null;

create table site_scope (
  council_id integer not null,
  id uuid not null,
  site_id uuid not null,
  kind text not null check (kind in ('all-new', 'postcodes', 'everyone')),
  postcodes text[] not null default '{}',
  words text,
  from_on date not null,
  why text,
  written_at timestamptz not null,
  written_by uuid,
  primary key (council_id, id),
  foreign key (council_id, site_id) references site,
  foreign key (council_id, written_by) references account
);
comment on table site_scope is 'Whose contacts are the site''s, from a day on. A wider or narrower scope is another row.';
comment on column site_scope.postcodes is 'Districts such as SB1, when the kind is postcodes.';
create index site_scope_site on site_scope (council_id, site_id, from_on);
call keep_within_council('site_scope');
call keep_as_written('site_scope');

create table site_aim (
  council_id integer not null,
  id uuid not null,
  site_id uuid not null,
  owner text not null,
  what_stops text not null,
  what_money_moves text not null,
  why text,
  written_at timestamptz not null,
  written_by uuid,
  primary key (council_id, id),
  foreign key (council_id, site_id) references site,
  foreign key (council_id, written_by) references account
);
comment on table site_aim is 'Who owns it, and if it works, what stops and what money moves. The latest counts.';
create index site_aim_site on site_aim (council_id, site_id, written_at);
call keep_within_council('site_aim');
call keep_as_written('site_aim');

create table site_comparison (
  council_id integer not null,
  id uuid not null,
  site_id uuid not null,
  kind text not null check (kind in ('elsewhere', 'team', 'other-days', 'other-places', 'none')),
  team_id uuid,
  words text not null,
  how_it_differs text,
  named_on date not null,
  why text,
  written_at timestamptz not null,
  written_by uuid,
  primary key (council_id, id),
  foreign key (council_id, site_id) references site,
  foreign key (council_id, team_id) references team,
  foreign key (council_id, written_by) references account
);
comment on table site_comparison is 'E11: whom the site is set beside, named before it starts. A later one is another row, and every figure says so for ever.';
comment on column site_comparison.words is 'Who they are; where there is none, why there is none.';
comment on column site_comparison.team_id is 'When the kind is team: people whom that team answered on the same days.';
comment on column site_comparison.named_on is 'The day of written_at; never chosen.';
create index site_comparison_site on site_comparison (council_id, site_id, named_on);
create index site_comparison_team on site_comparison (council_id, team_id) where team_id is not null;
call keep_within_council('site_comparison');
call keep_as_written('site_comparison');

create table site_baseline (
  council_id integer not null,
  id uuid not null,
  site_id uuid not null,
  from_on date,
  to_on date,
  words text not null,
  looked_on date not null,
  written_at timestamptz not null,
  written_by uuid,
  primary key (council_id, id),
  foreign key (council_id, site_id) references site,
  foreign key (council_id, written_by) references account,
  constraint baseline_weeks check ((from_on is null) = (to_on is null) and from_on <= to_on)
);
comment on table site_baseline is 'What was usual, looked at by week before the start; or, with no days, that there is nothing to look at and why.';
create index site_baseline_site on site_baseline (council_id, site_id, looked_on);
call keep_within_council('site_baseline');
call keep_as_written('site_baseline');

create table site_person (
  council_id integer not null,
  id uuid not null,
  site_id uuid not null,
  name text not null,
  part text not null,
  comes_as text not null check (comes_as in ('works-here', 'lives-here', 'family', 'partner')),
  thanked_how text,
  since_on date not null,
  until_on date,
  written_at timestamptz not null,
  written_by uuid,
  primary key (council_id, id),
  foreign key (council_id, site_id) references site,
  foreign key (council_id, written_by) references account,
  constraint until_after_since check (until_on >= since_on)
);
comment on table site_person is 'Who makes the site: staff, neighbours, families and partners, by the name they want to stand here. No link to any record.';
comment on column site_person.thanked_how is 'How somebody who is not paid to be here is paid or has what it costs them given back.';
create index site_person_site on site_person (council_id, site_id, since_on);
call keep_within_council('site_person');

create table site_rule (
  council_id integer not null,
  id uuid not null,
  site_id uuid not null,
  rule text not null,
  agreed_on date not null,
  agreed_by text not null,
  with_people boolean not null default false,
  replaces_id uuid,
  is_set_aside boolean not null default false,
  why text,
  written_at timestamptz not null,
  written_by uuid,
  primary key (council_id, id),
  foreign key (council_id, site_id) references site,
  foreign key (council_id, replaces_id) references site_rule,
  foreign key (council_id, written_by) references account
);
comment on table site_rule is 'Rules of practice the site agreed, and who agreed them. A change is another row that replaces the earlier; setting one aside is too.';
comment on column site_rule.with_people is 'People who are not staff were among those who agreed it.';
create index site_rule_site on site_rule (council_id, site_id, agreed_on);
create unique index site_rule_replaced on site_rule (council_id, replaces_id) where replaces_id is not null;
call keep_within_council('site_rule');
call keep_as_written('site_rule');

alter table tap_change add column why_late text;
alter table tap_change add column written_at timestamptz;
alter table tap_change add column written_by uuid;
alter table tap_change add foreign key (council_id, written_by) references account;
comment on column tap_change.why_late is 'Why the turn was written down only after its day.';

alter table measure_registered add column about text;
alter table measure_registered add column replaces_id uuid;
alter table measure_registered add column written_at timestamptz;
alter table measure_registered add column written_by uuid;
alter table measure_registered add foreign key (council_id, replaces_id) references measure_registered;
alter table measure_registered add foreign key (council_id, written_by) references account;
comment on column measure_registered.about is 'Which of ours it is, such as E3; null for one the site made itself.';
comment on column measure_registered.definition is 'Frozen in the words it was registered with, whatever our own pages come to say.';
create unique index measure_registered_replaced on measure_registered (council_id, replaces_id) where replaces_id is not null;

create table site_log (
  council_id integer not null,
  id uuid not null,
  site_id uuid not null,
  kind text not null check (kind in ('decided', 'learned', 'reflected')),
  on_day date not null,
  by_whom text not null,
  words text not null,
  evidence text,
  what_changes text,
  prompt text,
  adds_to_id uuid,
  written_at timestamptz not null,
  written_by uuid,
  primary key (council_id, id),
  foreign key (council_id, site_id) references site,
  foreign key (council_id, adds_to_id) references site_log,
  foreign key (council_id, written_by) references account
);
comment on table site_log is 'What was decided, learned and talked over, by whom, on what evidence, and what changes. A later entry adds to an earlier one.';
comment on column site_log.prompt is 'The question of the week it answers, in the words it was asked.';
create index site_log_site on site_log (council_id, site_id, on_day desc, id);
create index site_log_adds_to on site_log (council_id, adds_to_id) where adds_to_id is not null;
call keep_within_council('site_log');
call keep_as_written('site_log');

create table site_evidence (
  council_id integer not null,
  id uuid not null,
  site_id uuid not null,
  step text not null check (step in ('story', 'detail', 'started', 'figures', 'reflection', 'spread')),
  kind text not null check (kind in ('words', 'document', 'measure', 'rule', 'rule-set', 'log')),
  words text not null,
  whose_voice text check (whose_voice in ('people', 'staff', 'figures')),
  measure_id uuid,
  rule_id uuid,
  rule_set_id uuid,
  log_id uuid,
  on_day date not null,
  by_whom text not null,
  written_at timestamptz not null,
  written_by uuid,
  primary key (council_id, id),
  foreign key (council_id, site_id) references site,
  foreign key (council_id, measure_id) references measure_registered,
  foreign key (council_id, rule_id) references site_rule,
  foreign key (council_id, rule_set_id) references rule_set,
  foreign key (council_id, log_id) references site_log,
  foreign key (council_id, written_by) references account
);
comment on table site_evidence is 'What shows that a step of making it happen stands. No step is done by a tick.';
comment on column site_evidence.words is 'What it shows; of a document, its name and where it is.';
comment on column site_evidence.whose_voice is 'Spreading cites figures and the voices of staff and of people.';
create index site_evidence_site on site_evidence (council_id, site_id, on_day);
create index site_evidence_measure on site_evidence (council_id, measure_id) where measure_id is not null;
create index site_evidence_rule on site_evidence (council_id, rule_id) where rule_id is not null;
create index site_evidence_rule_set on site_evidence (council_id, rule_set_id) where rule_set_id is not null;
create index site_evidence_log on site_evidence (council_id, log_id) where log_id is not null;
call keep_within_council('site_evidence');
call keep_as_written('site_evidence');

-- What sites said until now, as said on the day they began.
alter table site no force row level security;
alter table tap_change no force row level security;
alter table measure_registered no force row level security;
alter table site_scope no force row level security;
alter table site_aim no force row level security;
alter table site_comparison no force row level security;
alter table site_rule no force row level security;
update site set set_up_at = started_on::timestamp at time zone 'Europe/London', start_said_at = started_on::timestamp at time zone 'Europe/London';
update tap_change set written_at = on_day::timestamp at time zone 'Europe/London';
update measure_registered set written_at = registered_on::timestamp at time zone 'Europe/London';
insert into site_scope (council_id, id, site_id, kind, words, from_on, written_at)
  select council_id, gen_random_uuid(), id, 'everyone', scope, started_on, set_up_at from site;
insert into site_aim (council_id, id, site_id, owner, what_stops, what_money_moves, written_at)
  select council_id, gen_random_uuid(), id, owner, if_it_works, '', set_up_at from site;
insert into site_comparison (council_id, id, site_id, kind, words, named_on, written_at)
  select council_id, gen_random_uuid(), id, 'elsewhere', comparison, started_on, set_up_at from site;
insert into site_rule (council_id, id, site_id, rule, agreed_on, agreed_by, written_at)
  select s.council_id, gen_random_uuid(), s.id, r ->> 'rule', (r ->> 'agreedOn')::date, r ->> 'agreedBy', s.set_up_at
  from site s, jsonb_array_elements(s.agreed_rules) r;
alter table site force row level security;
alter table tap_change force row level security;
alter table measure_registered force row level security;
alter table site_scope force row level security;
alter table site_aim force row level security;
alter table site_comparison force row level security;
alter table site_rule force row level security;

alter table site drop column scope, drop column agreed_rules, drop column owner, drop column if_it_works, drop column comparison;
alter table site alter column set_up_at set not null;
alter table site add constraint start_said check ((started_on is null) = (start_said_at is null));
alter table tap_change alter column written_at set not null;
alter table measure_registered alter column written_at set not null;
