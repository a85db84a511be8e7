-- Plans over time: need set beside need (P1), urgent changes (F6), and how support ends.

alter table plan_need add column was_need_id uuid;
alter table plan_need add foreign key (council_id, was_need_id) references plan_need;
comment on column plan_need.was_need_id is 'P1: the need of the earlier plan that this one is set beside.';
alter table plan_need add column change_words text not null default '';
comment on column plan_need.change_words is 'P1: how the need will now be met, where it is met differently or less.';

alter table plan add column down_reasons text not null default '';
alter table plan add column down_told_on date;
alter table plan add column down_involved text not null default '';
comment on column plan.down_reasons is 'P1: why something goes down, as told to the person on down_told_on. What anything costs, or that somebody manages better, is no reason by itself (P3).';
comment on column plan.down_involved is 'P1: how the person was involved, and who else.';

alter table support add column ended_because text check (ended_because in
  ('their-wish', 'died', 'moved-and-met-there', 'a-later-plan', 'time-was-up'));
alter table support add column ended_words text;
alter table support add column until_on date;
comment on column support.until_on is 'F6: for urgent help, the day it is looked at again.';
create index support_until on support (council_id, until_on) where until_on is not null and ended_on is null;

create table urgent_help (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  team_id uuid,
  plan_id uuid,
  support_id uuid,
  met_on date not null,
  what text not null,
  until_on date not null,
  cost_pence integer not null check (cost_pence >= 0),
  how_often text not null check (how_often in ('weekly', 'once')),
  why text not null,
  met_by uuid not null,
  looked_again_on date,
  looked_again_words text,
  primary key (council_id, id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, team_id) references team,
  foreign key (council_id, plan_id) references plan,
  foreign key (council_id, support_id) references support,
  foreign key (council_id, met_by) references account
);
comment on table urgent_help is 'F6, Care Act 2014 s19(3): an urgent need met at once, before anything else. No rule of order, advocate or plan stands in its way.';
create index urgent_help_person on urgent_help (council_id, person_id, met_on desc);
create index urgent_help_until on urgent_help (council_id, until_on) where looked_again_on is null;
call keep_within_council('urgent_help');
