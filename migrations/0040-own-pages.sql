-- A person's own page: getting in without a password (W1, S2 to S5).

alter table account add column person_id uuid;
alter table account add foreign key (council_id, person_id) references person;
alter table account alter column email drop not null;
alter table account drop constraint account_role_check;
alter table account add constraint account_role_check check (role in ('practitioner', 'site-lead', 'analyst', 'directory-editor',
  'administrator', 'governance', 'person', 'delegate'));
alter table account add constraint account_of_staff check (
  case when role = 'person' then person_id is not null and email is null
    when role = 'delegate' then person_id is null and email is null
    else person_id is null and email is not null end);
comment on column account.person_id is 'Whose own page it opens, for the account of a person (or of a carer, who is a person). Null for staff.';
comment on table account is 'Whoever can sign in: a member of staff, a person to their own page, or somebody a person shares with.';
create unique index account_person on account (council_id, person_id) where person_id is not null;

create table own_page (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  account_id uuid not null,
  opens text not null default 'own' check (opens in ('own', 'shared')),
  talked text not null,
  talked_on date not null,
  message_to text,
  message_by text check (message_by in ('text', 'email')),
  number_hash bytea not null,
  number_salt bytea not null,
  wrong_numbers integer not null default 0,
  waits_until timestamptz,
  opened_at timestamptz not null,
  opened_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  primary key (council_id, id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, account_id) references account,
  foreign key (council_id, opened_by) references account,
  foreign key (council_id, ended_by) references account,
  check ((message_to is null) = (message_by is null)),
  check ((ended_at is null) = (ended_by is null))
);
comment on table own_page is 'That a person has their own page, agreed in a conversation about who else might look at it.';
comment on column own_page.opens is
  'Their own page, or (for somebody they share with) what is shared and nothing else; person_id is then whoever shares.';
comment on column own_page.talked is 'What was said about who might see it, or make them show it. Never on the page itself.';
comment on column own_page.number_hash is 'The number they chose, known to nobody else: stretched by scrypt with its salt, never the number.';
comment on column own_page.waits_until is 'After too many wrong numbers, nobody tries until then.';
create unique index own_page_person on own_page (council_id, person_id) where ended_at is null and opens = 'own';
create index own_page_of on own_page (council_id, person_id);
create unique index own_page_account on own_page (council_id, account_id) where ended_at is null;
create index own_page_message on own_page (council_id, message_to) where ended_at is null and message_to is not null;
create index own_page_opened_by on own_page (council_id, opened_by);
create index own_page_ended_by on own_page (council_id, ended_by) where ended_by is not null;
call keep_within_council('own_page');
call let_owner_read('own_page');

create table own_code (
  council_id integer not null,
  id uuid not null,
  own_page_id uuid not null,
  how text not null check (how in ('letter', 'message')),
  code_hash bytea not null,
  token_hash bytea not null,
  browser_hash bytea,
  made_at timestamptz not null,
  made_by uuid,
  ends_at timestamptz not null,
  tries integer not null default 0,
  spent_at timestamptz,
  primary key (council_id, id),
  foreign key (council_id, own_page_id) references own_page,
  foreign key (council_id, made_by) references account,
  check ((how = 'message') = (browser_hash is not null))
);
comment on table own_code is
  'One way in, once: a letter''s code, or one sent as a message. It opens nothing without the person''s number, and only its hash is kept.';
comment on column own_code.token_hash is 'The same as a link or a square to scan: 130 bits, where the code that is typed has fewer.';
comment on column own_code.browser_hash is 'A code sent as a message works only in the browser that asked for it.';
create index own_code_page on own_code (council_id, own_page_id, made_at);
create index own_code_made_by on own_code (council_id, made_by) where made_by is not null;
create unique index own_code_token on own_code (council_id, token_hash);
create index own_code_code on own_code (council_id, code_hash) where spent_at is null;
call keep_within_council('own_code');

