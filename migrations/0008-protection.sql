-- Safeguarding beside any conversation (N2) and advocates (N3).

create table enquiry (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  conversation_id uuid,
  team_id uuid,
  has_needs text not null check (has_needs in ('yes', 'suspected', 'no')),
  at_risk text not null check (at_risk in ('yes', 'suspected', 'no')),
  cannot_protect text not null check (cannot_protect in ('yes', 'suspected', 'no')),
  words text not null,
  told_by text not null,
  why_not text,
  is_safe_now text check (is_safe_now in ('yes', 'no', 'unsure')),
  done_at_once text not null default '',
  fact_id uuid,
  answered_by uuid not null,
  answered_at timestamptz not null,
  opened_at timestamptz,
  outcomes_asked_on date,
  could_not_ask_because text,
  lead_id uuid not null,
  what_was_done text not null default '',
  ended_on date,
  persons_view text,
  risk_now text check (risk_now in ('gone', 'less', 'the-same')),
  version integer not null default 1,
  primary key (council_id, id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, conversation_id) references conversation,
  foreign key (council_id, team_id) references team,
  foreign key (council_id, lead_id) references account,
  foreign key (council_id, answered_by) references account,
  foreign key (council_id, fact_id) references fact,
  check ((opened_at is null) = (has_needs = 'no' or at_risk = 'no' or cannot_protect = 'no'))
);
comment on table enquiry is 'N2, Care Act 2014 s42: three answers with a time. Three times yes or suspected opens an enquiry the same minute, whatever conversation is open; any no keeps the answers and opens none.';
comment on column enquiry.opened_at is 'The minute the third answer was given; null when one of them was no.';
comment on column enquiry.why_not is 'Why one of the answers was no; null when none was, or when only the marked words say so.';
comment on column enquiry.fact_id is 'The words these answers were marked in, when they were; null when they were given on the page of their own.';
create unique index enquiry_fact on enquiry (council_id, fact_id);
create index enquiry_conversation on enquiry (council_id, conversation_id);
create index enquiry_person on enquiry (council_id, person_id, answered_at desc);
create index enquiry_open on enquiry (council_id, team_id, opened_at) where opened_at is not null and ended_on is null;
call keep_within_council('enquiry');

create table enquiry_outcome (
  council_id integer not null,
  id uuid not null,
  enquiry_id uuid not null,
  position integer not null,
  wanted text not null,
  said_on date not null,
  is_met text check (is_met in ('fully', 'partly', 'not')),
  is_met_words text,
  primary key (council_id, id),
  foreign key (council_id, enquiry_id) references enquiry
);
comment on table enquiry_outcome is 'What the person wants to come of it, in their words, asked first; at the end each is fully, partly or not met (Making Safeguarding Personal).';
create index enquiry_outcome_enquiry on enquiry_outcome (council_id, enquiry_id, position);
call keep_within_council('enquiry_outcome');

create table enquiry_step (
  council_id integer not null,
  id uuid not null,
  enquiry_id uuid not null,
  at timestamptz not null,
  account_id uuid not null,
  who text not null,
  words text not null,
  due_on date,
  done_on date,
  primary key (council_id, id),
  foreign key (council_id, enquiry_id) references enquiry,
  foreign key (council_id, account_id) references account
);
comment on table enquiry_step is 'What was done, or will be and by when, in an enquiry.';
comment on column enquiry_step.who is 'Who does it, as people say it: me, the police, her GP. account_id is who wrote it down.';
create index enquiry_step_enquiry on enquiry_step (council_id, enquiry_id, at);
call keep_within_council('enquiry_step');

create table involvement (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  looked_on date not null,
  understanding boolean not null,
  retaining boolean not null,
  weighing boolean not null,
  communicating boolean not null,
  words text not null,
  appropriate_person text,
  appropriate_relation text,
  appropriate_agreed_on date,
  appropriate_person_agreed boolean,
  appropriate_is_paid boolean,
  has_long_stay_ahead boolean not null default false,
  has_disagreement boolean not null default false,
  considered text,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (council_id, id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, recorded_by) references account
);
comment on table involvement is 'N3, Care Act 2014 s67(4): in which of four things the person would have substantial difficulty, and who appropriate can support them. The latest stands; older ones are kept.';
comment on column involvement.appropriate_person_agreed is 'Whether the person agrees to be supported by them (s67(6)).';
comment on column involvement.appropriate_is_paid is 'Whether they are paid to care for the person or are involved as a professional, and so cannot be the one (s67(6)).';
comment on column involvement.has_long_stay_ahead is 'Hospital for 28 days or a care home for 8 weeks is ahead: an advocate is considered anyway (SI 2014/2824 reg 4).';
comment on column involvement.has_disagreement is 'The council and the one who supports them disagree about something that matters: the same.';
comment on column involvement.considered is 'What was thought about an advocate although somebody appropriate supports them.';
create index involvement_person on involvement (council_id, person_id, looked_on desc, recorded_at desc);
call keep_within_council('involvement');

create table advocate (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  what_for text not null,
  asked_on date not null,
  asked_of text not null,
  name text,
  in_place_on date,
  ended_on date,
  ended_because text,
  recorded_by uuid not null,
  version integer not null default 1,
  primary key (council_id, id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, recorded_by) references account,
  check (in_place_on is null or name is not null)
);
comment on table advocate is 'N3: an independent advocate, asked for, in place, and gone again. Nothing is assessed, made or changed without one where one is required, save urgent help.';
create index advocate_person on advocate (council_id, person_id, asked_on desc);
create index advocate_waited_for on advocate (council_id, asked_on) where in_place_on is null and ended_on is null;
call keep_within_council('advocate');
