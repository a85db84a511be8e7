-- People, those around them, how they got in touch, their one timeline, and promises.

create table person (
  council_id integer not null references council,
  id uuid not null,
  full_name text not null,
  known_as text,
  pronouns text,
  born_on date,
  about_line text,
  what_matters text,
  council_ref text,
  nhs_number text check (nhs_number ~ '^[0-9]{10}$'),
  nhs_number_is_verified boolean not null default false,
  languages text[] not null default '{}',
  phone text,
  email text,
  restricted_to_team uuid,
  merged_into uuid,
  died_on date,
  moved_away_on date,
  is_made_up boolean not null default false,
  search_text text not null,
  phone_digits text generated always as (right(regexp_replace(coalesce(phone, ''), '[^0-9]', '', 'g'), 10)) stored,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (council_id, id),
  foreign key (council_id, restricted_to_team) references team,
  foreign key (council_id, merged_into) references person
);
comment on table person is 'Someone we are alongside, or a carer in their own right. Never a number.';
comment on column person.restricted_to_team is 'When set, only this team can find or open the record; to everyone else it does not exist.';
comment on column person.merged_into is 'Set when two records turned out to be one person; the other record carries on.';
comment on column person.is_made_up is 'Part of an invented council''s made-up history.';
comment on column person.search_text is 'Names and names known by, lower case without accents, kept by the store.';
alter table person enable row level security;
alter table person force row level security;
create policy within_council on person using (
  council_id = (select current_council())
  and (restricted_to_team is null or restricted_to_team = any ((select current_teams())::uuid[]))
);
call let_owner_read('person');
create index person_search on person using gin (council_id, search_text gin_trgm_ops);
create index person_born on person (council_id, born_on);
create index person_phone on person (council_id, phone_digits) where phone_digits <> '';
create index person_merged on person (council_id, merged_into) where merged_into is not null;
create unique index person_nhs_number on person (council_id, nhs_number) where merged_into is null and nhs_number is not null;

create table address (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  lines text not null,
  postcode text,
  is_protected boolean not null default false,
  since_on date,
  until_on date,
  primary key (council_id, id),
  foreign key (council_id, person_id) references person
);
comment on table address is 'Where a person lives or has lived.';
comment on column address.is_protected is 'Never printed, exported or shown in search; opening it is its own line in who looked (W4).';
create index address_person on address (council_id, person_id);
create index address_postcode on address (council_id, postcode text_pattern_ops) where not is_protected;
call keep_within_council('address');
call let_owner_read('address');

create table communication_need (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('communication', 'good-to-know')),
  need text not null,
  recorded_on date not null,
  check_again_on date,
  primary key (council_id, id),
  foreign key (council_id, person_id) references person
);
comment on table communication_need is
  'How to communicate, reasonable adjustments, and what is good to know before a visit. Shown on every screen about the person (Accessible Information Standard DAPB1605).';
create index communication_need_person on communication_need (council_id, person_id);
call keep_within_council('communication_need');

create table person_around (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  name text not null,
  relation text not null,
  phone text,
  gives text,
  if_it_stopped text,
  is_carer boolean not null default false,
  carer_person_id uuid,
  primary key (council_id, id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, carer_person_id) references person
);
comment on table person_around is 'Family, friends, neighbours: what each gives and what would happen if it stopped.';
comment on column person_around.carer_person_id is 'The carer''s own record, with its own confidentiality, when they have one.';
create index person_around_person on person_around (council_id, person_id);
create index person_around_carer on person_around (council_id, carer_person_id) where carer_person_id is not null;
call keep_within_council('person_around');

create table gift (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  gift text not null,
  primary key (council_id, id),
  foreign key (council_id, person_id) references person
);
comment on table gift is 'What a person offers: skills, time, kindness.';
create index gift_person on gift (council_id, person_id);
call keep_within_council('gift');

