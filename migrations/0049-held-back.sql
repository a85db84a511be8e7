-- W1: what is held back goes with what hangs on it, and takes the looks that would tell with it.

alter table held_back add column looks_from timestamptz;
alter table held_back add column looks_until timestamptz;
alter table held_back add column looks_routes text[] not null default '{}';
alter table held_back add column looked_again_at timestamptz;
alter table held_back add column looked_again_by uuid;
alter table held_back add column looked_again_words text;
alter table held_back add foreign key (council_id, looked_again_by) references account;
alter table held_back add constraint looked_again_by_another check (looked_again_by is null or looked_again_by <> asked_by);
alter table held_back add constraint looked_again_whole check (
  (looked_again_at is null) = (looked_again_by is null) and (looked_again_at is null) = (looked_again_words is null));
comment on column held_back.looks_from is 'When it was written: the look that wrote it, to looks_until, and later looks at looks_routes would tell.';
comment on column held_back.looks_routes is 'Pages that are about such a thing alone, as patterns of routes.';
create index held_back_of on held_back (council_id, person_id);
create index held_back_again on held_back (council_id, look_again_on) where lifted_at is null and is_approved is distinct from false;
create index held_back_asked_by on held_back (council_id, asked_by);
create index held_back_looks_by on held_back (council_id, looks_by) where looks_by is not null;
create index held_back_decided_by on held_back (council_id, decided_by) where decided_by is not null;
create index held_back_lifted_by on held_back (council_id, lifted_by) where lifted_by is not null;
create index held_back_again_by on held_back (council_id, looked_again_by) where looked_again_by is not null;

create or replace function held_back_here() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(thing), '{}') from held_back h, unnest(array_prepend(h.thing_id, h.also)) thing
  where h.council_id = (select current_council()) and h.person_id = (select current_own()) and h.lifted_at is null and h.is_approved is distinct from false
$$;

create function goes_with_held_back() returns trigger language plpgsql as $$
begin
  update held_back h set also = h.also || new.id
    where h.council_id = new.council_id and h.person_id = new.person_id
      and coalesce((to_jsonb(new) ->> tg_argv[0])::uuid = any (array_prepend(h.thing_id, h.also)), false);
  return null;
end $$;
comment on function goes_with_held_back() is 'What is written later and hangs on something held back is held back with it.';
create trigger entry_held_back after insert on entry for each row when (new.adds_to is not null) execute function goes_with_held_back('adds_to');
create trigger promise_held_back after insert on promise for each row when (new.source_id is not null) execute function goes_with_held_back('source_id');

create function look_would_tell(looker uuid, did text, door text, moment timestamptz) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select door like '%held-back%' or exists (select from held_back h
    where h.council_id = (select current_council()) and h.person_id = (select current_own())
      and h.lifted_at is null and h.is_approved is distinct from false
      and (did = 'write' and looker = h.looks_by and moment between h.looks_from and h.looks_until
        or moment >= h.looks_from and door like any (h.looks_routes)))
$$;
comment on function look_would_tell(uuid, text, text, timestamptz) is
  'Whether one line of who looked would tell the person whose own page this is that something is held back. Security definer because the visit itself may not know that anything is; yes or no, inside a policy.';
create policy looks_held_back on audit_entry as restrictive for select
  using ((select is_for_staff()) is not null or not look_would_tell(account_id, act, route, at));
