-- Sharing line by line (W2): with whom, until when, what they see, and what they say beside it.

create table sharing_with (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  name text not null check (name <> ''),
  kind text not null check (kind in ('family-or-friend', 'group', 'health', 'education', 'team')),
  relation text,
  organisation text,
  team_id uuid,
  account_id uuid,
  began_on date not null,
  ends_on date not null,
  made_by uuid not null,
  told text not null check (told in ('themselves', 'together', 'phone', 'paper')),
  ended_at timestamptz,
  ended_by uuid,
  primary key (council_id, id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, team_id) references team,
  foreign key (council_id, account_id) references account,
  foreign key (council_id, made_by) references account,
  foreign key (council_id, ended_by) references account,
  check (ends_on >= began_on and ends_on <= began_on + 366),
  check ((kind = 'team') = (team_id is not null)),
  check (team_id is null or account_id is null),
  check ((ended_at is null) = (ended_by is null))
);
comment on table sharing_with is 'Somebody a person shares lines of their story with (W2): by name on paper at once, by a page of their own only after a talk about pressure.';
comment on column sharing_with.name is 'As the person calls them.';
comment on column sharing_with.account_id is 'Whose page shows what is shared. Null: they have none, and are told or given it on paper.';
comment on column sharing_with.ends_on is 'The last day. A year at most: then it is thought of again.';
create index sharing_with_person on sharing_with (council_id, person_id, began_on);
create index sharing_with_account on sharing_with (council_id, account_id) where ended_at is null and account_id is not null;
create index sharing_with_team on sharing_with (council_id, team_id) where ended_at is null and team_id is not null;
create unique index sharing_with_team_once on sharing_with (council_id, person_id, team_id) where ended_at is null and team_id is not null;
create unique index sharing_with_account_once on sharing_with (council_id, person_id, account_id) where ended_at is null and account_id is not null;
call keep_within_council('sharing_with');
call keep_to_own('sharing_with');

create table sharing_talk (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  sharing_id uuid not null,
  what text not null check (what in ('pressure', 'looked-again', 'stopped')),
  talked_on date not null,
  who_was_there text,
  was_apart boolean not null default false,
  words text not null check (words <> ''),
  look_again_on date,
  talked_by uuid not null,
  recorded_at timestamptz not null,
  primary key (council_id, id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, sharing_id) references sharing_with,
  foreign key (council_id, talked_by) references account,
  check (what = 'stopped' or (was_apart and who_was_there is not null and look_again_on is not null)),
  check (look_again_on is null or look_again_on <= talked_on + 366)
);
comment on table sharing_talk is
  'What was said with the person alone about pressure and coercion before somebody was given a page, each year since, or why a worker stopped it. Staff only: whoever pressed them may make them show their page.';
comment on column sharing_talk.was_apart is 'Whoever would be shared with was not in the room, nor listening.';
create index sharing_talk_person on sharing_talk (council_id, person_id);
create index sharing_talk_of on sharing_talk (council_id, sharing_id, talked_on);
call keep_within_council('sharing_talk');
create policy own_only on sharing_talk as restrictive to alongside_app using ((select is_for_staff()) is not null);

create table shared_line (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  sharing_id uuid not null,
  kind text not null check (kind in ('talked', 'promise', 'need', 'about', 'around', 'matters', 'caring', 'story')),
  thing_id uuid not null,
  shared_on date not null,
  until_on date not null,
  shared_by uuid not null,
  told text not null check (told in ('themselves', 'together', 'phone', 'paper')),
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (council_id, id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, sharing_id) references sharing_with,
  foreign key (council_id, shared_by) references account,
  foreign key (council_id, revoked_by) references account,
  check (until_on >= shared_on),
  check ((revoked_at is null) = (revoked_by is null))
);
comment on table shared_line is 'One line of somebody''s story that they share with one other, until a day (W2). It shows as it stands now, and stops the moment it is taken back.';
comment on column shared_line.thing_id is 'What the line is: of its kind.';
create index shared_line_person on shared_line (council_id, person_id);
create index shared_line_of on shared_line (council_id, sharing_id);
create unique index shared_line_once on shared_line (council_id, sharing_id, kind, thing_id) where revoked_at is null;
call keep_within_council('shared_line');
call keep_to_own('shared_line');