create table relationship (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  team_id uuid,
  account_id uuid,
  why text not null check (why in ('contact', 'conversation', 'cover', 'colleague-asked', 'break-glass')),
  began_at timestamptz not null,
  ends_at timestamptz,
  reason text,
  looked_over_by uuid,
  looked_over_at timestamptz,
  looked_over_words text,
  primary key (council_id, id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, team_id) references team,
  foreign key (council_id, account_id) references account,
  foreign key (council_id, looked_over_by) references account,
  check (team_id is not null or account_id is not null),
  check (why <> 'break-glass' or (reason is not null and ends_at is not null)),
  check (looked_over_by is null or looked_over_by <> account_id)
);
comment on table relationship is 'Why a team or a worker may open a person''s record (W5). Breaking the glass has a reason, an end, and is looked over by someone else.';
create index relationship_person on relationship (council_id, person_id);
create index relationship_break_glass on relationship (council_id, began_at) where why = 'break-glass';
create unique index relationship_team_once on relationship (council_id, person_id, team_id) where why = 'contact';
call keep_within_council('relationship');

create table timeline_event (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  at timestamptz not null,
  kind text not null,
  title text not null,
  by_line text not null default '',
  voices jsonb not null default '[]',
  link text,
  source_id uuid,
  primary key (council_id, id),
  foreign key (council_id, person_id) references person
);
comment on table timeline_event is 'The one story: everything that happened with a person, in the order it happened, whichever part of Alongside it came from.';
comment on column timeline_event.voices is '[{"voice": "said" | "noticed" | "think" | "agreed" | "note", "who": text, "words": text}], always shown in that order.';
comment on column timeline_event.source_id is 'The entry, contact, plan ... this tells of; facts tagged in an entry find their place through it.';
create index timeline_event_person on timeline_event (council_id, person_id, at desc, id desc);
create index timeline_event_source on timeline_event (council_id, source_id);
call keep_within_council('timeline_event');

create table promise (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  who text not null,
  account_id uuid,
  what text not null,
  due_on date,
  state text not null default 'open' check (state in ('open', 'kept', 'moved', 'broken')),
  why text,
  made_on date not null,
  settled_on date,
  source_id uuid,
  version integer not null default 1,
  primary key (council_id, id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, account_id) references account
);
comment on table promise is 'Who will do what by when: the person, family, a group or us. Kept, moved or broken, with why.';
comment on column promise.account_id is 'Set when the promise is one of our own workers''; it then appears on their Today.';
create index promise_person on promise (council_id, person_id);
create index promise_source on promise (council_id, source_id) where source_id is not null;
create index promise_due on promise (council_id, account_id, due_on) where state = 'open';
call keep_within_council('promise');

create table contact (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  made_at timestamptz not null,
  made_on date not null generated always as ((made_at at time zone 'Europe/London')::date) stored,
  ended_on date not null,
  how text not null check (how in ('phone', 'in-person', 'email', 'letter', 'online', 'through-someone')),
  made_by text not null,
  made_by_relation text not null,
  permission text not null check (permission in ('own-words', 'agreed', 'best-interests', 'not-yet-asked')),
  words text not null,
  answered_by uuid,
  held_by uuid,
  team_id uuid,
  safe_now text,
  may_have_needs text,
  carer_around text,
  spoken_on date,
  is_made_up boolean not null default false,
  primary key (council_id, id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, answered_by) references account,
  foreign key (council_id, held_by) references account,
  foreign key (council_id, team_id) references team
);
comment on table contact is 'Somebody got in touch (F1-F6). It belongs at once to whoever answered; the clock starts here and cannot be restarted.';
comment on column contact.made_at is 'Set once. No route and no grant changes it (F2).';
comment on column contact.spoken_on is 'The day of the first real conversation with the person after this contact; null while nobody has spoken with them.';
create index contact_person on contact (council_id, person_id, made_at);
create index contact_not_spoken on contact (council_id, team_id, made_at) where spoken_on is null;
call keep_within_council('contact');
create function contact_clock_stands() returns trigger language plpgsql as $$
begin
  if new.made_at is distinct from old.made_at then
    raise exception 'F2: the clock starts at the contact and cannot be restarted';
  end if;
  return new;
