-- Plans over time: need set beside need (P1), disagreement that keeps a plan, urgent help (F6), how support ends.

alter table plan add column down_because text[] not null default '{}' check (down_because <@ array[
  'life-changed', 'their-wish', 'met-another-way', 'managing-better', 'costs']);
alter table plan add column down_reasons text not null default '';
alter table plan add column down_involved text not null default '';
alter table plan add column down_told_on date;
comment on column plan.down_because is 'P1, P3: what is behind something going down. What it costs, or that somebody manages better, is no reason by itself.';
comment on column plan.down_reasons is 'P1: what has changed in the person''s life and why that means this, as told to them on down_told_on.';
comment on column plan.down_involved is 'P1: how the person was involved, and who else was (Care Act 2014 s27(2)).';

create table need_beside (
  council_id integer not null,
  id uuid not null,
  plan_id uuid not null,
  was_need_id uuid not null,
  words text not null default '',
  primary key (council_id, id),
  unique (council_id, plan_id, was_need_id),
  foreign key (council_id, plan_id) references plan,
  foreign key (council_id, was_need_id) references plan_need on delete cascade
);
comment on table need_beside is 'P1: a need of the earlier plan set beside how it will now be met, in words, in the plan that would follow it.';
create index need_beside_was on need_beside (council_id, was_need_id);
call keep_within_council('need_beside');

create table need_answer (
  council_id integer not null,
  beside_id uuid not null,
  need_id uuid not null,
  primary key (council_id, beside_id, need_id),
  foreign key (council_id, beside_id) references need_beside on delete cascade,
  foreign key (council_id, need_id) references plan_need on delete cascade
);
comment on table need_answer is 'P1: which needs of the later plan answer one of the earlier. One may be answered by several, and several by one.';
create index need_answer_need on need_answer (council_id, need_id);
call keep_within_council('need_answer');

create table line_not_agreed (
  council_id integer not null,
  id uuid not null,
  plan_id uuid not null,
  need_id uuid,
  part_id uuid,
  words text not null default '',
  primary key (council_id, id),
  foreign key (council_id, plan_id) references plan,
  foreign key (council_id, need_id) references plan_need on delete cascade,
  foreign key (council_id, part_id) references budget_part on delete cascade,
  check (num_nonnulls(need_id, part_id) <= 1)
);
comment on table line_not_agreed is 'What a person who agrees in part does not agree with, line by line: a need, a part of the budget, or with neither something else in the plan.';
create index line_not_agreed_plan on line_not_agreed (council_id, plan_id);
create index line_not_agreed_need on line_not_agreed (council_id, need_id);
create index line_not_agreed_part on line_not_agreed (council_id, part_id);
call keep_within_council('line_not_agreed');

create table plan_not_agreed (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  plan_id uuid not null,
  kept_plan_id uuid not null,
  plan_version integer not null,
  said_on date not null,
  words text not null,
  would_go_down text[] not null,
  as_written jsonb not null,
  told_how_to_challenge text[] not null,
  kept_by uuid not null,
  primary key (council_id, id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, plan_id) references plan,
  foreign key (council_id, kept_plan_id) references plan,
  foreign key (council_id, kept_by) references account
);
comment on table plan_not_agreed is 'P1: a plan the person did not agree with, in which something went down. The plan that stood is kept; this one''s words are kept as they were read to them, with the ways to challenge they were told.';
create index plan_not_agreed_person on plan_not_agreed (council_id, person_id, said_on desc);
create index plan_not_agreed_plan on plan_not_agreed (council_id, plan_id);
create index plan_not_agreed_kept on plan_not_agreed (council_id, kept_plan_id);
call keep_within_council('plan_not_agreed');

alter table support add column ended_because text check (ended_because in
  ('their-wish', 'died', 'moved-and-met-there', 'a-later-plan', 'time-was-up'));
alter table support add column ended_words text;
alter table support add column until_on date;
comment on column support.until_on is 'F6: for urgent help, the day it is looked at again. It goes on until somebody has.';
create index support_until on support (council_id, until_on) where until_on is not null and ended_on is null;

create table urgent_help (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  team_id uuid,
  plan_id uuid,
  support_id uuid not null,
  entry_id uuid not null,
  met_on date not null,
  what text not null,
  until_on date not null check (until_on >= met_on),
  cost_pence integer not null check (cost_pence >= 0),
  how_often text not null check (how_often in ('weekly', 'once')),
  why text not null,
  met_by uuid not null,
  looked_again_on date,
  looked_again_words text,
  then_what text check (then_what in ('goes-on', 'ended', 'in-the-plan')),
  primary key (council_id, id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, team_id) references team,
  foreign key (council_id, plan_id) references plan,
  foreign key (council_id, support_id) references support,
  foreign key (council_id, entry_id) references entry,
  foreign key (council_id, met_by) references account,
  check ((looked_again_on is null) = (then_what is null) and (looked_again_on is null) = (looked_again_words is null))
);
comment on table urgent_help is 'F6, Care Act 2014 s19(3): an urgent need met at once, before anything else. No rule of order, advocate or plan stands in its way. Help that goes on is a further row on the same support.';
comment on column urgent_help.plan_id is 'The plan that stood, which this changes at once (Care Act 2014 s27).';
create index urgent_help_person on urgent_help (council_id, person_id, met_on desc);
create index urgent_help_support on urgent_help (council_id, support_id);
create index urgent_help_entry on urgent_help (council_id, entry_id);
create index urgent_help_plan on urgent_help (council_id, plan_id);
create index urgent_help_until on urgent_help (council_id, until_on) where looked_again_on is null;
call keep_within_council('urgent_help');
