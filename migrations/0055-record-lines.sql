-- One line of somebody's record, of whatever kind, read here alone: for their own page, for paper, and for whoever they share it with.

drop function shared_with_me(timestamptz);
drop function line_to_share(text, uuid);
drop function line_as_kept(text, uuid);

create view record_line with (security_invoker = true) as
  select l.council_id, l.person_id, l.kind, l.id, l.source_id, l.words, l.facts, l.writer, l.written_on, l.is_printed, l.is_standing, l.latest, l.place,
    case when l.parts is not null then jsonb_build_object('saidOn', l.said_on, 'title', l.title, 'fromKind', l.from_kind, 'fromName', l.from_name,
      -- What they put right goes with the line: nobody is shown the wrong words alone.
      'words', l.parts || coalesce((select told_parts(array['put-right', s.words]) from own_line s
        where s.council_id = l.council_id and s.kind = l.kind and s.thing_id = l.id and s.what = 'correction'
        order by s.said_at desc, s.id desc limit 1), '[]')) end as as_shared
  from (
    -- Each column is of one type in every part: only then are no more parts and columns read than are asked for.
    select t.council_id, t.person_id, 'talked' as kind, t.id, t.source_id,
      coalesce((select string_agg(v->>'words', E'\n' order by n) from jsonb_array_elements(t.voices) with ordinality x (v, n) where v->>'words' <> ''), t.title) as words,
      jsonb_build_object('talked', jsonb_build_object('kind', t.kind, 'voices', t.voices)) as facts, nullif(t.by_line, '') as writer, (t.at at time zone 'Europe/London')::date as written_on,
      -- What a booklet tells under a heading of its own.
      t.kind not in ('own-line', 'message', 'about-me', 'around', 'willing-and-able', 'story', 'sharing') as is_printed, true as is_standing, t.at as latest, '' as place,
      t.kind as title, (t.at at time zone 'Europe/London')::date as said_on,
      -- What staff think stays between them and the person, unless it is all there is to the line.
      coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('voice', v->>'voice', 'who', v->>'who', 'words', v->>'words')) order by n)
        from jsonb_array_elements(t.voices) with ordinality x (v, n)
        where v->>'voice' <> 'think' or not exists (select from jsonb_array_elements(t.voices) o where o->>'voice' <> 'think')), '[]') as parts,
      case when t.kind like 'told-by-%' then substr(t.kind, 9) else 'social-care' end as from_kind, t.by_line as from_name
    from timeline_event t
    union all
    select r.council_id, r.person_id, 'promise', r.id, r.source_id, '',
      jsonb_build_object('promise', jsonb_build_object('who', r.who, 'what', r.what, 'dueOn', r.due_on, 'state', r.state, 'why', r.why,
        'isOurs', r.account_id is not null, 'names', jsonb_build_array(p.full_name, p.known_as))),
      null, r.made_on, true, r.state = 'open', r.made_on::timestamptz, '',
      r.who || ' ' || r.what, r.made_on, told_parts(array['due', r.due_on::text, 'state', r.state]), 'social-care', ''
    from promise r join person p on p.council_id = r.council_id and p.id = r.person_id
    union all
    -- Of plans the one that stands is the only one to share.
    select n.council_id, pl.person_id, 'need', n.id, n.plan_id, n.need || E'\n' || n.how,
      jsonb_build_object('need', jsonb_build_object('need', n.need, 'how', n.how, 'metBy', n.met_by, 'who', n.who)),
      a.name, coalesce(pl.agreed_on, pl.starts_on), pl.state <> 'followed-by-a-later-one',
      pl.state = 'standing', pl.starts_on::timestamptz, to_char(n.position, 'FM000000'),
      n.need, pl.starts_on, case pl.state when 'standing' then told_parts(array['how', n.how, 'who', n.who]) end, 'social-care', ''
    from plan_need n join plan pl on pl.council_id = n.council_id and pl.id = n.plan_id
    left join account a on a.council_id = pl.council_id and a.id = pl.written_by
    union all
    select m.council_id, m.person_id, 'about', m.id, m.replaces, m.words,
      jsonb_build_object('about', jsonb_build_object('key', m.heading)), case when m.told is not null then a.name end, m.said_on, true, true, m.said_at, '',
      m.heading, m.said_on, told_parts(array['said', m.words]), 'them', ''
    from about_me m left join account a on a.council_id = m.council_id and a.id = m.said_by
    where m.is_current
    union all
    select r.council_id, r.person_id, 'around', r.id, null, '',
      jsonb_build_object('around', jsonb_build_object('name', r.name, 'relation', r.relation, 'phone', r.phone, 'gives', r.gives,
        'howOften', r.how_often, 'isRungFirst', r.is_rung_first, 'isCarer', r.is_carer)),
      null, null, true, true, null, r.name,
      r.name, null, told_parts(array['relation', r.relation, 'gives', r.gives]), 'them', ''
    from person_around r where r.ended_on is null
    union all
    select p.council_id, p.id, 'matters', p.id, null, coalesce(p.what_matters, ''), '{}', null, null, true, true, null, '',
      '', null, case when p.what_matters <> '' then told_parts(array['said', p.what_matters]) end, 'them', ''
    from person p
    union all
    select s.council_id, s.carer_id, 'caring', s.id, s.entry_id, s.words,
      jsonb_build_object('caring', jsonb_build_object('thing', s.thing, 'side', s.side, 'answer', s.answer,
        'forName', (select f.name from cares_for() f where f.person_id = s.for_person_id))),
      a.name, s.said_on, true, true, s.said_on::timestamptz, '',
      s.thing, s.said_on, told_parts(array[s.side, s.answer, 'said', s.words]), 'them', ''
    from carer_statement s left join account a on a.council_id = s.council_id and a.id = s.recorded_by
    where s.replaced_by is null
    union all
    -- Theirs is the latest; others are shown the last they said yes to, as they said.
    select s.council_id, s.person_id, 'story', s.id, null, coalesce(v.title || E'\n' || v.their_words, ''),
      jsonb_build_object('story', jsonb_build_object('title', v.title)),
      null, (s.begun_at at time zone 'Europe/London')::date, true, true, s.begun_at, '',
      y.title, null, y.parts, 'them', ''
    from story s
    left join lateral (select v.title, v.their_words from story_version v
      where v.council_id = s.council_id and v.story_id = s.id order by v.number desc limit 1) v on true
    left join lateral (select v.title, told_parts(array['said', case when v.shows <> 'retelling' then v.their_words end,
        'retold', case when v.shows <> 'words' then v.retelling end]) as parts
      from story_version v join story_approval a on a.council_id = v.council_id and a.version_id = v.id
      where v.council_id = s.council_id and v.story_id = s.id and (s.withdrawn_at is null or s.withdrawn_at < a.approved_at)
      order by v.number desc limit 1) y on true
  ) l;
