-- Knowing the patch: where we went and what we learned, conversations a community holds, walking alongside somebody
-- who needs no record here, and what is asked for and not there.

create table patch_visit (
  council_id integer not null references council,
  id uuid not null,
  account_id uuid not null,
  kind text not null check (kind in ('visit', 'walk', 'event')),
  place text not null,
  listing_id uuid,
  visited_on date not null,
  went_with text,
  learned text not null,
  primary key (council_id, id),
  foreign key (council_id, account_id) references account,
  foreign key (council_id, listing_id) references listing
);
comment on table patch_visit is 'Somebody went to a group, walked a street or stood at a fete, and what they learned. About places, never about a person.';
create index patch_visit_on on patch_visit (council_id, visited_on desc, id);
create index patch_visit_listing on patch_visit (council_id, listing_id, visited_on desc) where listing_id is not null;
call keep_within_council('patch_visit');

create table patch_learning (
  council_id integer not null,
  visit_id uuid not null,
  about text not null check (about in ('what it is like', 'who to ask for', 'can go with', 'room', 'still right')),
  said_before text,
  says_now text not null,
  primary key (council_id, visit_id, about),
  foreign key (council_id, visit_id) references patch_visit
);
comment on table patch_learning is 'What a visit changed on the group''s page, and what stood there before.';
call keep_within_council('patch_learning');

create table community_conversation (
  council_id integer not null references council,
  id uuid not null,
  account_id uuid not null,
  held_on date not null,
  place text not null,
  hosted_by text not null,
  began_with text,
  heard text not null,
  partners text,
  next_on date,
  version integer not null default 1,
  primary key (council_id, id),
  foreign key (council_id, account_id) references account
);
comment on table community_conversation is 'Neighbours talked, hosted by one of them. The council writes it down only if it was there and they said it may.';
comment on column community_conversation.began_with is 'The story it began with, in a sentence, as the teller said it may be kept.';
create index community_conversation_on on community_conversation (council_id, held_on desc, id);
call keep_within_council('community_conversation');

create table community_guest (
  council_id integer not null,
  conversation_id uuid not null,
  id uuid not null,
  position integer not null,
  known_as text not null,
  brought_by uuid,
  primary key (council_id, id),
  foreign key (council_id, conversation_id) references community_conversation,
  foreign key (council_id, brought_by) references community_guest
);
comment on table community_guest is 'Who came, by the name they gave, and who brought whom: how a conversation grows. No link to any record.';
create index community_guest_conversation on community_guest (council_id, conversation_id, position);
create index community_guest_brought_by on community_guest (council_id, brought_by) where brought_by is not null;
call keep_within_council('community_guest');

create table community_action (
  council_id integer not null,
  conversation_id uuid not null,
  id uuid not null,
  what text not null,
  owner text not null,
  by_on date,
  done_on date,
  became text,
  primary key (council_id, id),
  foreign key (council_id, conversation_id) references community_conversation
);
comment on table community_action is 'What neighbours said they will do, and who among them. Theirs: nobody here chases it.';
create index community_action_conversation on community_action (council_id, conversation_id);
call keep_within_council('community_action');

create table walk_alongside (
  council_id integer not null references council,
  id uuid not null,
  account_id uuid not null,
  known_as text not null,
  met_on date not null,
  how_met text not null,
  good_life text,
  read_with_them_on date,
  version integer not null default 1,
  primary key (council_id, id),
  foreign key (council_id, account_id) references account
);
comment on table walk_alongside is
  'A coordinator walks alongside somebody: no status, no ending, no number, and no link to any council record. Seen only by the coordinator.';
create index walk_alongside_account on walk_alongside (council_id, account_id, met_on desc);
call keep_within_council('walk_alongside');

create table walk_note (
  council_id integer not null,
  id uuid not null,
  walk_id uuid not null,
  noted_on date not null,
  words text not null,
  read_with_them_on date,
  primary key (council_id, id),
  foreign key (council_id, walk_id) references walk_alongside
);
comment on table walk_note is 'A few words, kept when the person has heard them and said yes; until then they wait to be read together.';
create index walk_note_walk on walk_note (council_id, walk_id, noted_on desc);
call keep_within_council('walk_note');

alter table gap alter column asked_by drop not null;
alter table gap add column things text[] not null default '{}';
alter table gap add column district text;
alter table gap add column met_on date;
alter table gap add column met_by uuid;
alter table gap add constraint gap_met_by foreign key (council_id, met_by) references listing;
alter table gap add constraint gap_met check (met_by is null or met_on is not null);
comment on column gap.asked_by is 'Null when somebody asked on a page open to all.';
comment on column gap.things is 'What was asked for, read out of the words by our own lists: sing, chess. What gaps are counted by.';
comment on column gap.met_on is 'The day somebody said it is there now.';
create index gap_met_by on gap (council_id, met_by) where met_by is not null;