create table shared_answer (
  council_id integer not null,
  id uuid not null,
  person_id uuid not null,
  sharing_id uuid not null,
  line_id uuid,
  thing_id uuid,
  said_by uuid not null,
  from_name text not null,
  from_kind text not null check (from_kind in ('family-or-friend', 'group', 'health', 'education')),
  organisation text,
  words text not null check (words <> ''),
  said_at timestamptz not null,
  settled text check (settled in ('joined', 'not-joined')),
  settled_at timestamptz,
  settled_by uuid,
  primary key (council_id, id),
  foreign key (council_id, person_id) references person,
  foreign key (council_id, sharing_id) references sharing_with,
  foreign key (council_id, line_id) references shared_line,
  foreign key (council_id, said_by) references account,
  foreign key (council_id, settled_by) references account,
  check ((settled is null) = (settled_at is null) and (settled is null) = (settled_by is null))
);
comment on table shared_answer is
  'What somebody a person shares with says back, beside a line or as a line of their own. The person has it first, and chooses whether it joins their story.';
comment on column shared_answer.thing_id is 'What it was said beside: should that be held back, this goes out of sight with it.';
create index shared_answer_person on shared_answer (council_id, person_id, said_at);
create index shared_answer_of on shared_answer (council_id, sharing_id);
create index shared_answer_line on shared_answer (council_id, line_id) where line_id is not null;
call keep_within_council('shared_answer');
call keep_to_own('shared_answer');

create table team_colleague (
  council_id integer not null,
  team_id uuid not null,
  account_id uuid not null,
  name text not null,
  works_in text not null check (works_in in ('health', 'education')),
  organisation text not null,
  began_on date not null,
  made_by uuid not null,
  ended_at timestamptz,
  primary key (council_id, team_id, account_id),
  foreign key (council_id, team_id) references team,
  foreign key (council_id, account_id) references account,
  foreign key (council_id, made_by) references account
);
comment on table team_colleague is
  'A health or education colleague of an integrated team, of all ages: they see what people share with the team and nothing else. People sharing see who they are.';
create index team_colleague_account on team_colleague (council_id, account_id);
call keep_within_council('team_colleague');
create policy own_only on team_colleague as restrictive to alongside_app
  using ((select is_for_staff()) is not null or (select current_own()) <> '00000000-0000-0000-0000-000000000000');

create function told_parts(parts text[]) returns jsonb language sql immutable parallel safe set search_path = public, pg_temp as $$
  select coalesce(jsonb_agg(jsonb_build_object('voice', parts[n], 'words', parts[n + 1]) order by n), '[]')
  from generate_series(1, cardinality(parts), 2) n where parts[n + 1] <> ''
$$;
comment on function told_parts(text[]) is 'Pairs of what a part is and its words, as voices are kept; empty ones left out.';

create function line_as_kept(line_kind text, of_thing uuid)
returns table (said_on date, title text, words jsonb, from_kind text, from_name text)
language plpgsql stable set search_path = public, pg_temp as $$
declare
  council integer := current_council();
