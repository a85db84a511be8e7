import { sql } from 'kysely';
import { dayOf } from '../../platform/clock.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../platform/db/council.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { newId } from '../../platform/ids.ts';
import { carerToBeKnownOf } from '../people.store.ts';
import { tellTimeline } from '../timeline/timeline.store.ts';
import { type HowOften, nearestFirst, type PersonNear } from './near.ts';

/** Who is around somebody now, those to ring first at the head, then the nearest. */
export async function peopleNear(db: CouncilReader, personId: string): Promise<PersonNear[]> {
  const people = await readRows<PersonNear>(
    db,
    sql`select id, name, relation, phone, gives, if_it_stopped as "ifItStopped", is_carer as "isCarer",
      ${carerToBeKnownOf} as "carerPersonId", how_often as "howOften", is_rung_first as "isRungFirst",
      must_not_know as "mustNotKnow"
    from person_around where council_id = ${councilOf(db)} and person_id = ${personId} and ended_on is null
    order by name limit 100`,
  );
  return nearestFirst(people);
}

/** One of them, or `Unknown`. */
export async function findNear(db: CouncilReader, personId: string, aroundId: string): Promise<PersonNear> {
  const one = (await peopleNear(db, personId)).find(({ id }) => id === aroundId);
  if (!one) throw new Unknown();
  return one;
}

export interface HowNear {
  howOften: HowOften | null;
  isRungFirst: boolean;
  mustNotKnow: string | null;
}

export interface NewNear extends HowNear {
  name: string;
  relation: string;
  phone: string | null;
  gives: string | null;
}

/** Somebody in a person's life, as they say it themselves. The story tells who, and nothing they must not be told. */
export async function addNear(db: CouncilDb, personId: string, near: NewNear): Promise<string> {
  const id = newId();
  await db
    .insertInto('person_around')
    .values({
      council_id: councilOf(db),
      id,
      person_id: personId,
      name: near.name,
      relation: near.relation,
      phone: near.phone,
      gives: near.gives,
      how_often: near.howOften,
      is_rung_first: near.isRungFirst,
      must_not_know: near.mustNotKnow,
    })
    .execute();
  await tellOf(db, personId, `My people: ${near.name}, ${near.relation}`, id, near.gives);
  return id;
}

/** How near somebody is, put as the person says it now. */
export async function changeNear(
  db: CouncilDb,
  personId: string,
  aroundId: string,
  { howOften, isRungFirst, mustNotKnow }: HowNear,
): Promise<void> {
  await findNear(db, personId, aroundId);
  await db
    .updateTable('person_around')
    .set({ how_often: howOften, is_rung_first: isRungFirst, must_not_know: mustNotKnow })
    .where('council_id', '=', councilOf(db))
    .where('id', '=', aroundId)
    .execute();
}

/** Somebody is no longer around: off the pages from now on, and the line is kept. Twice is once. */
export async function noLongerNear(
  db: CouncilDb,
  personId: string,
  aroundId: string,
  words: string | null,
): Promise<void> {
  const isGone = await db
    .selectFrom('person_around')
    .select('id')
    .where('council_id', '=', councilOf(db))
    .where('person_id', '=', personId)
    .where('id', '=', aroundId)
    .where('ended_on', 'is not', null)
    .executeTakeFirst();
  if (isGone) return;
  const { name } = await findNear(db, personId, aroundId);
  await db
    .updateTable('person_around')
    .set({ ended_on: dayOf(nowOf(db)), ended_words: words })
    .where('council_id', '=', councilOf(db))
    .where('id', '=', aroundId)
    .execute();
  await tellOf(db, personId, `My people: ${name} is no longer around`, aroundId, words);
}

async function tellOf(
  db: CouncilDb,
  personId: string,
  title: string,
  sourceId: string,
  words: string | null,
): Promise<void> {
  await tellTimeline(db, {
    personId,
    at: nowOf(db),
    kind: 'around',
    title,
    byLine: actorOf(db).name,
    voices: words ? [{ voice: 'said', words }] : [],
    link: `/people/${personId}/around`,
    sourceId,
  });
}