create table held_back (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  thing_id uuid not null,
  also uuid[] not null default '{}',
  law text not null,
  reason text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  looks_on date,
  looks_by uuid,
  look_again_on date not null,
  decided_by uuid,
  decided_at timestamptz,
  is_approved boolean,
  decided_words text,
  lifted_at timestamptz,
  lifted_by uuid,
  primary key (council_id, id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, asked_by) references account,
  foreign key (council_id, looks_by) references account,
  foreign key (council_id, decided_by) references account,
  foreign key (council_id, lifted_by) references account,
  check (decided_by is null or decided_by <> asked_by),
  check ((decided_at is null) = (decided_by is null) and (decided_at is null) = (is_approved is null))
);
comment on table held_back is 'W1: what the person may not read, lawfully, with the reason, who asked and who else approved. On their own page it leaves no trace.';
comment on column held_back.kind is 'What the thing is: entry, contact, enquiry, promise, conversation …; thing_id is its id.';
comment on column held_back.also is 'What hangs on it and would tell: promises made in an entry, entries that add to it.';
comment on column held_back.law is 'Which reason the law gives: serious harm, another person''s confidence, a crime being looked into … See people/held-back.';
comment on column held_back.looks_on is 'The look that wrote it would tell: looks of looks_by on this day are held back with it, and counted for governance.';
create unique index held_back_thing on held_back (council_id, person_id, thing_id) where lifted_at is null;
create index held_back_waits on held_back (council_id, asked_at) where decided_at is null and lifted_at is null;
call keep_within_council('held_back');
call let_owner_read('held_back');

create function current_own() returns uuid language sql stable parallel safe
  return nullif(current_setting('alongside.own', true), '')::uuid;
comment on function current_own() is
  'Whose own page this transaction is for: such a visit sees and writes nothing of anybody else. Null for staff; nobody''s id for somebody a person shares with.';

create function is_for_staff() returns boolean language sql stable parallel safe
  return case when coalesce(current_setting('alongside.own', true), '') = '' then true end;
comment on function is_for_staff() is
  'True, or null at somebody''s own page. Policies ask whether it is not null, which the planner takes to be nearly always so, and staff''s queries keep their plans.';

create function held_back_here() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(h.thing_id), '{}') from held_back h
  where h.council_id = (select current_council()) and h.person_id = (select current_own()) and h.lifted_at is null and h.is_approved is distinct from false
$$;
comment on function held_back_here() is
  'What is held back from whoever''s own page this is: ids only, and only inside policies. Security definer because the visit itself may not know that anything is.';

create procedure keep_to_own(relation regclass) language plpgsql as $$
declare
  ids text;
  parents text;
  test text;
begin
  -- Any of its ids may be of something held back: its own, or of what it tells of.
  select string_agg(quote_ident(attname), ', ') into ids from pg_attribute
    where attrelid = relation and attnum > 0 and not attisdropped and atttypid = 'uuid'::regtype and attname <> 'person_id';
  -- What it hangs on is what it names first; a carer or another's line that it names further on may be out of sight.
  select format('(%1$I is null or exists (select from %2$s parent where parent.council_id = %3$s.council_id and parent.id = %1$I))',
      a.attname, k.confrelid::regclass, relation) into parents
    from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[2]
    where k.conrelid = relation and k.contype = 'f' and cardinality(k.conkey) = 2 and k.confrelid <> relation and k.conrelid <> k.confrelid
      and exists (select from pg_attribute b where b.attrelid = k.confrelid and b.attnum = k.confkey[2] and b.attname = 'id')
      and k.confrelid <> 'account'::regclass
      and exists (select from pg_policy p where p.polrelid = k.confrelid and p.polname = 'own_only')
    order by k.conkey[2] limit 1;
  if exists (select from pg_attribute where attrelid = relation and attname = 'person_id' and not attisdropped) then
    test := 'person_id = (select current_own())';
  elsif parents is not null then
    test := parents;
  else
    return;
  end if;
  if ids is not null then
    test := format('%s and not coalesce(array[%s]::uuid[] && (select held_back_here()), false)', test, ids);
  end if;
  execute format('create policy own_only on %s as restrictive to alongside_app using ((select is_for_staff()) is not null or (%s))', relation, test);
end $$;
comment on procedure keep_to_own(regclass) is
  'At their own page a person meets only rows about themselves and nothing held back, whatever is asked (W1, W2): by person_id, or through what the row hangs on. For the serving login: this schema''s own security definer functions pass it by, as they do the council''s, and repeat the test themselves.';

