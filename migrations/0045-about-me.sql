-- About me on one page, who is around somebody and how near, and what a carer says on a page of their own.

create table about_me (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  heading text not null check (heading ~ '^[a-z][a-z-]{1,40}$'),
  words text not null,
  said_on date not null,
  said_at timestamptz not null,
  said_by uuid not null,
  told text check (told in ('together', 'phone', 'paper')),
  replaces uuid,
  is_current boolean not null default true,
  primary key (council_id, id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, said_by) references account,
  foreign key (council_id, replaces) references about_me
);
comment on table about_me is
  'What somebody wants others to know about them, in their words, heading by heading (PRSB About Me); and what a carer says of caring. Old words are kept.';
comment on column about_me.heading is 'Which heading: its key in people/about-me, or one of a carer''s own (caring-…).';
comment on column about_me.told is 'How they told a worker, who wrote it down; null when they wrote it themselves.';
comment on column about_me.is_current is 'What stands under the heading now; at most one. None when it was taken away.';
create unique index about_me_stands on about_me (council_id, person_id, heading) where is_current;
create index about_me_person on about_me (council_id, person_id, heading, said_at desc);
create index about_me_said_by on about_me (council_id, said_by);
create unique index about_me_replaces on about_me (council_id, replaces) where replaces is not null;
call keep_within_council('about_me');
call keep_to_own('about_me');

alter table person_around add column how_often text check (how_often in ('most-days', 'most-weeks', 'now-and-then'));
alter table person_around add column is_rung_first boolean not null default false;
alter table person_around add column must_not_know text;
alter table person_around add column ended_on date;
alter table person_around add column ended_words text;
comment on column person_around.how_often is 'How near they are: what the picture of people around is drawn by. Null when nobody has asked.';
comment on column person_around.is_rung_first is 'Whom to ring first, as the person wants it.';
comment on column person_around.must_not_know is 'What this one must not be told, in the person''s words; null when nothing.';
comment on column person_around.ended_on is 'Since when they are no longer around, in the person''s own life: they died, moved, or it ended. The line is kept.';

alter table carer_statement add column told text check (told in ('together', 'phone', 'paper'));
comment on column carer_statement.told is
  'How the carer told a worker who wrote it on the carer''s own page; null when the carer wrote it, or when it was said in a conversation.';

-- A carer's own page meets only rows about the carer. These three pass by that, each for one purpose.

create function cares_for() returns table (person_id uuid, name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, coalesce(p.known_as, split_part(p.full_name, ' ', 1)) from person p
  where p.council_id = (select current_council()) and p.merged_into is null and p.restricted_to_team is null
    and exists (select from person_around a join person c on c.council_id = a.council_id and c.id = a.carer_person_id
      where a.council_id = p.council_id and a.person_id = p.id and a.ended_on is null
        and (select current_own()) in (c.id, c.merged_into))
  order by 2, 1 limit 20
$$;
comment on function cares_for() is
  'At a carer''s own page: the first names of those who name them as their carer, and nothing else of them (N5, W2). Security definer because that page meets only rows about the carer; it repeats the council test.';

create function leans_on_me(for_person uuid) returns table (thing text)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from cares_for() c where c.person_id = for_person) then
    return;
  end if;
  -- Always in one order, as wherever two people are held, so that no plan is agreed on ground that is going meanwhile.
  perform from person p where p.council_id = current_council() and p.id in (current_own(), for_person) order by p.id for update;
  return query
    select distinct l.thing from leaned_on l
    where l.council_id = current_council() and l.person_id = for_person and l.carer_id = current_own() and l.state = 'standing'
    order by 1 limit 100;
end $$;
comment on function leans_on_me(uuid) is
  'While a carer says what they can do: what a standing plan leans on them for, so that a change opens it again (N5). Holds both people. Never shown.';

create function tell_of_ground(for_person uuid, event uuid, told_at timestamptz, told_title text, told_by text, told_voices jsonb)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from leans_on_me(for_person)) then
    raise exception 'no plan of theirs leans on whoever this page is of';
  end if;
  insert into timeline_event (council_id, id, person_id, at, kind, title, by_line, voices, link)
    values (current_council(), event, for_person, told_at, 'plan-ground', told_title, told_by, told_voices, '/people/' || for_person || '/plan');
end $$;
comment on function tell_of_ground(uuid, uuid, timestamptz, text, text, jsonb) is
  'Tells the story of the one a carer looks out for that what the plan leans on has changed: which thing, never the carer''s words (N5, W2).';
