-- Conversation 3: what the law asks to be decided, the plan, its fair budget, and the support that follows.

create table determination (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  conversation_id uuid not null,
  kind text not null check (kind in ('adult', 'carer')),
  cause_is_met boolean not null,
  cause_words text not null,
  impact_is_met boolean not null,
  impact_words text not null,
  health_at_risk boolean not null default false,
  is_eligible boolean not null,
  persons_wish text not null,
  practitioners_view text not null,
  view_by uuid not null,
  reasons text not null,
  decided_by uuid not null,
  decider_has_met_person boolean not null,
  decided_on date not null,
  written_advice text,
  primary key (council_id, id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, conversation_id) references conversation,
  foreign key (council_id, decided_by) references account,
  foreign key (council_id, view_by) references account,
  constraint advice_when_not_eligible check (is_eligible or written_advice is not null)
);
comment on table determination is 'Care Act 2014 s13 and the Eligibility Criteria Regulations 2015 (SI 2015/313): the three tests, with reasons and who decided.';
comment on column determination.view_by is 'Whose view the practitioner''s is: the wish, the view and the decision have three authors.';
comment on column determination.decider_has_met_person is 'C3-6: shown to everyone, the person included, when false.';
create index determination_person on determination (council_id, person_id, decided_on desc);
create index determination_conversation on determination (council_id, conversation_id);
call keep_within_council('determination');

create table determination_outcome (
  council_id integer not null,
  determination_id uuid not null,
  outcome text not null,
  finding text not null check (finding in ('achieved', 'unable', 'nothing-said')),
  sense text check (sense in ('without-help', 'pain-distress-anxiety', 'danger', 'much-longer')),
  words text not null default '',
  primary key (council_id, determination_id, outcome),
  foreign key (council_id, determination_id) references determination,
  check (finding <> 'unable' or (sense is not null and words <> ''))
);
comment on table determination_outcome is 'Each outcome as achieved or unable, in which of the four senses (reg 2(3)), with the words that show it. Never a score.';
call keep_within_council('determination_outcome');

create table plan (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  conversation_id uuid not null,
  number integer not null,
  good_life text not null default '',
  what_i_do text not null default '',
  if_things_go_wrong text not null default '',
  wishes text not null default '',
  advice text not null default '',
  direct_payment text check (direct_payment in ('asked-and-wanted', 'offered-and-declined', 'not-yet-talked-about')),
  financial_record_on date,
  financial_record_words text,
  starts_on date,
  state text not null default 'being-written' check (state in ('being-written', 'standing', 'followed-by-a-later-one')),
  agreement text check (agreement in ('agree', 'partly', 'disagree')),
  agreement_words text,
  agreed_on date,
  follows uuid,
  written_by uuid,
  version integer not null default 1,
  words_version integer not null default 1,
  primary key (council_id, id),
  unique (council_id, conversation_id, number),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, conversation_id) references conversation,
  foreign key (council_id, follows) references plan,
  foreign key (council_id, written_by) references account,
  check (agreement is null or (agreed_on is not null and agreement_words is not null))
);
comment on table plan is 'The person''s plan, which the council also signs (Care Act 2014 s25).';
comment on column plan.version is 'Goes up with every change, needs and budget included: nobody agrees to a plan that changed under them.';
comment on column plan.words_version is 'Goes up when the plan''s own words change, so that adding a need does not disturb somebody writing.';
create index plan_person on plan (council_id, person_id, number desc);
create unique index plan_standing_once on plan (council_id, person_id) where state = 'standing';
create unique index plan_being_written_once on plan (council_id, person_id) where state = 'being-written';
call keep_within_council('plan');

create table plan_need (
  council_id integer not null,
  id uuid not null,
  plan_id uuid not null,
  position integer not null,
  need text not null,
  is_eligible boolean not null default false,
  met_by text not null check (met_by in ('self', 'family', 'group', 'paid', 'not-met')),
  who text not null,
  how text not null,
  owner_said_yes_on date,
  version integer not null default 1,
  primary key (council_id, id),
  foreign key (council_id, plan_id) references plan
);
comment on table plan_need is 'One need, set down before any decision or money, and how and by whom it is met. An unmet need stays on the page.';
create index plan_need_plan on plan_need (council_id, plan_id, position);
call keep_within_council('plan_need');

create table budget_part (
  council_id integer not null,
  id uuid not null,
  plan_id uuid not null,
  need_id uuid,
  position integer not null,
  what text not null,
  how_often text not null check (how_often in ('weekly', 'once')),
  council_pence integer not null check (council_pence >= 0),
  person_pence integer not null check (person_pence >= 0),
  primary key (council_id, id),
  foreign key (council_id, plan_id) references plan,
  foreign key (council_id, need_id) references plan_need
);
comment on table budget_part is 'A budget always shows its parts: what, the council''s share and the person''s (Care Act 2014 s26).';
create index budget_part_plan on budget_part (council_id, plan_id, position);
call keep_within_council('budget_part');

create table copy_sent (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  plan_id uuid,
  determination_id uuid,
  sent_on date not null,
  format text not null,
  to_whom text not null,
  sent_by uuid not null,
  primary key (council_id, id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, plan_id) references plan,
  foreign key (council_id, determination_id) references determination,
  foreign key (council_id, sent_by) references account,
  constraint a_copy_of_one_thing check (num_nonnulls(plan_id, determination_id) = 1)
);
comment on table copy_sent is 'A copy of a plan or a decision, to whom, when and in what format (Care Act 2014 s12, s13, s25).';
create index copy_sent_plan on copy_sent (council_id, plan_id) where plan_id is not null;
create index copy_sent_determination on copy_sent (council_id, determination_id) where determination_id is not null;
call keep_within_council('copy_sent');

create table support (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  plan_id uuid,
  kind text not null check (kind in ('ongoing', 'low-level', 'short-term', 'one-off')),
  what text not null,
  started_on date not null,
  ended_on date,
  weekly_pence integer not null default 0,
  is_made_up boolean not null default false,
  primary key (council_id, id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, plan_id) references plan,
  check (ended_on is null or ended_on >= started_on)
);
comment on table support is 'Support a person draws on. Only ongoing support counts as conversion (E3).';
create index support_person on support (council_id, person_id, started_on);
create index support_ongoing on support (council_id, started_on) where kind = 'ongoing';
call keep_within_council('support');
