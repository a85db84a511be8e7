import { sql } from 'kysely';
import { tellTimeline } from '../../people/timeline/timeline.store.ts';
import type { Voice } from '../../people/timeline/timeline.ts';
import { type Day, dayOf } from '../../platform/clock.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import type { Own, WayToTell } from '../frame/own.ts';
import type { Line } from '../line/line.ts';
import { titles, type WayToSay } from './say.ts';

/** Something they said of a line: kept as it was said, never changed. */
export interface OwnLine {
  id: string;
  thingId: string;
  what: WayToSay;
  words: string | null;
  /** The line as it stood then. */
  was: string;
  saidOn: Day;
  told: 'themselves' | WayToTell;
  byName: string;
  /** Whether it is their last word of its kind on this line. */
  stands: boolean;
}

/** What they said of these lines, first first. @example (await saidOf(db, [promise.id])).get(promise.id) */
export async function saidOf(
  db: CouncilReader,
  thingIds: readonly string[],
): Promise<Map<string, OwnLine[]>> {
  if (!thingIds.length) return new Map();
  const said = await readRows<OwnLine>(
    db,
    sql`select id, thing_id as "thingId", what, words, was, said_on as "saidOn", told, by_name as "byName", stands
      from said_beside where council_id = ${councilOf(db)} and thing_id = any (${[...thingIds]}::uuid[])
      order by said_at, id limit 2000`,
  );
  return new Map(thingIds.map((id) => [id, said.filter(({ thingId }) => thingId === id)]));
}

export interface NewOwnLine {
  what: WayToSay;
  words: string | null;
  on: Day | null;
  told: WayToTell | null;
}

type SaidOf = Pick<Line, 'id' | 'sourceId' | 'words'> & { kind: Line['kind'] | 'wishes' };

/** Keeps what they said beside the line as it stands, and tells their story. Nothing is written over. */
export async function keepSaid(db: CouncilDb, own: Own, line: SaidOf, said: NewOwnLine): Promise<string> {
  const id = newId();
  await db
    .insertInto('own_line')
    .values({
      ...{ council_id: councilOf(db), id, person_id: own.personId },
      ...{ kind: line.kind, thing_id: line.id, source_id: line.sourceId, was: line.words },
      ...{ what: said.what, words: said.words },
      ...{ said_on: said.on ?? dayOf(nowOf(db)), said_at: nowOf(db) },
      ...{ by_account: actorOf(db).accountId, told: said.told ?? 'themselves' },
    })
    .execute();
  await tellTimeline(db, {
    personId: own.personId,
    at: nowOf(db),
    kind: 'own-line',
    title: line.kind === 'wishes' ? `${own.name} changed how to be reached` : titles[said.what](own.name),
    byLine: byLineOf(db, own, said.told),
    voices: voicesOf(own, line, said),
    link: linkTo(own.personId, line),
    // What tells of a held-back thing is held back with it (W1).
    sourceId: line.sourceId ?? line.id,
  });
  return id;
}

const howTold = { together: 'sitting together', phone: 'by phone', paper: 'on paper' };

/** Who wrote it: themselves, or the worker they told, and how. */
export function byLineOf(db: CouncilReader, own: Own, told: WayToTell | null): string {
  return told ? `${actorOf(db).name} wrote it, told ${howTold[told]}` : `${own.name}, on their own page`;
}

function voicesOf(own: Own, line: SaidOf, { what, words }: NewOwnLine): Voice[] {
  const note = what === 'correction' ? 'Before, it said' : 'Of this';
  return [
    ...(words ? [{ voice: 'said' as const, who: own.name, words }] : []),
    // How they were reached before is kept in `own_line`: a story never tells a number (W4).
    ...(line.words && line.kind !== 'wishes'
      ? [{ voice: 'note' as const, words: `${note}: “${shortly(line.words)}”` }]
      : []),
  ];
}

/** A correction keeps the whole of the old in `own_line`; the story shows enough to know it by. */
const shortly = (words: string): string => (words.length > 600 ? `${words.slice(0, 600)} …` : words);

function linkTo(personId: string, { kind, id }: SaidOf): string | null {
  if (kind === 'promise') return `/promises/${id}`;
  if (kind === 'need') return `/people/${personId}/plan`;
  if (kind === 'around') return `/people/${personId}/around`;
  return kind === 'wishes' ? `/people/${personId}/messages` : null;
}
