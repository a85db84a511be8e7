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
comment on column own_page.talked is 'What was said about who might see it, or make them show it. Never on the page itself.';
comment on column own_page.number_hash is 'The number they chose, known to nobody else: stretched by scrypt with its salt, never the number.';
comment on column own_page.waits_until is 'After too many wrong numbers, nobody tries until then.';
create unique index own_page_person on own_page (council_id, person_id) where ended_at is null;
create unique index own_page_account on own_page (council_id, account_id) where ended_at is null;
create index own_page_message on own_page (council_id, message_to) where ended_at is null and message_to is not null;
create index own_page_opened_by on own_page (council_id, opened_by);
create index own_page_ended_by on own_page (council_id, ended_by) where ended_by is not null;
call keep_within_council('own_page');

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

create function current_own() returns uuid language sql stable parallel safe
  return nullif(current_setting('alongside.own', true), '')::uuid;
comment on function current_own() is
  'Whose own page this transaction is for: such a visit sees and writes nothing of anybody else. Null for staff; nobody''s id for somebody a person shares with.';

create procedure keep_to_own(relation regclass) language plpgsql as $$
begin
  execute format('create policy own_only on %s as restrictive using ((select current_own()) is null or person_id = (select current_own()))', relation);
end $$;
comment on procedure keep_to_own(regclass) is 'At their own page a person meets only rows about themselves, whatever is asked (W1, W2).';

do $$
declare
  kept text;
begin
  for kept in select c.table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and c.column_name = 'person_id' and t.table_type = 'BASE TABLE' and c.table_name <> 'account'
  loop
    execute format('call keep_to_own(%L)', kept);
  end loop;
end $$;
create policy own_only on person as restrictive using ((select current_own()) is null or id = (select current_own()));

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
             when 'person' then (select coalesce(p.merged_into, p.id) from person p where p.council_id = a.council_id and p.id = a.person_id) end
    from session s
    join account a on a.council_id = s.council_id and a.id = s.account_id
    join council c on c.council_id = s.council_id
    where s.token_hash = hash and s.ended_at is null and a.disabled_at is null
      and s.seen_at > open_session.at - idle and s.began_at > open_session.at - longest;
  return;
end $$;
