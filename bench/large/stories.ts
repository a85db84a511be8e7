import { idKinds, type Step, sizes } from './people.ts';

const person = (n: string) => `pg_temp.id(${idKinds.person}, ${n})`;
const team = (n: string) => `pg_temp.id(${idKinds.team}, ${n})`;
const account = (n: string) => `pg_temp.id(${idKinds.account}, ${n})`;
/** Three conversations to a life, a year each; the third is the one that may still be open. */
const conversationAt = (at: string) =>
  `pg_temp.id(${idKinds.conversation}, h.n * 4 + least(2, floor(extract(epoch from ${at} - (now() - interval '1095 days')) / 31536000))::integer)`;

/** Three years of three kinds of thing happening: an entry (with words and facts), a contact, and anything else. */
export const stories: readonly Step[] = [
  {
    what: 'conversations',
    fills: ['conversation'],
    sql: `insert into conversation (council_id, id, person_id, kind, team_id, opened_at, opened_by, resting_on, named_account_id, cover_account_id, how_to_come_back, check_back_on, is_made_up)
      select council_id, pg_temp.id(${idKinds.conversation}, n * 4 + k), ${person('n')}, kind, ${team('team')}, opened_at, ${account('team * 10 + 1')},
        case when is_open then null else (opened_at + interval '200 days')::date end,
        case when kind = 2 then ${account('team * 10 + 1')} end, case when kind = 2 then ${account('team * 10 + 2')} end,
        case when is_open then null else 'Ring us, or call in at the library.' end,
        case when is_open then null else (opened_at + interval '400 days')::date end, false
      from (select *, now() - interval '1 year' * (3 - k) + interval '1 day' * pg_temp.deal(n, 60 + k, 90) as opened_at,
          case when k = 2 and n % 300 = 1 then 2 when k = 2 and n % 20 = 3 then 3 else 1 end as kind,
          k = 2 and (n % 300 = 1 or n % 20 = 3 or n % 10 = 2) as is_open
        from who, generate_series(0, 2) k) c`,
  },
  {
    what: 'contacts',
    fills: ['contact'],
    sql: `insert into contact (council_id, id, person_id, made_at, ended_on, how, made_by, made_by_relation, permission, words, answered_by, held_by, team_id, spoken_on, is_made_up)
      select w.council_id, pg_temp.id(${idKinds.contact}, h.e), ${person('h.n')}, h.at, h.at::date, 'phone', 'Somebody', 'family', 'agreed', pg_temp.words(h.e, 70),
        ${account('w.team * 10 + 1 + h.e % 7')}, ${account('w.team * 10 + 1 + h.e % 7')}, ${team('w.team')},
        case when h.at > now() - interval '40 days' and pg_temp.deal(h.e, 71, 10) = 0 then null else least(current_date, h.at::date + pg_temp.deal(h.e, 72, 12)) end, true
      from happening h join who w on w.n = h.n where h.e % 20 in (1, 8, 14) order by h.e`,
  },
  {
    what: 'what was written',
    fills: ['entry'],
    sql: `insert into entry (council_id, id, person_id, conversation_id, author_id, happened_at, place, is_with_person, said, noticed, think, agreed, signed_at)
      select w.council_id, pg_temp.id(${idKinds.entry}, h.e), ${person('h.n')}, ${conversationAt('h.at')}, ${account('w.team * 10 + 1 + h.e % 7')}, h.at, 'at home', true,
        pg_temp.words(h.e, 80) || ' ' || pg_temp.words(h.e, 81), case when h.e % 2 = 0 then pg_temp.words(h.e, 82) else '' end,
        case when h.e % 4 = 0 then pg_temp.words(h.e, 83) else '' end, pg_temp.words(h.e, 84), h.at
      from happening h join who w on w.n = h.n where h.e % 3 = 0 order by h.e`,
  },
  {
    what: 'facts in it',
    fills: ['fact'],
    sql: `insert into fact (council_id, id, person_id, conversation_id, entry_id, voice, starts_at, ends_at, phrase, kind, happened_on, recorded_by, recorded_at)
      select e.council_id, pg_temp.id(15, ('x' || right(e.id::text, 8))::bit(32)::bigint * 4 + k), e.person_id, e.conversation_id, e.id, 'said', k * 6, k * 6 + 5,
        substring(e.said from k * 6 + 1 for 5), (array['what-matters', 'may-have-needs', 'carer-asked'])[k + 1], e.happened_at::date, e.author_id, e.happened_at
      from entry e, generate_series(0, 2) k where pg_temp.deal(('x' || right(e.id::text, 8))::bit(32)::bigint, 90, 5) > k + 1
      order by e.happened_at`,
  },
  {
    what: 'the one story of each life',
    fills: ['timeline_event'],
    sql: `insert into timeline_event (council_id, id, person_id, at, kind, title, by_line, voices, link, source_id)
      select w.council_id, pg_temp.id(${idKinds.event}, h.e), ${person('h.n')}, h.at,
        case when t.id is not null then 'entry' when h.e % 20 in (1, 8, 14) then 'contact' else 'promise' end,
        case when t.id is not null then 'A conversation' when h.e % 20 in (1, 8, 14) then 'Somebody got in touch' else 'A promise was kept' end,
        'Worker ' || w.team || '-' || (1 + h.e % 7),
        case when t.id is null then jsonb_build_array(jsonb_build_object('voice', 'note', 'words', pg_temp.words(h.e, 70)))
          else jsonb_build_array(jsonb_build_object('voice', 'said', 'words', t.said), jsonb_build_object('voice', 'noticed', 'words', t.noticed),
            jsonb_build_object('voice', 'think', 'words', t.think), jsonb_build_object('voice', 'agreed', 'words', t.agreed)) end,
        case when t.id is not null then '/conversations/' || t.conversation_id end,
        coalesce(t.id, pg_temp.id(${idKinds.contact}, h.e))
      from happening h join who w on w.n = h.n left join entry t on h.e % 3 = 0 and t.council_id = w.council_id and t.id = pg_temp.id(${idKinds.entry}, h.e)
      order by h.e`,
  },
  {
    what: 'promises',
    fills: ['promise'],
    sql: `insert into promise (council_id, id, person_id, who, account_id, what, due_on, state, made_on)
      select w.council_id, pg_temp.id(16, w.n * 8 + k), ${person('w.n')}, case when k % 2 = 0 then 'We' else 'The family' end,
        case when k % 2 = 0 then ${account('w.team * 10 + 1 + w.n % 7')} end, pg_temp.words(w.n, 100 + k), current_date - 60 * k + pg_temp.deal(w.n, 110 + k, 30),
        case when k = 0 and w.n % 5 < 2 then 'open' else 'kept' end, current_date - 60 * k - 20
      from who w, generate_series(0, 2) k where w.n <= 2 or pg_temp.deal(w.n, 120, 3) >= k`,
  },
  {
    what: 'crises, and everybody sticking to somebody',
    fills: ['crisis_contact'],
    sql: `insert into crisis_plan (council_id, conversation_id, person_id, must_change, safety_note, steady_looks_like, todays_one_thing)
        select council_id, id, person_id, 'Somebody is in the house at night.', 'The front door sticks: use the side.', 'A week of sleep.', 'Ring at six.'
        from conversation where kind = 2;
      insert into crisis_contact (council_id, id, conversation_id, person_id, account_id, at, line, is_with_person, reread_plan)
        select council_id, pg_temp.id(17, ('x' || right(id::text, 8))::bit(32)::bigint * 64 + k), id, person_id, named_account_id,
          least(now(), opened_at + interval '9 hours' * k), 'Spoke at the door; slept better.', k % 4 <> 0, k % 10 = 0
        from conversation, generate_series(0, 39) k where kind = 2`,
  },
  {
    what: 'support drawn on',
    fills: ['support'],
    sql: `insert into support (council_id, id, person_id, kind, what, started_on, ended_on, weekly_pence)
      select council_id, pg_temp.id(18, n), ${person('n')}, case when n % 3 = 0 then 'short-term' else 'ongoing' end, 'Somebody calling in the mornings',
        current_date - pg_temp.deal(n, 130, 1000), case when n % 3 = 0 then current_date end, 9000 from who where n % 12 = 4`,
  },
  {
    what: 'who looked, so far',
    fills: ['audit_entry'],
    sql: `insert into audit_entry (council_id, at, account_id, act, route, person_id, request_id)
      select w.council_id, now() - interval '365 days' * (1 - a / ${sizes.audit}.0), ${account('w.team * 10 + 1 + a % 7')}, 'read', '/people/:id', ${person('w.n')}, 'bench-' || a
      from generate_series(1, ${sizes.audit}) a join who w on w.n = 1 + pg_temp.deal(a, 140, ${sizes.people})`,
  },
];