begin
  case line_kind
  when 'talked' then
    -- What staff think stays between them and the person, unless it is all there is to the line.
    return query select (e.at at time zone 'Europe/London')::date, e.kind,
      coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('voice', v->>'voice', 'who', v->>'who', 'words', v->>'words')) order by n)
        from jsonb_array_elements(e.voices) with ordinality x (v, n)
        where v->>'voice' <> 'think' or not exists (select from jsonb_array_elements(e.voices) o where o->>'voice' <> 'think')), '[]'),
      case when e.kind like 'told-by-%' then substr(e.kind, 9) else 'social-care' end, e.by_line
    from timeline_event e where e.council_id = council and e.id = of_thing;
  when 'promise' then
    return query select p.made_on, p.who || ' ' || p.what, told_parts(array['due', p.due_on::text, 'state', p.state]), 'social-care', ''
    from promise p where p.council_id = council and p.id = of_thing;
  when 'need' then
    return query select pl.starts_on, n.need, told_parts(array['how', n.how, 'who', n.who]), 'social-care', ''
    from plan_need n join plan pl on pl.council_id = n.council_id and pl.id = n.plan_id
    where n.council_id = council and n.id = of_thing and pl.state = 'standing';
  when 'around' then
    return query select null::date, a.name, told_parts(array['relation', a.relation, 'gives', a.gives]), 'them', ''
    from person_around a where a.council_id = council and a.id = of_thing and a.ended_on is null;
  when 'about' then
    return query select a.said_on, a.heading, told_parts(array['said', a.words]), 'them', ''
    from about_me a where a.council_id = council and a.id = of_thing and a.is_current;
  when 'story' then
    -- The last they said yes to, shown as they said.
    return query select null::date, v.title,
      told_parts(array['said', case when v.shows <> 'retelling' then v.their_words end, 'retold', case when v.shows <> 'words' then v.retelling end]),
      'them', ''
    from story s join story_version v on v.council_id = s.council_id and v.story_id = s.id
    join story_approval y on y.council_id = v.council_id and y.version_id = v.id
    where s.council_id = council and s.id = of_thing and (s.withdrawn_at is null or s.withdrawn_at < y.approved_at)
    order by v.number desc limit 1;
  when 'matters' then
    return query select null::date, ''::text, told_parts(array['said', p.what_matters]), 'them', ''
    from person p where p.council_id = council and p.id = of_thing and p.what_matters <> '';
  when 'caring' then
    return query select c.said_on, c.thing, told_parts(array[c.side, c.answer, 'said', c.words]), 'them', ''
    from carer_statement c where c.council_id = council and c.id = of_thing and c.replaced_by is null;
  else
    return;
  end case;
end $$;
comment on function line_as_kept(text, uuid) is 'One line of somebody''s story as it is kept, by kind.';

create function line_to_share(line_kind text, thing uuid)
returns table (said_on date, title text, words jsonb, from_kind text, from_name text)
language sql stable set search_path = public, pg_temp as $$
  -- What they put right goes with the line: nobody is shown the wrong words alone.
  select l.said_on, l.title, l.words || coalesce((select told_parts(array['put-right', s.words]) from own_line s
      where s.council_id = (select current_council()) and s.kind = line_kind and s.thing_id = thing and s.what = 'correction'
      order by s.said_at desc, s.id desc limit 1), '[]'), l.from_kind, l.from_name
  from line_as_kept(line_kind, thing) l
$$;
comment on function line_to_share(text, uuid) is
  'One line of somebody''s story as it stands now: the same to them before they share it as to whoever they share it with. Called at the page of whoever it is about, where policies keep out whatever is held back.';

