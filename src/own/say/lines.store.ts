import { type RawBuilder, sql } from 'kysely';
import { headingsHere } from '../../people/about-me/about-me.store.ts';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilReader, councilOf, nowOf, readRows } from '../../platform/db/council.ts';
import { Unknown } from '../../platform/http/problems.ts';
import type { LineKind } from '../frame/line-kinds.ts';
import type { Own } from '../frame/own.ts';
import { type KeptLine, type Telling, type ToldLine, toldLine } from './told.ts';

type Sql = RawBuilder<unknown>;

/** Of the story, what a booklet tells under a heading of its own. */
const toldElsewhere = ['own-line', 'message', 'about-me', 'around', 'willing-and-able', 'story', 'sharing'];

/**
 * Where each kind of line stands, as one row: its words, who wrote it and when. What is held back is out of sight
 * of every one of them (W1): the database sees to it.
 */
const rows: Record<LineKind, (council: number, personId: string) => Sql> = {
  talked: (council, personId) => sql`select t.id, t.source_id as "sourceId",
      coalesce((select string_agg(v.value->>'words', E'\n' order by v.ordinality)
        from jsonb_array_elements(t.voices) with ordinality v where v.value->>'words' <> ''), t.title) as words,
      nullif(t.by_line, '') as writer, (t.at at time zone 'Europe/London')::date as "on", t.at as latest,
      t.kind <> all (${toldElsewhere}::text[]) as "isOnPaper",
      json_build_object('kind', t.kind, 'voices', t.voices) as talked
    from timeline_event t where t.council_id = ${council} and t.person_id = ${personId}`,
  promise: (
    council,
    personId,
  ) => sql`select r.id, r.source_id as "sourceId", '' as words, null as writer, r.made_on as "on",
      json_build_object('who', r.who, 'what', r.what, 'dueOn', r.due_on, 'state', r.state, 'why', r.why,
        'isOurs', r.account_id is not null, 'names', json_build_array(p.full_name, p.known_as)) as promise,
      (r.state = 'open', r.made_on) as latest
    from promise r join person p on p.council_id = r.council_id and p.id = r.person_id
    where r.council_id = ${council} and r.person_id = ${personId}`,
  need: (council, personId) => sql`select n.id, n.plan_id as "sourceId", n.need || E'\n' || n.how as words,
      a.name as writer, coalesce(pl.agreed_on, pl.starts_on) as "on",
      (pl.state = 'standing', pl.starts_on, -n.position) as latest, pl.state <> 'followed-by-a-later-one' as "isOnPaper",
      json_build_object('need', n.need, 'how', n.how, 'metBy', n.met_by, 'who', n.who) as need
    from plan_need n join plan pl on pl.council_id = n.council_id and pl.id = n.plan_id
    left join account a on a.council_id = pl.council_id and a.id = pl.written_by
    where n.council_id = ${council} and pl.person_id = ${personId}`,
  about: (
    council,
    personId,
  ) => sql`select m.id, m.replaces as "sourceId", m.words, case when m.told is not null then a.name end as writer,
      m.said_on as "on", json_build_object('key', m.heading) as about, m.said_at as latest
    from about_me m left join account a on a.council_id = m.council_id and a.id = m.said_by
    where m.council_id = ${council} and m.person_id = ${personId} and m.is_current`,
  around: (
    council,
    personId,
  ) => sql`select r.id, null as "sourceId", '' as words, null as writer, null as "on",
      json_build_object('name', r.name, 'relation', r.relation, 'phone', r.phone, 'gives', r.gives, 'howOften', r.how_often,
        'isRungFirst', r.is_rung_first, 'isCarer', r.is_carer) as around, r.name as latest
    from person_around r where r.council_id = ${council} and r.person_id = ${personId} and r.ended_on is null`,
  matters: (council, personId) => sql`select p.id, null as "sourceId", coalesce(p.what_matters, '') as words,
      null as writer, null as "on", p.id as latest
    from person p where p.council_id = ${council} and p.id = ${personId}`,
  caring: (council, personId) => sql`select s.id, s.entry_id as "sourceId",
      s.words, json_build_object('thing', s.thing, 'side', s.side, 'answer', s.answer,
        'forName', (select f.name from cares_for() f where f.person_id = s.for_person_id)) as caring, a.name as writer, s.said_on as "on", s.said_on as latest
    from carer_statement s left join account a on a.council_id = s.council_id and a.id = s.recorded_by
    where s.council_id = ${council} and s.carer_id = ${personId} and s.replaced_by is null`,
  story: (council, personId) => sql`select s.id, null as "sourceId",
      coalesce(v.title || E'\n' || v.their_words, '') as words, null as writer,
      (s.begun_at at time zone 'Europe/London')::date as "on", s.begun_at as latest,
      json_build_object('title', v.title) as story
    from story s left join lateral (select v.title, v.their_words from story_version v where v.council_id = s.council_id
      and v.story_id = s.id order by v.number desc limit 1) v on true
    where s.council_id = ${council} and s.person_id = ${personId}`,
};

/** One line of theirs, or `Unknown`: nobody's, somebody else's and a held-back one are the same (W1, W2). */
export async function findLine(db: CouncilReader, own: Own, kind: LineKind, id: string): Promise<ToldLine> {
  const [row] = await readRows<KeptLine>(
    db,
    sql<KeptLine>`select * from (${rows[kind](councilOf(db), own.personId)}) line where line.id = ${id}`,
  );
  if (!row) throw new Unknown();
  return toldLine(await tellingOf(db, own), { ...row, kind });
}

/**
 * Every line of one kind as it is printed, the latest first: of plans, not those that a later one followed; of the story,
 * not what they said of it, which stands beside the line it is about.
 */
export async function linesOf(db: CouncilReader, own: Own, kind: LineKind, most = 30): Promise<ToldLine[]> {
  const found = await readRows<KeptLine>(
    db,
    sql<KeptLine>`select * from (${rows[kind](councilOf(db), own.personId)}) line
      where to_jsonb(line)->>'isOnPaper' is distinct from 'false' order by line.latest desc, line.id limit ${most}`,
  );
  const telling = await tellingOf(db, own);
  return found.map((row) => toldLine(telling, { ...row, kind }));
}

const tellingOf = async (db: CouncilReader, own: Own): Promise<Telling> => ({
  own,
  headings: await headingsHere(db),
  today: dayOf(nowOf(db)),
});
