-- Where a code goes is the person's own to change; and what changed of how somebody comes in, for them and those alongside (W3).

create table own_address_asked (
  council_id integer not null,
  id uuid not null,
  own_page_id uuid not null,
  message_by text not null check (message_by in ('text', 'email')),
  message_to text not null,
  code_hash bytea not null,
  asked_at timestamptz not null,
  ends_at timestamptz not null,
  tries integer not null default 0,
  spent_at timestamptz,
  primary key (council_id, id),
  foreign key (council_id, own_page_id) references own_page
);
comment on table own_address_asked is
  'Another address that somebody asked for their codes to go to. It stands for nothing until the code that was sent there is typed.';
create index own_address_asked_page on own_address_asked (council_id, own_page_id, asked_at);
call keep_within_council('own_address_asked');
call keep_to_own('own_address_asked');

create table own_way_changed (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  what text not null check (what in ('number', 'messages')),
  changed_at timestamptz not null,
  by_account uuid not null,
  told text not null check (told in ('themselves', 'together')),
  was_by text check (was_by in ('text', 'email')),
  was_to text,
  primary key (council_id, id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, by_account) references account,
  check ((was_by is null) = (was_to is null))
);
comment on table own_way_changed is
  'That somebody''s number was chosen anew, or where their codes go was changed: when, and by whom. Never the number, nor the new address.';
comment on column own_way_changed.told is 'By themselves at their own page, or by a worker sitting together with them.';
comment on column own_way_changed.was_to is
  'Where messages went until then, while it has still to be told there that they do no longer; emptied when it was.';
create index own_way_changed_person on own_way_changed (council_id, person_id, changed_at desc);
create index own_way_changed_by on own_way_changed (council_id, by_account);
create index own_way_changed_tell on own_way_changed (council_id, changed_at) where was_to is not null;
call keep_within_council('own_way_changed');
call keep_to_own('own_way_changed');

-- What is due is looked for every morning, for everybody at once.
create index sharing_with_ends on sharing_with (council_id, ends_on) where ended_at is null;
create index catch_up_request_day on catch_up_request (council_id, day_set) where answer = 'yes';
create index crisis_plan_next_contact on crisis_plan (council_id, next_contact_at);