create function lines_shared_with_me(at timestamptz)
returns table (sharing_id uuid, line_id uuid, person_id uuid, sharer text, team_id uuid, kind text, thing_id uuid, since_on date, until_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  with today as (select (lines_shared_with_me.at at time zone 'Europe/London')::date as today)
  select w.id, l.id, p.id, coalesce(p.known_as, p.full_name), w.team_id, l.kind, l.thing_id, l.shared_on, l.until_on
  from today, account a
  join sharing_with w on w.council_id = a.council_id and (w.account_id = a.id
    or w.team_id in (select c.team_id from team_colleague c
      where c.council_id = a.council_id and c.account_id = a.id and c.ended_at is null and c.team_id = any ((select current_teams())::uuid[])))
  join person p on p.council_id = w.council_id and p.id = w.person_id
  join shared_line l on l.council_id = w.council_id and l.sharing_id = w.id and l.person_id = p.id
  where a.council_id = (select current_council()) and a.id = (select current_account()) and a.role in ('delegate', 'person') and a.disabled_at is null
    and w.ended_at is null and w.ends_on >= today and l.revoked_at is null and l.until_on >= today
    and p.merged_into is null and p.restricted_to_team is null and p.died_on is null
    and not exists (select from held_back h where h.council_id = w.council_id and h.person_id = p.id
      and (h.thing_id = l.thing_id or l.thing_id = any (h.also))
      and h.lifted_at is null and h.is_approved is distinct from false)
  order by 4, p.id, l.shared_on desc, l.id limit 500
$$;
comment on function lines_shared_with_me(timestamptz) is
  'Which lines are shared with whoever acts, or with a team they work in, at this moment: ids, days and the sharer''s name. Security definer because they see no row of any table; repeats the council test.';

create function shared_with_me(at timestamptz)
returns table (
  sharing_id uuid, line_id uuid, person_id uuid, sharer text, team_id uuid, kind text, since_on date, until_on date,
  said_on date, title text, words jsonb, from_kind text, from_name text, mine jsonb
) language plpgsql stable set search_path = public, pg_temp as $$
declare
  line record;
  own_before text := coalesce(current_setting('alongside.own', true), '');
begin
  for line in select * from lines_shared_with_me(shared_with_me.at) loop
    -- From here the policies of the sharer's own page hold: what is held back from them, or anybody else's, is not here.
    perform set_config('alongside.own', line.person_id::text, true);
    return query
      select line.sharing_id, line.line_id, line.person_id, line.sharer, line.team_id, line.kind, line.since_on, line.until_on,
        o.said_on, o.title, o.words, o.from_kind, o.from_name,
        coalesce((select jsonb_agg(jsonb_build_object('words', s.words, 'saidAt', s.said_at) order by s.said_at) from shared_answer s
          where s.council_id = current_council() and s.line_id = line.line_id and s.said_by = current_account()), '[]')
      from line_to_share(line.kind, line.thing_id) o
      -- W4: an address kept private is in no line that leaves, whoever wrote it into one.
      where not names_private_address(line.person_id, o.title || o.words::text);
  end loop;
  perform set_config('alongside.own', own_before, true);
end $$;
comment on function shared_with_me(timestamptz) is
  'What somebody is shown of what others share with them (W2): each line as it stands now, read at the page of whoever shares it and nowhere else.';

create function names_private_address(person uuid, told text) returns boolean language sql stable set search_path = public, pg_temp as $$
  select exists (select from address a where a.council_id = (select current_council()) and a.person_id = person and a.is_protected and a.postcode <> ''
    and position(replace(lower(a.postcode), ' ', '') in replace(lower(told), ' ', '')) > 0)
$$;
comment on function names_private_address(uuid, text) is 'Whether words hold the postcode of an address this person keeps private (W4).';

create function answer_shared(at timestamptz, answer_id uuid, line uuid, words text, is_beside boolean) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  seen record;
  who record;
begin
  select s.sharing_id, s.person_id, s.thing_id into seen from lines_shared_with_me(answer_shared.at) s where s.line_id = line;
  if not found then
    return null;
  end if;
  -- Held, so that taking back waits for this or this for that: nothing is said beside a line that was taken back.
  perform from shared_line l where l.council_id = current_council() and l.id = line and l.revoked_at is null for share;
  if not found then
    return null;
  end if;
  select coalesce(c.name, a.name) as name, coalesce(c.works_in, w.kind) as kind, coalesce(c.organisation, w.organisation) as organisation into who
    from sharing_with w join account a on a.council_id = w.council_id and a.id = current_account()
    left join team_colleague c on c.council_id = w.council_id and c.team_id = w.team_id and c.account_id = a.id
    where w.council_id = current_council() and w.id = seen.sharing_id;
  insert into shared_answer (council_id, id, person_id, sharing_id, line_id, thing_id, said_by, from_name, from_kind, organisation, words, said_at)
    values (current_council(), answer_id, seen.person_id, seen.sharing_id, case when is_beside then line end, case when is_beside then seen.thing_id end,
      current_account(), who.name, who.kind, who.organisation, answer_shared.words, answer_shared.at);
  insert into news (council_id, id, person_id, reference, about, thing_id, made_at, tell_from)
    values (current_council(), answer_id, seen.person_id, 'answer ' || answer_id, 'answer-beside-your-words', seen.thing_id, answer_shared.at, answer_shared.at);
  return seen.person_id;
end $$;
comment on function answer_shared(timestamptz, uuid, uuid, text, boolean) is
  'Says something back to whoever shares this line, beside it or as a line of one''s own; null when it is not shared now. Security definer because whoever is shared with may write to no table; repeats the council test.';
