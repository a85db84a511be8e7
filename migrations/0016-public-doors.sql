-- Doors open to whoever comes: the public finder, Open Referral UK, and short addresses given to those without an account.

create table link (
  council_id integer not null references council,
  id uuid not null,
  code_hash bytea not null,
  kind text not null check (kind in ('listing', 'suggestion', 'claim')),
  subject_id uuid not null,
  made_by uuid,
  made_at timestamptz not null,
  ends_at timestamptz,
  ended_at timestamptz,
  primary key (council_id, id),
  unique (council_id, code_hash),
  foreign key (council_id, made_by) references account
);
comment on table link is
  'A short address somebody without an account was given. It opens one thing only. Only the hash of its code is kept, and opening it spends nothing.';
comment on column link.subject_id is 'The listing, suggestion or claim it opens. No foreign key: it is one of several tables, by kind.';
comment on column link.ends_at is 'Null for a group''s own page, which stays until another is made.';
create index link_code on link using hash (code_hash);
create index link_subject on link (council_id, kind, subject_id) where ended_at is null;
create index link_made_by on link (council_id, made_by) where made_by is not null;
call keep_within_council('link');
call let_owner_read('link');

create function open_link(hash bytea, at timestamptz)
returns table (council_id integer, link_id uuid, kind text, subject_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select l.council_id, l.id, l.kind, l.subject_id from link l
  where l.code_hash = hash and l.ended_at is null and (l.ends_at is null or l.ends_at > at)
$$;
comment on function open_link(bytea, timestamptz) is 'What a short address opens, and at which council; nothing for a code nobody was given.';

create function council_open_to_all(slug_asked text, host_asked text, known_id integer)
returns table (council_id integer, name text, slug text, is_demo boolean, settings jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.council_id, c.name, c.slug, c.is_demo, c.settings from council c
  where c.council_id = known_id
    or (known_id is null and c.slug = slug_asked)
    or (known_id is null and slug_asked is null and c.settings ->> 'host' = host_asked)
    or (known_id is null and slug_asked is null and (select count(*) from council) = 1)
  order by (c.settings ->> 'host' = host_asked) desc nulls last limit 1
$$;
comment on function council_open_to_all(text, text, integer) is
  'The council a public page is of: by its number, else the short name in the address, else the host (setting "host"), else the only one here. Names are public.';

alter table submission alter column account_id drop not null;
comment on column submission.account_id is 'Null when somebody without an account sent it; of those only the newest 2,000 are kept.';
create index submission_of_nobody on submission (council_id, made_at) where account_id is null;

alter table listing_concern alter column told_by drop not null;
alter table listing_concern add column told_by_words text;
alter table listing_concern add constraint listing_concern_told check (told_by is not null or told_by_words is not null);
comment on column listing_concern.told_by_words is 'Who told us, when it was somebody without an account: "somebody who looked" or "the group".';
alter table listing_concern drop constraint listing_concern_check;
alter table listing_concern add constraint listing_concern_settled check (settled_at is not null or settled_by is null);
comment on column listing_concern.settled_by is 'Null when the group itself put it right.';

alter table listing drop constraint listing_state_check;
alter table listing add constraint listing_state_check check (state in ('listed', 'resting', 'hidden', 'joined'));
alter table listing drop constraint listing_rested_by_check;
alter table listing add constraint listing_rested_by_check
  check (rested_by in ('source', 'editor', 'silence', 'group', 'joined'));
comment on column listing.state is
  'hidden: nobody has said for a long time that it is still right. joined: the same as another listing, which is shown in its place.';
