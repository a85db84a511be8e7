-- Direct payments, financial assessments, and catch-ups on how the plan is going (P2, P3).

create table financial_assessment (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  conversation_id uuid not null,
  done_on date not null,
  how text not null check (how in ('full', 'light-touch', 'declined')),
  weekly_pence integer check (weekly_pence >= 0),
  words text not null,
  from_on date not null,
  done_by uuid not null,
  replaced_by uuid,
  primary key (council_id, id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, conversation_id) references conversation,
  foreign key (council_id, done_by) references account,
  foreign key (council_id, replaced_by) references financial_assessment,
  constraint declined_has_no_share check ((how = 'declined') = (weekly_pence is null))
);
comment on table financial_assessment is 'Care Act 2014 s17: the written record of what somebody would pay and how it was worked out. Never before conversation 3 (C3-5, F5).';
comment on column financial_assessment.weekly_pence is 'The most they pay each week; null where they would rather not say, and pay the full cost.';
comment on column financial_assessment.how is 'declined: they would rather not say, and pay the full cost.';
comment on column financial_assessment.replaced_by is 'The later one, which counts from its own from_on; this one is kept.';
alter table plan no force row level security;
alter table budget_part no force row level security;
insert into financial_assessment (council_id, id, person_id, conversation_id, done_on, how, weekly_pence, words, from_on, done_by)
  select p.council_id, gen_random_uuid(), p.person_id, p.conversation_id, p.financial_record_on, 'light-touch',
    coalesce((select sum(b.person_pence) from budget_part b
      where b.council_id = p.council_id and b.plan_id = p.id and b.how_often = 'weekly'), 0),
    coalesce(p.financial_record_words, ''), p.financial_record_on, p.written_by
  from plan p where p.financial_record_on is not null and p.written_by is not null;
alter table plan drop column financial_record_on, drop column financial_record_words;
alter table plan force row level security;
alter table budget_part force row level security;
create index financial_assessment_person on financial_assessment (council_id, person_id, done_on desc);
create index financial_assessment_conversation on financial_assessment (council_id, conversation_id);
create index financial_assessment_replaced on financial_assessment (council_id, replaced_by) where replaced_by is not null;
call keep_within_council('financial_assessment');

create table financial_line (
  council_id integer not null,
  id uuid not null,
  financial_assessment_id uuid not null,
  position integer not null,
  side text not null check (side in ('coming-in', 'left-out', 'kept', 'costs')),
  what text not null,
  weekly_pence integer not null check (weekly_pence >= 0),
  primary key (council_id, id),
  foreign key (council_id, financial_assessment_id) references financial_assessment
);
comment on table financial_line is 'The working: what comes in, what is left out by law, what they must be left with, and what disability costs them. Figures are typed from the regulations of the year; none is fixed here.';
create index financial_line_assessment on financial_line (council_id, financial_assessment_id, position);
call keep_within_council('financial_line');

create table direct_payment (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  plan_id uuid not null,
  asked_or_offered text not null check (asked_or_offered in ('asked', 'offered')),
  agreed_on date not null,
  purpose text not null,
  weekly_pence integer not null check (weekly_pence >= 0),
  managed_by text not null check (managed_by in ('self', 'nominated', 'authorised')),
  manager_name text,
  conditions text not null default '',
  first_paid_on date,
  ended_on date,
  ended_because text,
  needs_met_then text,
  agreed_by uuid not null,
  version integer not null default 1,
  primary key (council_id, id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, plan_id) references plan,
  foreign key (council_id, agreed_by) references account,
  check (managed_by = 'self' or manager_name is not null),
  check (ended_on is null or (ended_because is not null and needs_met_then is not null))
);
comment on table direct_payment is 'Care Act 2014 ss31-33: money to arrange it themselves, for a purpose in words and not in categories.';
comment on column direct_payment.managed_by is 'nominated: somebody the person chose; authorised: somebody who may when the person cannot decide it (s32).';
comment on column direct_payment.needs_met_then is 'P1: how the same needs are met from the day the payment ends.';
comment on column direct_payment.first_paid_on is 'P2: the clock of its own catch-ups starts here.';
create index direct_payment_person on direct_payment (council_id, person_id);
create index direct_payment_plan on direct_payment (council_id, plan_id);
create index direct_payment_running on direct_payment (council_id, first_paid_on) where ended_on is null;
call keep_within_council('direct_payment');

create table catch_up_request (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  team_id uuid,
  asked_on date not null,
  asked_by text not null,
  words text not null,
  answer text check (answer in ('yes', 'no')),
  answered_on date,
  answer_words text,
  day_set date,
  told_how_to_challenge boolean not null default false,
  answered_by uuid,
  primary key (council_id, id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, team_id) references team,
  foreign key (council_id, answered_by) references account,
  check (answer is null or answered_on is not null),
  check (answer is distinct from 'yes' or day_set is not null),
  check (answer is distinct from 'no' or (answer_words is not null and told_how_to_challenge))
);
comment on table catch_up_request is 'P2, Care Act 2014 s27(1)(b): somebody asks how the plan is going. Answered with a day, or with why not.';
create index catch_up_request_person on catch_up_request (council_id, person_id, asked_on desc);
create index catch_up_request_open on catch_up_request (council_id, asked_on) where answer is null;
call keep_within_council('catch_up_request');

create table catch_up (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  plan_id uuid not null,
  direct_payment_id uuid,
  request_id uuid,
  why text not null check (why in ('due', 'they-asked', 'something-changed', 'a-carer-changed', 'a-concern')),
  held_on date not null,
  is_light boolean not null default false,
  persons_view text not null,
  going_well text not null default '',
  not_going_well text not null default '',
  comes_of_it text not null check (comes_of_it in ('nothing-changes', 'small-change', 'look-again', 'urgent-help')),
  comes_of_it_words text not null default '',
  entry_id uuid,
  held_by uuid not null,
  primary key (council_id, id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, plan_id) references plan,
  foreign key (council_id, direct_payment_id) references direct_payment,
  foreign key (council_id, request_id) references catch_up_request,
  foreign key (council_id, entry_id) references entry,
  foreign key (council_id, held_by) references account
);
comment on table catch_up is 'P2: a catch-up on how the plan is going. P3: why it was held is one of five; what anything costs is none of them.';
comment on column catch_up.comes_of_it is 'look-again: a new needs assessment conversation, the only way to a smaller plan (P1).';
create index catch_up_person on catch_up (council_id, person_id, held_on desc);
create index catch_up_plan on catch_up (council_id, plan_id, held_on desc);
create index catch_up_direct_payment on catch_up (council_id, direct_payment_id, held_on desc) where direct_payment_id is not null;
create index catch_up_request_held on catch_up (council_id, request_id) where request_id is not null;
create index catch_up_entry on catch_up (council_id, entry_id) where entry_id is not null;
call keep_within_council('catch_up');