-- A record may be kept to one team; it is always the person's own.
drop policy within_council on person;
create policy within_council on person using (
  council_id = (select current_council())
  and (restricted_to_team is null or restricted_to_team = any ((select current_teams())::uuid[]) or id = (select current_own()))
);
create policy own_only on person as restrictive to alongside_app using ((select is_for_staff()) is not null or id = (select current_own()));

-- Whoever shares is looked at by whoever they share with, and that is written down; only one's own looks are read.
create policy own_only on audit_entry as restrictive for select to alongside_app using ((select is_for_staff()) is not null or person_id = (select current_own()));
create policy own_only on held_back as restrictive to alongside_app using ((select is_for_staff()) is not null);

do $$
declare
  kept regclass;
  pass integer;
begin
  for kept in select c.oid::regclass from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'person_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relrowsecurity
      and c.relname not in ('account', 'audit_entry', 'held_back') order by c.relname
  loop
    call keep_to_own(kept);
  end loop;
  -- What hangs on those, and on what hangs on those.
  for pass in 1..2 loop
    for kept in select c.oid::regclass from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relrowsecurity
        and c.relname not in ('account', 'audit_entry', 'held_back', 'person')
        and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'own_only') order by c.relname
    loop
      call keep_to_own(kept);
    end loop;
  end loop;
end $$;

-- A page whose record was merged into another opens that one, and stays the page of whoever's account it is.
drop policy own_only on own_page;
create policy own_only on own_page as restrictive to alongside_app using ((select is_for_staff()) is not null
  or person_id = (select current_own())
  or account_id = (select current_account()) and (select current_own()) <> '00000000-0000-0000-0000-000000000000');

create function own_page_opens(page uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from own_page o join account a on a.council_id = o.council_id and a.id = o.account_id
    left join person p on p.council_id = a.council_id and p.id = a.person_id
    left join person kept on kept.council_id = p.council_id and kept.id = p.merged_into
    where o.council_id = (select current_council()) and o.id = page and o.ended_at is null and a.disabled_at is null
      and coalesce(kept.died_on, p.died_on) is null)
$$;
comment on function own_page_opens(uuid) is
  'Whether this page lets anybody in: not once it is closed, its account disabled or whose it is has died. Security definer because nobody is signed in at the door, where a record kept to one team is out of sight; yes or no, and it repeats the council test.';

drop function open_session(bytea, timestamptz, interval, interval);
create function open_session(hash bytea, at timestamptz, idle interval, longest interval)
returns table (
  council_id integer, council_name text, council_slug text, is_demo boolean, settings jsonb,
  account_id uuid, account_name text, role text, team_ids uuid[], csrf_token text, seen_at timestamptz, own uuid
) language plpgsql security definer set search_path = public, pg_temp as $$
begin
  return query
    select c.council_id, c.name, c.slug, c.is_demo, c.settings, a.id, a.name, a.role,
           coalesce((select array_agg(m.team_id) from membership m
                     where m.council_id = a.council_id and m.account_id = a.id), '{}'),
           s.csrf_token, s.seen_at,
           case a.role when 'delegate' then '00000000-0000-0000-0000-000000000000'::uuid
             when 'person' then coalesce(kept.id, p.id) end
    from session s
    join account a on a.council_id = s.council_id and a.id = s.account_id
    join council c on c.council_id = s.council_id
    left join person p on p.council_id = a.council_id and p.id = a.person_id
    left join person kept on kept.council_id = p.council_id and kept.id = p.merged_into
    where s.token_hash = hash and s.ended_at is null and a.disabled_at is null
      -- A page that was closed, and that of somebody who has died, is open nowhere from that moment on.
      and (a.role not in ('person', 'delegate') or exists (select from own_page o
        where o.council_id = a.council_id and o.account_id = a.id and o.ended_at is null and o.opened_at <= s.began_at))
      and coalesce(kept.died_on, p.died_on) is null
      and s.seen_at > open_session.at - idle and s.began_at > open_session.at - longest;
  return;
end $$;
comment on function open_session(bytea, timestamptz, interval, interval) is
  'From the hash of a session token to whose it is and whose own page it opens: security definer because the council is not known until the session is.';
