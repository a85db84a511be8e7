-- What people would give one another: their own words for it, and two yeses before anybody meets.

create table giving_line (
  council_id integer not null references council,
  id uuid not null,
  person_id uuid not null,
  direction text not null check (direction in ('gives', 'would-like')),
  kind text not null check (kind in ('skill', 'time', 'lift', 'thing', 'company')),
  words text not null,
  when_words text,
  days text[] not null default '{}',
  district text,
  things text[] not null default '{}',
  permission_words text not null,
  said_on date not null,
  ask_again_on date not null,
  withdrawn_on date,
  primary key (council_id, id),
  foreign key (council_id, person_id) references person
);
comment on table giving_line is 'What somebody would give to a neighbour, or would like from one, in words they said others may hear. Never with their name.';
comment on column giving_line.things is 'What it is about, with the other words for each, read by our own lists: what offers and wishes meet by.';
comment on column giving_line.ask_again_on is 'A yes is for a year: then it is asked again, and until then not shown.';
create index giving_line_person on giving_line (council_id, person_id);
create index giving_line_things on giving_line using gin (council_id, things) where withdrawn_on is null;
call keep_within_council('giving_line');

create table giving (
  council_id integer not null references council,
  id uuid not null,
  gives_line_id uuid not null,
  wish_line_id uuid not null,
  giver_id uuid not null,
  receiver_id uuid not null,
  stage text not null default 'asked' check (stage in ('asked', 'both-said-yes', 'met', 'going-on', 'ended')),
  asked_by uuid not null,
  asked_on date not null,
  thought text not null,
  giver_yes_on date,
  giver_words text,
  giver_tells text,
  receiver_yes_on date,
  receiver_words text,
  receiver_tells text,
  met_on date,
  met_at text check (met_at in ('out', 'home')),
  came_along text,
  going_on_words text,
  ended_on date,
  ended_why text,
  ended_side text check (ended_side in ('giver', 'receiver')),
  version integer not null default 1,
  primary key (council_id, id),
  foreign key (council_id, gives_line_id) references giving_line,
  foreign key (council_id, wish_line_id) references giving_line,
  foreign key (council_id, giver_id) references person,
  foreign key (council_id, receiver_id) references person,
  foreign key (council_id, asked_by) references account,
  check (stage = 'asked' or stage = 'ended' or (giver_yes_on is not null and receiver_yes_on is not null)),
  check ((stage = 'ended') = (ended_on is not null)),
  check (ended_on is null or ended_why is not null)
);
comment on table giving is 'One neighbour''s gift and another''s wish: asked, two yeses, met, going on; or not for one of them, without blame.';
comment on column giving.thought is 'What the worker thought about, so that it is safe and good for both.';
comment on column giving.giver_tells is 'What the giver said the other may know of them. Shown to the other only when both have said yes.';
comment on column giving.came_along is 'Who came along the first time.';
comment on column giving.ended_why is 'Told to whoever is alongside the one who said it (ended_side), never to the other.';
create unique index giving_once on giving (council_id, gives_line_id, wish_line_id) where ended_on is null;
create index giving_giver on giving (council_id, giver_id);
create index giving_receiver on giving (council_id, receiver_id);
create index giving_wish on giving (council_id, wish_line_id);
create index giving_gives on giving (council_id, gives_line_id);
call keep_within_council('giving');
