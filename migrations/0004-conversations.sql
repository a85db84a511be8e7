-- Conversations 1, 2 and 3, what was said in them, and what the rules need to know.

create table rule_set (
  council_id integer not null references council,
  id uuid not null,
  name text not null,
  starts_on date not null,
  agreed_by text not null,
  rules jsonb not null default '{}',
  primary key (council_id, id)
);
comment on table rule_set is 'A site''s practice rules and rhythms as dated data, with who agreed them. A conversation keeps the set it opened under.';
comment on column rule_set.rules is 'Only numbers that differ from the defaults in conversations/rule-set.ts.';
call keep_within_council('rule_set');

create table conversation (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  kind smallint not null check (kind in (1, 2, 3)),
  team_id uuid,
  rule_set_id uuid,
  opened_at timestamptz not null,
  opened_on date not null generated always as ((opened_at at time zone 'Europe/London')::date) stored,
  opened_by uuid,
  resting_on date,
  named_account_id uuid,
  cover_account_id uuid,
  opened_by_exception text check (opened_by_exception in
    ('moved-in-with-support', 'long-term-support-in-place', 'end-of-life', 's117', 'court-order', 'asked-for-a-determination')),
  how_to_come_back text,
  check_back_on date,
  check_back_declined boolean not null default false,
  what_changed text,
  persons_view text,
  what_next text check (what_next in ('resting', 'conversation-3')),
  version integer not null default 1,
  is_made_up boolean not null default false,
  primary key (council_id, id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, team_id) references team,
  foreign key (council_id, rule_set_id) references rule_set,
  foreign key (council_id, opened_by) references account,
  foreign key (council_id, named_account_id) references account,
  foreign key (council_id, cover_account_id) references account,
  constraint named_person_in_conversation_2 check (kind <> 2 or is_made_up or (named_account_id is not null and cover_account_id is not null and named_account_id <> cover_account_id)),
  constraint no_named_person_elsewhere check (kind = 2 or (named_account_id is null and cover_account_id is null))
);
comment on table conversation is 'A thread on one person''s story. Nothing closes: it rests, with how to come back (R1).';
comment on column conversation.named_account_id is 'C2-2: exactly one while conversation 2 is open; outside it the team answers.';
create unique index conversation_2_once on conversation (council_id, person_id) where kind = 2 and resting_on is null;
comment on index conversation_2_once is 'C2-2: a person has at most one open conversation 2, whatever two browsers do at once.';
create index conversation_person on conversation (council_id, person_id, opened_at desc);
create index conversation_open on conversation (council_id, team_id, kind) where resting_on is null;
create index conversation_check_back on conversation (council_id, team_id, check_back_on) where check_back_on is not null;
create index conversation_check_back_opener on conversation (council_id, opened_by, check_back_on) where check_back_on is not null;
call keep_within_council('conversation');

create table entry (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  conversation_id uuid not null,
  author_id uuid,
  happened_at timestamptz not null,
  place text not null default '',
  with_whom text not null default '',
  is_with_person boolean not null,
  said text not null default '',
  noticed text not null default '',
  think text not null default '',
  agreed text not null default '',
  adds_to uuid,
  reason text,
  signed_at timestamptz not null,
  primary key (council_id, id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, conversation_id) references conversation,
  foreign key (council_id, author_id) references account,
  foreign key (council_id, adds_to) references entry,
  check (said || noticed || think || agreed <> ''),
  check (adds_to is null or reason is not null)
);
comment on table entry is 'What was written about a conversation: their words, what I noticed, what I think, what we agreed. Never changed; a later entry adds to it with a reason.';
create index entry_person on entry (council_id, person_id, happened_at desc);
create index entry_conversation on entry (council_id, conversation_id, happened_at desc);
call keep_within_council('entry');
call keep_as_written('entry');

create table draft (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  account_id uuid not null,
  fields jsonb not null,
  version integer not null default 1,
  begun_at timestamptz not null,
  saved_at timestamptz not null,
  primary key (council_id, id),
  unique (council_id, account_id, person_id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, account_id) references account
);
comment on table draft is 'Unfinished writing, kept as typed, valid or not. Only its writer sees it.';
create index draft_account on draft (council_id, account_id, saved_at desc);
call keep_within_council('draft');

create table fact (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  conversation_id uuid not null,
  entry_id uuid not null,
  voice text not null check (voice in ('said', 'noticed', 'think', 'agreed')),
  starts_at integer not null check (starts_at >= 0),
  ends_at integer not null,
  phrase text not null,
  kind text not null,
  details jsonb not null default '{}',
  happened_on date not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  replaces uuid,
  is_current boolean not null default true,
  primary key (council_id, id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, conversation_id) references conversation,
  foreign key (council_id, entry_id) references entry,
  foreign key (council_id, recorded_by) references account,
  foreign key (council_id, replaces) references fact,
  check (ends_at > starts_at)
);
comment on table fact is 'A legal fact tagged out of the words. It keeps the words, where they stand and the day; a correction keeps the old.';
comment on column fact.kind is 'One of the kinds in conversations/facts.ts, such as what-matters or declined.';
create index fact_conversation on fact (council_id, conversation_id) where is_current;
create index fact_entry on fact (council_id, entry_id);
create index fact_person on fact (council_id, person_id, kind) where is_current;
call keep_within_council('fact');

