-- The group's own page: who says they run it, what it needs, its dates by hand, thanks, and what anybody suggests.

create table claim (
  council_id integer not null,
  id uuid not null,
  listing_id uuid not null,
  wants_all boolean not null default false,
  name text not null,
  reach text not null,
  words text not null default '',
  made_at timestamptz not null,
  answer text check (answer in ('yes', 'no')),
  answer_why text,
  covers_all boolean not null default false,
  answered_by uuid,
  answered_at timestamptz,
  primary key (council_id, id),
  foreign key (council_id, listing_id) references listing,
  foreign key (council_id, answered_by) references account,
  constraint claim_answered_whole check (num_nulls(answer, answered_by, answered_at) in (0, 3)),
  constraint claim_no_says_why check (answer is distinct from 'no' or answer_why is not null),
  constraint claim_covers_after_yes check (not covers_all or answer = 'yes')
);
comment on table claim is 'Somebody says that they run a listing, or all of its organisation''s. An editor answers yes, or no with why; both stay.';
comment on column claim.reach is 'How to reach them, in their words: a telephone number or an e-mail address. Shown to editors only.';
comment on column claim.wants_all is 'They ask for all the listings of the organisation, not this one only.';
comment on column claim.covers_all is 'The yes is for all the organisation''s listings: its short address opens a page that lists them.';
create index claim_waiting on claim (council_id, made_at) where answered_at is null;
create index claim_answered on claim (council_id, answered_at desc) where answered_at is not null;
create index claim_listing on claim (council_id, listing_id);
create index claim_answered_by on claim (council_id, answered_by) where answered_by is not null;
call keep_within_council('claim');

create table suggestion (
  council_id integer not null references council,
  id uuid not null,
  kind text not null check (kind in ('missing', 'i-run-it', 'change')),
  listing_id uuid,
  words text not null,
  place text,
  when_words text,
  reach text,
  made_by uuid,
  made_at timestamptz not null,
  answer text check (answer in ('listed', 'joined', 'answered')),
  answer_words text,
  answered_by uuid,
  answered_at timestamptz,
  answer_listing_id uuid,
  primary key (council_id, id),
  foreign key (council_id, listing_id) references listing,
  foreign key (council_id, made_by) references account,
  foreign key (council_id, answered_by) references account,
  foreign key (council_id, answer_listing_id) references listing,
  constraint suggestion_change_of_something check ((kind = 'change') = (listing_id is not null)),
  constraint suggestion_answered_whole check (num_nulls(answer, answer_words, answered_by, answered_at) in (0, 4)),
  constraint suggestion_leads_somewhere check
    ((answer_listing_id is not null) = coalesce(answer in ('listed', 'joined'), false))
);
comment on table suggestion is 'Something missing, something new, or something to change, from anybody. Each gets an answer in words; none is deleted.';
comment on column suggestion.made_by is 'Null when somebody without an account sent it.';
comment on column suggestion.reach is 'How to answer them, when they said: shown to editors only.';
comment on column suggestion.answer_listing_id is 'The listing made of it, or the one that was there already.';
create index suggestion_waiting on suggestion (council_id, made_at) where answered_at is null;
create index suggestion_answered on suggestion (council_id, answered_at desc) where answered_at is not null;
create index suggestion_today on suggestion (council_id, made_at) where made_by is null;
create index suggestion_listing on suggestion (council_id, listing_id) where listing_id is not null;
create index suggestion_made_by on suggestion (council_id, made_by) where made_by is not null;
create index suggestion_answered_by on suggestion (council_id, answered_by) where answered_by is not null;
create index suggestion_answer_listing on suggestion (council_id, answer_listing_id) where answer_listing_id is not null;
call keep_within_council('suggestion');

create table group_need (
  council_id integer not null,
  id uuid not null,
  listing_id uuid not null,
  kind text not null check (kind in ('room', 'driver', 'tea', 'people', 'something else')),
  words text not null,
  since_on date not null,
  met_on date,
  met_words text,
  primary key (council_id, id),
  foreign key (council_id, listing_id) references listing,
  constraint need_met_after check (met_on is null or met_on >= since_on),
  constraint need_met_says check (met_words is null or met_on is not null)
);
comment on table group_need is 'What a group told us it needs: a room, a driver, somebody to make the tea, more people.';
comment on column group_need.met_words is 'How it was met, when the group said.';
create index group_need_open on group_need (council_id, listing_id, since_on) where met_on is null;
create index group_need_listing on group_need (council_id, listing_id);
call keep_within_council('group_need');

create table group_date (
  council_id integer not null,
  listing_id uuid not null,
  held_on date not null,
  is_on boolean not null,
  words text,
  primary key (council_id, listing_id, held_on),
  foreign key (council_id, listing_id) references listing
);
comment on table group_date is 'A date the group said by hand: on besides its usual days, or not on (a holiday) although it usually is.';
call keep_within_council('group_date');

create table thanks (
  council_id integer not null,
  id uuid not null,
  listing_id uuid not null,
  is_from_group boolean not null,
  words text not null,
  written_by uuid,
  written_at timestamptz not null,
  taken_down_at timestamptz,
  primary key (council_id, id),
  foreign key (council_id, listing_id) references listing,
  foreign key (council_id, written_by) references account,
  constraint thanks_whose check (is_from_group = (written_by is null))
);
comment on table thanks is 'Words to a group (what it changed for somebody, nobody named), and a story back from it.';
create index thanks_listing on thanks (council_id, listing_id, written_at desc) where taken_down_at is null;
create index thanks_listing_all on thanks (council_id, listing_id);
create index thanks_written_by on thanks (council_id, written_by) where written_by is not null;
call keep_within_council('thanks');

create table group_change (
  council_id integer not null,
  id uuid not null,
  listing_id uuid not null,
  who text not null,
  made_at timestamptz not null,
  lines jsonb not null,
  was jsonb not null,
  version_after integer not null,
  undone_at timestamptz,
  primary key (council_id, id),
  foreign key (council_id, listing_id) references listing
);
comment on table group_change is 'What a group changed on its page in one Save, in words, and what stood there before, so that the last can be undone.';
comment on column group_change.lines is 'Each change as it is told: what, from, to.';
comment on column group_change.was is 'The fields as they were, to put back.';
comment on column group_change.version_after is 'The listing''s version after it: while that stands nobody changed it since, and it may be undone.';
create index group_change_last on group_change (council_id, listing_id, made_at desc);
call keep_within_council('group_change');
