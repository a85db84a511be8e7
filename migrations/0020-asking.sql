-- "Is this still right?": who is asked, how, when, and what came of it; and the mail that goes out.
--
-- listing carries no row security, so it gets only what anybody may know: how it stands, and when it is asked next.
-- How a group is reached, and by whom, is somebody's telephone number or e-mail address: asking_way is kept within
-- the council as what is about people is.

alter table listing
  add column paused_from date,
  add column paused_until date,
  add column paused_words text,
  add column only_until date,
  add column next_ask_on date,
  add column asks_unanswered smallint not null default 0 check (asks_unanswered between 0 and 3),
  add column term_ends jsonb not null
    generated always as (jsonb_path_query_array(particulars, '$.schedules[*].validTo ? (@ != null)')) stored,
  add constraint listing_paused check (paused_from is not null or (paused_until is null and paused_words is null)),
  add constraint listing_paused_until check (paused_until > paused_from);
comment on column listing.paused_from is 'Paused from this day until paused_until, when it is on again by itself; without an end, until somebody says so.';
comment on column listing.only_until is 'It is only for now: the last day it is on. Not shown after it.';
comment on column listing.next_ask_on is 'Not asked whether it is still right before this day, whatever else; null when never asked.';
comment on column listing.asks_unanswered is 'Of the round that is open: 1 asked, 2 asked again, 3 somebody is asked to ring; 0 when nothing waits for an answer.';
comment on column listing.term_ends is 'The days its schedules run out: a group is asked a little before.';
create index listing_unanswered on listing (council_id, fresh_on) where asks_unanswered > 0 and state = 'listed';

create table asking_way (
  council_id integer not null,
  listing_id uuid not null,
  way text check (way in ('e-mail', 'post', 'phone')),
  ask_to text,
  who text,
  steward_id uuid,
  version integer not null default 1,
  primary key (council_id, listing_id),
  foreign key (council_id, listing_id) references listing,
  foreign key (council_id, steward_id) references account,
  constraint asking_way_to check ((way is null) = (ask_to is null))
);
comment on table asking_way is 'How a group wants to be asked whether its listing is still right, and who rings when it does not answer. Not public.';
comment on column asking_way.way is 'Null when it is not known: then nothing is sent, and the steward finds out.';
comment on column asking_way.ask_to is 'The e-mail address, the telephone number, or the postal address in lines. Listings with the same one are asked together.';
comment on column asking_way.who is 'Whom to ask for, in the group''s own words.';
comment on column asking_way.steward_id is 'The account that rings. Null: whoever looks after the district, else the directory''s editors.';
create index asking_way_to on asking_way (council_id, way, ask_to);
create index asking_way_steward on asking_way (council_id, steward_id) where steward_id is not null;
call keep_within_council('asking_way');

create table steward (
  council_id integer not null references council,
  district text not null,
  account_id uuid not null,
  primary key (council_id, district),
  foreign key (council_id, account_id) references account
);
comment on table steward is 'Who looks after the listings of a postcode district, such as ZZ1: rings those that have not answered.';
create index steward_account on steward (council_id, account_id);
call keep_within_council('steward');

create table asking (
  council_id integer not null,
  id uuid not null,
  listing_id uuid not null,
  round_id uuid not null,
  together_id uuid not null,
  nth smallint not null check (nth between 1 and 4),
  way text not null check (way in ('e-mail', 'post', 'phone')),
  asked_on date not null,
  card_code text,
  card_by date,
  posted_on date,
  tries smallint not null default 0,
  tried_on date,
  answer text check (answer in ('yes', 'changed', 'paused', 'full', 'stopped', 'silence')),
  answered_on date,
  answered_by text,
  primary key (council_id, id),
  foreign key (council_id, listing_id) references listing,
  constraint asking_answered_whole check ((answer is null) = (answered_on is null)),
  constraint asking_answered_by check (answer is null or answer = 'silence' or answered_by is not null)
);
comment on table asking is 'Each time a group was asked whether its listing is still right: first, again, by a steward''s ringing, and what came of it.';
comment on column asking.round_id is 'What was asked, asked again and rung about in one go has one round.';
comment on column asking.together_id is 'Listings asked about in one message.';
comment on column asking.nth is '1 asked, 2 asked again, 3 a steward rings, 4 told that it was hidden. Those it does not know how to ask begin with a steward: 1 by phone.';
comment on column asking.card_code is 'The short address to print on the card. Only its hash is kept once the card is in the post.';
comment on column asking.tries is 'How often a steward rang and nobody answered.';
comment on column asking.answered_by is 'Who answered, in words: "the group", "Rowan, who rang", "its source".';
create unique index asking_open on asking (council_id, listing_id) where answered_on is null;
create index asking_listing on asking (council_id, listing_id, asked_on desc);
create index asking_together on asking (council_id, together_id);
create index asking_waits on asking (council_id, way, asked_on) where answered_on is null;
call keep_within_council('asking');

create function answer_asking() returns trigger language plpgsql as $$
begin
  if new.fresh_on <= coalesce(old.fresh_on, '-infinity'::date) then return null; end if;
  update asking a set answer = 'yes', answered_on = new.fresh_on,
      answered_by = case when new.checked_on is distinct from old.checked_on then coalesce(new.checked_by, 'somebody') else 'its source' end
    where a.council_id = new.council_id and a.listing_id = new.id and a.answered_on is null;
  update listing l set asks_unanswered = 0,
      state = case when is_silent then 'listed' else l.state end,
      state_why = case when is_silent then null else l.state_why end,
      state_since = case when is_silent then null else l.state_since end,
      rested_by = case when is_silent then null else l.rested_by end
    from (select new.state = 'hidden' and new.rested_by = 'silence' as is_silent) s
    where l.council_id = new.council_id and l.id = new.id;
  return null;
end $$;
comment on function answer_asking() is
  'However a listing came to be checked (its own page, a link, a call, a visit, its source), that is the answer to what was asked, and brings back what only silence had hidden.';
create trigger listing_answered after update of checked_on, assured_on on listing for each row
  when (new.fresh_on is distinct from old.fresh_on and (old.asks_unanswered > 0 or old.rested_by = 'silence'))
  execute function answer_asking();

create table outgoing_mail (
  council_id integer not null references council,
  id uuid not null,
  reference text not null,
  mail_to text not null,
  subject text not null,
  words text,
  made_at timestamptz not null,
  send_after timestamptz not null,
  sent_at timestamptz,
  given_up_at timestamptz,
  tries smallint not null default 0,
  last_problem text,
  primary key (council_id, id),
  unique (council_id, reference)
);
comment on table outgoing_mail is 'Letters waiting to be sent by e-mail, written in the transaction that they tell of, and those that were.';
comment on column outgoing_mail.reference is 'What it is about: written twice, it is one letter, and sent once.';
comment on column outgoing_mail.words is 'Gone once it was sent, except in a demonstration: it may hold somebody''s short address.';
comment on column outgoing_mail.last_problem is 'What the mail server answered, without addresses.';
create index outgoing_mail_waits on outgoing_mail (council_id, send_after) where sent_at is null and given_up_at is null;
create index outgoing_mail_made on outgoing_mail (council_id, made_at desc);
call keep_within_council('outgoing_mail');