create table crisis_plan (
  council_id integer not null,
  conversation_id uuid not null,
  person_id uuid not null,
  must_change text not null,
  safety_note text not null,
  steady_looks_like text not null default '',
  todays_one_thing text not null default '',
  today_account_id uuid,
  today_on date,
  next_contact_at timestamptz,
  state text not null default 'holding' check (state in ('holding', 'steadier', 'ready-to-end')),
  went_on_at timestamptz,
  went_on_because text,
  changed_by uuid,
  version integer not null default 1,
  primary key (council_id, conversation_id),
  foreign key (council_id, conversation_id) references conversation,
  foreign key (council_id, person_id) references person,
  foreign key (council_id, today_account_id) references account,
  foreign key (council_id, changed_by) references account,
  check ((went_on_at is null) = (went_on_because is null))
);
comment on table crisis_plan is 'Conversation 2: what must change now, kept short and re-read with the person.';
comment on column crisis_plan.today_on is 'The day that today''s one thing, and who has it, were said for; on another day they no longer hold.';
comment on column crisis_plan.went_on_at is 'C2-6: when it last went on, with a reason peers had heard.';
call keep_within_council('crisis_plan');

create table crisis_contact (
  council_id integer not null,
  id uuid not null,
  conversation_id uuid not null,
  person_id uuid not null,
  account_id uuid,
  at timestamptz not null,
  line text not null,
  is_with_person boolean not null default true,
  reread_plan boolean not null default false,
  primary key (council_id, id),
  foreign key (council_id, conversation_id) references conversation,
  foreign key (council_id, person_id) references person,
  foreign key (council_id, account_id) references account
);
comment on table crisis_contact is 'A contact in conversation 2, logged in one line.';
comment on column crisis_contact.reread_plan is 'The crisis plan was read again with the person (C2-4).';
create index crisis_contact_conversation on crisis_contact (council_id, conversation_id, at desc);
call keep_within_council('crisis_contact');

create table small_money (
  council_id integer not null,
  id uuid not null,
  conversation_id uuid not null,
  person_id uuid not null,
  account_id uuid,
  spent_on date not null,
  amount_pence integer not null check (amount_pence > 0),
  what_for text not null,
  what_it_changed text not null default '',
  primary key (council_id, id),
  foreign key (council_id, conversation_id) references conversation,
  foreign key (council_id, person_id) references person,
  foreign key (council_id, account_id) references account
);
comment on table small_money is 'C2-5: spent without asking first, seen by peers afterwards.';
create index small_money_conversation on small_money (council_id, conversation_id, spent_on);
call keep_within_council('small_money');

create table named_person_change (
  council_id integer not null,
  id uuid not null,
  conversation_id uuid not null,
  from_account_id uuid not null,
  to_account_id uuid not null,
  asked_at timestamptz not null,
  sentence text not null,
  from_yes_at timestamptz,
  to_yes_at timestamptz,
  from_said_not_now_at timestamptz,
  to_said_not_now_at timestamptz,
  primary key (council_id, id),
  foreign key (council_id, conversation_id) references conversation,
  foreign key (council_id, from_account_id) references account,
  foreign key (council_id, to_account_id) references account
);
comment on table named_person_change is 'C2-2: the named person changes only when both have said yes.';
create unique index named_person_change_open on named_person_change (council_id, conversation_id)
  where (from_yes_at is null or to_yes_at is null) and from_said_not_now_at is null and to_said_not_now_at is null;
create index named_person_change_asked on named_person_change (council_id, to_account_id)
  where (from_yes_at is null or to_yes_at is null) and from_said_not_now_at is null and to_said_not_now_at is null;
call keep_within_council('named_person_change');

create table peer_share (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  conversation_id uuid,
  purpose text not null check (purpose in ('sharing', 'peer-test', 'team-talk')),
  shared_on date not null,
  shared_at timestamptz not null,
  presenter_id uuid,
  person_was_invited boolean not null default false,
  what_we_heard text not null default '',
  why_1_used_up text,
  why_2_used_up text,
  primary key (council_id, id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, conversation_id) references conversation,
  foreign key (council_id, presenter_id) references account,
  check (purpose <> 'peer-test' or (why_1_used_up is not null and why_2_used_up is not null))
);
comment on table peer_share is 'A short, dated exchange on a person''s story. There is no panel.';
create index peer_share_person on peer_share (council_id, person_id, shared_at desc);
call keep_within_council('peer_share');

create table peer_share_attendee (
  council_id integer not null,
  peer_share_id uuid not null,
  account_id uuid not null,
  primary key (council_id, peer_share_id, account_id),
  foreign key (council_id, peer_share_id) references peer_share,
  foreign key (council_id, account_id) references account
);
comment on table peer_share_attendee is 'Who was there.';
call keep_within_council('peer_share_attendee');

create table refused_attempt (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  account_id uuid not null,
  at timestamptz not null,
  tried text not null,
  rule text not null,
  because text not null,
  satisfy_by text not null,
  primary key (council_id, id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, account_id) references account
);
comment on table refused_attempt is 'Something a rule said not yet to: which rule and what would satisfy it. Kept for learning.';
create index refused_attempt_person on refused_attempt (council_id, person_id, at desc);
call keep_within_council('refused_attempt');

create view person_now with (security_invoker = true) as
  select c.council_id, c.person_id, c.id as conversation_id, c.kind, c.opened_at, c.opened_by_exception,
         named.name as named_person, cover.name as cover, t.name as team
  from conversation c
  left join account named on named.council_id = c.council_id and named.id = c.named_account_id
  left join account cover on cover.council_id = c.council_id and cover.id = c.cover_account_id
  left join team t on t.council_id = c.council_id and t.id = c.team_id
  where c.resting_on is null;
comment on view person_now is 'Conversations open with a person, for the person page.';

create view tagged_fact with (security_invoker = true) as
  select council_id, person_id, conversation_id, entry_id, id, voice, starts_at, ends_at, kind, phrase, happened_on, details
  from fact where is_current;
comment on view tagged_fact is 'Facts as the timeline shows them: underlined in the sentence they came from.';