comment on view record_line is
  'One line of somebody''s record as it stands now, of every kind that can be answered, printed and shared. At their own page the policies of each table keep out what is held back.';
comment on column record_line.words is 'In a few words, as kept; what else there is to read is facts, by kind, for their own language to say.';
comment on column record_line.written_on is 'The day said beside its writer.';
comment on column record_line.is_standing is 'Of a plan that stands, or still to do: it comes first, then the latest.';
comment on column record_line.place is 'Which comes first of those of one moment.';
comment on column record_line.as_shared is
  'What whoever it is shared with is shown, the same to the person before they share it. Null: it is not to share as it stands now.';

create view shown_line with (security_invoker = true) as
  select s.council_id, s.id, s.person_id, s.sharing_id, s.kind, s.thing_id, s.shared_on, s.until_on, l.as_shared as line
  from shared_line s cross join lateral (select r.as_shared from record_line r
    where r.council_id = s.council_id and r.person_id = s.person_id and r.kind = s.kind and r.id = s.thing_id limit 1) l
  where s.revoked_at is null and l.as_shared is not null;
comment on view shown_line is 'Lines that people share and have not taken back, each as it stands now.';

create function shared_with_me(at timestamptz)
returns table (sharing_id uuid, line_id uuid, person_id uuid, sharer text, team_id uuid, kind text, since_on date, until_on date, line jsonb, mine jsonb)
language plpgsql stable set search_path = public, pg_temp as $$
declare
  whose record;
  own_before text := coalesce(current_setting('alongside.own', true), '');
begin
  for whose in select s.person_id, s.sharer, array_agg(s.line_id) as lines from lines_shared_with_me(shared_with_me.at) s
    group by s.sharer, s.person_id order by s.sharer, s.person_id
  loop
    -- From here the policies of the sharer's own page hold: what is held back from them, or anybody else's, is not here.
    perform set_config('alongside.own', whose.person_id::text, true);
    return query
      select l.sharing_id, l.id, l.person_id, whose.sharer, w.team_id, l.kind, l.shared_on, l.until_on, l.line,
        coalesce((select jsonb_agg(jsonb_build_object('words', a.words, 'saidAt', a.said_at) order by a.said_at) from shared_answer a
          where a.council_id = l.council_id and a.line_id = l.id and a.said_by = current_account()), '[]')
      from shown_line l join sharing_with w on w.council_id = l.council_id and w.id = l.sharing_id
      -- W4: an address kept private is in no line that leaves, whoever wrote it into one.
      where l.council_id = current_council() and l.id = any (whose.lines) and not names_private_address(l.person_id, l.line::text)
      order by l.shared_on desc, l.id;
  end loop;
  perform set_config('alongside.own', own_before, true);
end $$;
comment on function shared_with_me(timestamptz) is
  'What somebody is shown of what others share with them (W2): each line as it stands now, read at the page of whoever shares it and nowhere else.';