end $$;
comment on function contact_clock_stands() is 'F2 below every route: made_at never changes once written.';
create trigger contact_clock before update on contact for each row execute function contact_clock_stands();

create table contact_asked (
  council_id integer not null,
  id uuid not null,
  contact_id uuid not null,
  asked_by uuid not null,
  asked uuid not null,
  sentence text not null,
  asked_at timestamptz not null,
  answer text check (answer in ('yes', 'not-now')),
  answered_at timestamptz,
  primary key (council_id, id),
  foreign key (council_id, contact_id) references contact,
  foreign key (council_id, asked_by) references account,
  foreign key (council_id, asked) references account
);
comment on table contact_asked is 'One colleague asking another to take a contact on. It moves only on a yes (F1), and every one is counted.';
create index contact_asked_open on contact_asked (council_id, asked) where answer is null;
create index contact_asked_contact on contact_asked (council_id, contact_id);
call keep_within_council('contact_asked');

create function find_people(word_groups text[], phone text, born date, postcode_start text, nhs text, most integer)
returns table (id uuid, full_name text, known_as text, born_on date, postcode_area text, last_words text, last_at timestamptz, strength integer)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  condition text := '';
  alternatives text;
  words text;
begin
  -- word_groups: one element for each word typed, its alternatives (nicknames) parted by '|', already lower case.
  foreach words in array word_groups loop
    select string_agg(format('p.search_text like %L', '%' || replace(replace(w, '%', ''), '_', '') || '%'), ' or ')
      into alternatives from unnest(string_to_array(words, '|')) w;
    condition := condition || case when condition = '' then '' else ' and ' end || '(' || alternatives || ')';
  end loop;
  return query execute format($q$
    with likely as (
      select p.council_id, p.id, p.full_name, p.known_as, p.born_on,
             (case when $2 <> '' and p.phone_digits = $2 then 4 else 0 end)
           + (case when p.nhs_number = $5 then 8 else 0 end)
           + (case when p.born_on = $3 then 3 else 0 end)
           + (case when %1$s then 2 else 0 end) as strength
      from person p
      where p.council_id = (select current_council()) and p.merged_into is null
        and (p.restricted_to_team is null or p.restricted_to_team = any ((select current_teams())::uuid[]))
        and ((%1$s) %2$s %3$s %4$s %5$s)
      order by strength desc, p.full_name, p.id
      limit $6)
    select l.id, l.full_name, l.known_as, l.born_on,
           (select split_part(a.postcode, ' ', 1) from address a
             where a.council_id = l.council_id and a.person_id = l.id and a.until_on is null and not a.is_protected limit 1),
           t.words, t.at, l.strength
    from likely l
    left join lateral (select c.words, c.made_at as at from contact c where c.council_id = l.council_id and c.person_id = l.id
                       order by c.made_at desc limit 1) t on true
    order by l.strength desc, l.full_name, l.id
  $q$,
    case when condition = '' then 'false' else condition end,
    case when phone <> '' then 'or p.phone_digits = $2' else '' end,
    case when nhs is not null then 'or p.nhs_number = $5' else '' end,
    case when born is not null and condition = '' then 'or p.born_on = $3' else '' end,
    case when postcode_start is not null and condition = '' then
      -- An array, so that the key finds them: an `in` below an `or` reads everybody in the council.
      'or p.id = any (array(select a.person_id from address a where a.council_id = (select current_council()) and not a.is_protected and a.postcode like $4 || ''%'' limit 50))'
      else '' end)
  using word_groups, phone, born, postcode_start, nhs, most;
end $$;
comment on function find_people(text[], text, date, text, text, integer) is
  'People who may be the same person (F4). Security definer because like cannot use an index below row security; repeats the council and restriction tests itself and returns display columns only.';
call let_owner_read('contact');
