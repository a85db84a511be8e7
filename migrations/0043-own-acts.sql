-- What a person says of their own record, writes to us, and wants of how we reach them (W1).

create table own_line (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('talked', 'promise', 'need', 'about', 'around', 'matters', 'caring', 'story', 'wishes')),
  thing_id uuid not null,
  source_id uuid,
  what text not null check (what in ('beside', 'correction', 'agree', 'disagree', 'not-now', 'done')),
  words text,
  was text not null,
  said_on date not null,
  said_at timestamptz not null,
  by_account uuid not null,
  told text not null check (told in ('themselves', 'together', 'phone', 'paper')),
  primary key (council_id, id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, by_account) references account,
  check (words is not null or what not in ('beside', 'correction'))
);
comment on table own_line is
  'What a person said of one line of their own record: theirs beside ours. Never changed; a later one stands before an earlier (W1, R2).';
comment on column own_line.kind is 'What the line is; wishes are how they want to be reached.';
comment on column own_line.thing_id is 'The line itself. When it is held back, so is what was said of it.';
comment on column own_line.source_id is 'What the line tells of, when that is another thing: held back with it too.';
comment on column own_line.was is 'The line as it stood when they said it.';
comment on column own_line.said_on is 'The day they said it: for what came by post or was written up later, not the day it was written here.';
comment on column own_line.told is 'Written by themselves, or by a worker they told: sitting together, by phone, on paper.';
create index own_line_person on own_line (council_id, person_id, said_at);
create index own_line_thing on own_line (council_id, thing_id);
create index own_line_lately on own_line (council_id, said_at);
create index own_line_by on own_line (council_id, by_account);
call keep_within_council('own_line');
call keep_to_own('own_line');
call keep_as_written('own_line');

create table own_message (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  side text not null check (side in ('them', 'us')),
  words text not null,
  written_at timestamptz not null,
  by_account uuid not null,
  told text check (told in ('themselves', 'together', 'phone', 'paper')),
  primary key (council_id, id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, by_account) references account,
  check ((side = 'them') = (told is not null))
);
comment on table own_message is 'What a person and the team write to each other. Both sides are kept as they were written.';
comment on column own_message.side is 'Whose words: the person''s, or ours.';
create index own_message_person on own_message (council_id, person_id, written_at desc);
create index own_message_lately on own_message (council_id, written_at) where side = 'them';
create index own_message_by on own_message (council_id, by_account);
call keep_within_council('own_message');
call keep_to_own('own_message');
call keep_as_written('own_message');

create table own_seen (
  council_id integer not null,
  person_id uuid not null,
  thing_id uuid not null,
  seen_by uuid not null,
  seen_at timestamptz not null,
  primary key (council_id, thing_id, seen_by),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, seen_by) references account
);
comment on table own_seen is 'That a worker said they have read what a person wrote; it then leaves Today, and the person sees who read it and when.';
create index own_seen_person on own_seen (council_id, person_id);
create index own_seen_by on own_seen (council_id, seen_by);
call keep_within_council('own_seen');
call keep_to_own('own_seen');
call keep_as_written('own_seen');

create table contact_wish (
  council_id integer not null,
  person_id uuid not null,
  may_text boolean not null,
  may_email boolean not null,
  may_ring boolean not null,
  may_post boolean not null,
  not_before time,
  not_after time,
  not_days smallint[] not null default '{}' check (not_days <@ '{1,2,3,4,5,6,7}'),
  best_times text,
  please_do_not text,
  say_nothing_of text,
  not_to_be_told text,
  since date not null,
  changed_by uuid not null,
  told text not null check (told in ('themselves', 'together', 'phone', 'paper')),
  version integer not null default 1,
  primary key (council_id, person_id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, changed_by) references account,
  check ((not_before is null) = (not_after is null))
);
comment on table contact_wish is 'How a person wants to be reached and how not. No row: nobody has asked them. What stood before is in their story.';
comment on column contact_wish.not_before is 'London time of day: nothing comes before this, or after not_after.';
comment on column contact_wish.not_days is 'Days of the week, Monday 1 to Sunday 7, on which nothing comes.';
comment on column contact_wish.please_do_not is 'In their words: do not ring the landline, do not write to the house.';
comment on column contact_wish.say_nothing_of is 'In their words: what no message may name. No message names anything; this is for whoever rings.';
comment on column contact_wish.not_to_be_told is 'In their words: who may not be told that we are in touch.';
create index contact_wish_changed_by on contact_wish (council_id, changed_by);
call keep_within_council('contact_wish');
call keep_to_own('contact_wish');

create view said_beside with (security_invoker = true) as
  select l.council_id, l.id, l.person_id, l.kind, l.thing_id, l.source_id, l.what, l.words, l.was, l.said_on, l.said_at, l.told,
    a.name as by_name,
    not exists (select from own_line later where later.council_id = l.council_id and later.thing_id = l.thing_id
      and (later.said_at, later.id) > (l.said_at, l.id)
      and case when l.what = 'beside' then false
        when l.what in ('agree', 'disagree', 'not-now') then later.what in ('agree', 'disagree', 'not-now')
        else later.what = l.what end) as stands
  from own_line l join account a on a.council_id = l.council_id and a.id = l.by_account;
comment on view said_beside is
  'What people said of lines of their own record, for whoever shows those lines: all of it, and which word stands now.';

create view from_themselves with (security_invoker = true) as
  select m.council_id, m.id, m.person_id, m.written_at as at, 'message' as what, m.words, m.by_account
  from own_message m
  where m.side = 'them'
    and not exists (select from own_seen s where s.council_id = m.council_id and s.thing_id = m.id)
    and not exists (select from own_message later where later.council_id = m.council_id and later.person_id = m.person_id
      and later.side = 'us' and later.written_at >= m.written_at)
  union all
  select l.council_id, l.id, l.person_id, l.said_at, case when l.kind = 'wishes' then 'wishes' else l.what end, coalesce(l.words, l.was), l.by_account
  from own_line l
  where l.what <> 'agree'
    and not exists (select from own_seen s where s.council_id = l.council_id and s.thing_id = l.id);
comment on view from_themselves is
  'What people wrote at their own page that nobody here has answered or said they read, for Today and their page. That somebody agrees asks nothing of anybody.';
