-- Moving between councils with no gap (P4), Shared Lives matching (P5), and family group conferences.

create table move (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  team_id uuid,
  direction text not null check (direction in ('here', 'away')),
  other_council text not null,
  told_on date not null,
  told_by text not null,
  satisfied_on date,
  satisfied_words text,
  plan_passed_on date,
  moves_on date,
  moved_on date,
  decided_here_on date,
  same_needs_from date,
  difference_words text,
  difference_sent_on date,
  taken_over_on date,
  taken_over_words text,
  did_not_happen_on date,
  plan_id uuid,
  version integer not null default 1,
  primary key (council_id, id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, team_id) references team,
  foreign key (council_id, plan_id) references plan
);
comment on table move is 'P4, Care Act 2014 ss37-38 and SI 2014/2825: notice, satisfied that it is genuine, the plan passed on, the day. No decision here by the day: the same needs are met from that day.';
comment on column move.decided_here_on is 'The day of the first decision given here since we were told; kept when a decision is given, never typed.';
comment on column move.plan_passed_on is 'Coming here: the day the other council''s plan arrived. Going away: the day ours was sent.';
comment on column move.taken_over_on is 'Going away: the day the other council said it had taken over. Support here goes on until then.';
comment on column move.plan_id is 'Coming here: the plan that carries over what was met there, standing by duty and not by agreement (s38).';
create index move_person on move (council_id, person_id, told_on desc);
create index move_plan on move (council_id, plan_id) where plan_id is not null;
create index move_coming on move (council_id, moves_on) where did_not_happen_on is null and taken_over_on is null;
call keep_within_council('move');

create table move_need (
  council_id integer not null,
  id uuid not null,
  move_id uuid not null,
  position integer not null,
  need text not null,
  met_there text not null,
  weekly_pence integer not null default 0 check (weekly_pence >= 0),
  met_here text,
  primary key (council_id, id),
  foreign key (council_id, move_id) references move
);
comment on table move_need is 'What the other council met and how, as its plan says, and how it is met here from the day.';
create index move_need_move on move_need (council_id, move_id, position);
call keep_within_council('move_need');

create table household (
  council_id integer not null,
  id uuid not null,
  name text not null,
  who_lives_here text not null,
  what_home_is_like text not null,
  place text not null,
  capacity integer not null check (capacity between 1 and 3),
  approved_on date,
  approval_until_on date,
  not_now_until_on date,
  is_active boolean not null default true,
  version integer not null default 1,
  primary key (council_id, id)
);
comment on table household is 'P5: a Shared Lives home: who lives there and what it is like, in their words. capacity counts people they may share it with; three is the scheme''s usual limit, a setting of the council in time.';
create index household_name on household (council_id, name) where is_active;
call keep_within_council('household');

create table hoped_home (
  council_id integer not null,
  person_id uuid not null,
  what_home_would_be text not null,
  would_not_work text not null default '',
  said_on date not null,
  version integer not null default 1,
  primary key (council_id, person_id),
  foreign key (council_id, person_id) references person
);
comment on table hoped_home is 'P5: the person''s own side: what home would be for them, in their words.';
call keep_within_council('hoped_home');

create table matching (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  household_id uuid not null,
  team_id uuid,
  began_on date not null,
  why_each_other text not null,
  what_person_said text not null default '',
  person_answer text check (person_answer in ('yes', 'no')),
  person_answer_on date,
  household_answer text check (household_answer in ('yes', 'no')),
  household_answer_on date,
  scheme_answer text check (scheme_answer in ('yes', 'no')),
  scheme_answer_on date,
  scheme_answer_by uuid,
  moved_in_on date,
  ended_on date,
  ended_words text,
  version integer not null default 1,
  primary key (council_id, id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, household_id) references household,
  foreign key (council_id, team_id) references team,
  foreign key (council_id, scheme_answer_by) references account,
  check (moved_in_on is null or (person_answer = 'yes' and household_answer = 'yes' and scheme_answer = 'yes'))
);
comment on table matching is 'P5: a person and a household getting to know each other. Either may say no, and nothing asks why; nobody moves in before all three have said yes.';
create index matching_person on matching (council_id, person_id, began_on desc);
create index matching_household on matching (council_id, household_id) where ended_on is null;
create unique index matching_once on matching (council_id, person_id, household_id) where ended_on is null;
create unique index matching_living_once on matching (council_id, person_id) where moved_in_on is not null and ended_on is null;
comment on index matching_living_once is 'P5: a person lives in one home at a time.';
call keep_within_council('matching');

create table matching_visit (
  council_id integer not null,
  id uuid not null,
  matching_id uuid not null,
  kind text not null check (kind in ('tea', 'overnight', 'weekend', 'after-moving-in')),
  planned_on date not null,
  happened_on date,
  persons_words text not null default '',
  households_words text not null default '',
  left_out_words text,
  version integer not null default 1,
  primary key (council_id, id),
  foreign key (council_id, matching_id) references matching,
  check (happened_on is null or left_out_words is null)
);
comment on table matching_visit is 'Tea, a night, a weekend; after moving in, a visit to see how it is for both.';
comment on column matching_visit.left_out_words is 'They agreed to do without a visit of this kind, and why; planned_on is the day they said so.';
create index matching_visit_matching on matching_visit (council_id, matching_id, planned_on);
call keep_within_council('matching_visit');

create table family_conference (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  team_id uuid,
  offered_on date not null,
  answer text check (answer in ('yes', 'not-now', 'no')),
  answer_words text,
  coordinator text,
  coordinator_is_independent boolean,
  advocate_name text,
  planned_on date,
  held_on date,
  person_was_there boolean,
  who_came text not null default '',
  had_private_time boolean,
  family_plan text not null default '',
  we_will text not null default '',
  look_again_on date,
  looked_again_on date,
  version integer not null default 1,
  primary key (council_id, id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, team_id) references team
);
comment on table family_conference is 'The family makes its own plan: an independent coordinator, private family time, a plan in the family''s words, a day to look at it again. Offered at any point.';
create index family_conference_person on family_conference (council_id, person_id, offered_on desc);
create index family_conference_again on family_conference (council_id, look_again_on) where looked_again_on is null and look_again_on is not null;
call keep_within_council('family_conference');
