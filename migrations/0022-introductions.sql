-- Introductions that happen: what of a person may leave, line by line; what the group answered; who goes along; what
-- was said of how it went; and small local money.

alter table introduction
  add column comes_from date,
  add column group_asked_on date,
  add column group_asked_way text check (group_asked_way in ('page', 'e-mail', 'phone', 'in-person')),
  add column group_answer text check (group_answer in ('yes', 'not-now', 'no')),
  add column group_answered_on date,
  add column group_answer_words text,
  add column group_answered_by text,
  add column group_not_before date,
  add column along_name text,
  add column along_as text check (along_as in ('worker', 'volunteer', 'neighbour')),
  add column along_on date,
  add column along_where text,
  add constraint introduction_asked_whole check ((group_asked_on is null) = (group_asked_way is null)),
  add constraint introduction_answered_whole check (num_nulls(group_answer, group_answered_on, group_answered_by) in (0, 3)),
  add constraint introduction_not_before check (group_not_before is null or coalesce(group_answer = 'not-now', false)),
  add constraint introduction_along_named check (num_nulls(along_name, along_as) in (0, 2)
    and (along_name is not null or num_nulls(along_on, along_where) = 2)),
  add constraint introduction_went_after check (went_on >= introduced_on and still_going_30_on >= went_on
    and still_going_90_on >= went_on);
comment on column introduction.comes_from is 'Would like to come from this day; null when any day the group meets will do.';
comment on column introduction.group_asked_way is 'page: the question waits on the group''s own page. The others besides: by e-mail (naming nobody), by phone, in person.';
comment on column introduction.group_answer is 'The group''s own. Only its yes goes beyond what it welcomes. Asked again, it is null until it answers.';
comment on column introduction.group_answered_by is 'Who said so, in words: "the group, on its page", "Sandra, to Rowan".';
comment on column introduction.group_not_before is '"Not before May": the first day they would welcome somebody.';
comment on column introduction.along_name is 'Who goes along, by name, and as what: a worker, a volunteer of the group, a neighbour.';
create index introduction_introduced on introduction (council_id, listing_id, introduced_on) where introduced_on is not null;

create table introduction_line (
  council_id integer not null,
  id uuid not null,
  introduction_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('first-name', 'phone', 'what-to-know', 'getting-in', 'how-to-meet', 'something-else')),
  words text not null,
  written_by uuid,
  written_at timestamptz not null,
  answer text check (answer in ('yes', 'no')),
  answered_at timestamptz,
  answer_words text,
  told_on date,
  withdrawn_at timestamptz,
  withdrawn_words text,
  primary key (council_id, id),
  foreign key (council_id, introduction_id) references introduction,
  foreign key (council_id, person_id) references person,
  foreign key (council_id, written_by) references account,
  constraint line_answered_whole check (num_nulls(answer, answered_at, answer_words) in (0, 3)),
  constraint line_withdrawn_after_yes check (withdrawn_at is null or (coalesce(answer = 'yes', false) and withdrawn_at >= answered_at)),
  constraint line_withdrawn_says check (withdrawn_words is null or withdrawn_at is not null),
  constraint line_told_after_yes check (told_on is null or coalesce(answer = 'yes', false))
);
comment on table introduction_line is
  'One thing about the person that the group may be told, in exactly these words, once they said yes to it; until they take it back. With none, the group hears only that somebody would like to come.';
comment on column introduction_line.answer is 'The person''s own answer to this line; null while nobody has asked them.';
comment on column introduction_line.answer_words is 'How they said it.';
comment on column introduction_line.told_on is 'The day the group was first told it.';
create index introduction_line_introduction on introduction_line (council_id, introduction_id, written_at);
create index introduction_line_person on introduction_line (council_id, person_id);
create index introduction_line_written_by on introduction_line (council_id, written_by) where written_by is not null;
call keep_within_council('introduction_line');

create table introduction_said (
  council_id integer not null,
  id uuid not null,
  introduction_id uuid not null,
  person_id uuid not null,
  who text not null check (who in ('person', 'group', 'along', 'us')),
  what text not null check (what in ('went', 'still-going', 'not-going')),
  happened_on date not null,
  words text,
  told_at timestamptz not null,
  told_to uuid,
  primary key (council_id, id),
  foreign key (council_id, introduction_id) references introduction,
  foreign key (council_id, person_id) references person,
  foreign key (council_id, told_to) references account,
  constraint said_by_now check (happened_on <= (told_at at time zone 'Europe/London')::date)
);
comment on table introduction_said is
  'Who said what of how it went. The person''s answer and the group''s may differ, and both stay.';
comment on column introduction_said.who is 'person: they said so; group; along: whoever went along; us: a worker saw it.';
comment on column introduction_said.told_to is 'Null when the group said it on its own page.';
create index introduction_said_introduction on introduction_said (council_id, introduction_id, told_at);
create index introduction_said_person on introduction_said (council_id, person_id);
create index introduction_said_told_to on introduction_said (council_id, told_to) where told_to is not null;
call keep_within_council('introduction_said');

create table introduction_money (
  council_id integer not null,
  id uuid not null,
  introduction_id uuid not null,
  person_id uuid not null,
  given_on date not null,
  amount_pence integer not null check (amount_pence > 0),
  what_for text not null,
  purpose text not null,
  given_by uuid,
  what_it_changed text,
  changed_on date,
  primary key (council_id, id),
  foreign key (council_id, introduction_id) references introduction,
  foreign key (council_id, person_id) references person,
  foreign key (council_id, given_by) references account,
  constraint money_changed_whole check ((what_it_changed is null) = (changed_on is null)),
  constraint money_changed_after check (changed_on >= given_on)
);
comment on table introduction_money is
  'Small local money that lets an introduction happen: a taxi, a first month''s fee. Given without asking first, within a yearly limit; seen by peers afterwards.';
comment on column introduction_money.purpose is 'What it makes possible.';
create index introduction_money_introduction on introduction_money (council_id, introduction_id, given_on);
create index introduction_money_person on introduction_money (council_id, person_id, given_on);
create index introduction_money_given on introduction_money (council_id, given_on desc, id desc);
create index introduction_money_given_by on introduction_money (council_id, given_by) where given_by is not null;
call keep_within_council('introduction_money');

alter table listing
  add column welcomes_a_month smallint check (welcomes_a_month between 0 and 100),
  add column welcomes_until date,
  add constraint listing_welcomes_until check (welcomes_until is null or welcomes_a_month is not null);
comment on column listing.welcomes_a_month is 'How many newcomers we introduce that the group welcomes in a month, when it said; null: it set no number.';
comment on column listing.welcomes_until is 'The last day for which that number holds; null: until it says otherwise.';
