import { sql } from 'kysely';
import { holdPerson, keepHowToReach } from '../../people/details/details.store.ts';
import { addNeed } from '../../people/people.store.ts';
import { dayOf } from '../../platform/clock.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../platform/db/council.ts';
import { Conflict } from '../../platform/http/problems.ts';
import type { Own, WayToTell } from '../frame/own.ts';
import { keepSaid } from '../say/say.store.ts';
import {
  allWishes,
  changedWishes,
  changesTold,
  formats,
  needOf,
  type WishChanged,
  type Wishes,
  type WishesKept,
  wishesInWords,
} from './wishes.ts';

/** How somebody wants to be reached, as it stands; while nobody has asked them, what is known of them. */
export async function wishesOf(db: CouncilReader, personId: string): Promise<WishesKept> {
  const [row] = await readRows<Omit<WishesKept, 'formats'> & { needs: string[] }>(
    db,
    sql`select coalesce(w.may_ring, false) as "mayRing", coalesce(w.may_text, false) as "mayText",
        coalesce(w.may_email, false) as "mayEmail", coalesce(w.may_post, false) as "mayPost", p.phone, p.email,
        w.best_times as "bestTimes", to_char(w.not_before, 'HH24:MI') as "notBefore", to_char(w.not_after, 'HH24:MI') as "notAfter",
        coalesce(w.not_days, '{}') as "notDays", w.please_do_not as "pleaseDoNot", w.say_nothing_of as "sayNothingOf",
        w.not_to_be_told as "notToBeTold", w.since, coalesce(w.version, 0) as version,
        array(select n.need from communication_need n where n.council_id = p.council_id and n.person_id = p.id
          and n.kind = 'communication') as needs
      from person p left join contact_wish w on w.council_id = p.council_id and w.person_id = p.id
      where p.council_id = ${councilOf(db)} and p.id = ${personId}`,
  );
  if (!row) throw new Error('an open page has its person');
  const { needs, ...wishes } = row;
  return { ...wishes, formats: formats.filter((format) => needs.includes(needOf[format])) };
}

/**
 * Keeps how they want to be reached, where it is acted on: their phone and e-mail, how to communicate with them, and
 * what is good to know before anybody rings. False when nothing is different. Throws `Conflict` when somebody else
 * changed it meanwhile.
 */
export async function keepWishes(
  db: CouncilDb,
  own: Own,
  wishes: Wishes,
  { version, told }: { version: number; told: WayToTell | null },
): Promise<boolean> {
  await holdPerson(db, own.personId);
  const { since: _, version: kept, ...before } = await wishesOf(db, own.personId);
  const changed = changedWishes(before, wishes);
  if (kept !== version) throw changedMeanwhile(before, changed);
  if (kept > 0 && !changed.length) return false;
  await writeWishes(db, own.personId, wishes, told);
  await keepHowToReach(db, own.personId, wishes);
  await keepNeeds(db, own.personId, before, wishes);
  const was = { id: own.personId, sourceId: null, kind: 'wishes' as const, words: asLines(before) };
  const words = changesTold(changed) || 'Nothing is different.';
  await keepSaid(db, own, was, { what: 'correction', words, on: null, told });
  return true;
}

const changedMeanwhile = (before: Wishes, changed: readonly WishChanged[]): Conflict =>
  new Conflict(
    'This was changed while you were writing.',
    { who: 'What is there now', words: asLines(before) },
    changed.map(({ wish, now }) => `${wishesInWords[wish]}: ${now || 'nothing'}`).join('\n'),
  );

const asLines = (wishes: Wishes): string =>
  allWishes.map((wish) => `${wishesInWords[wish]}: ${String(wishes[wish] ?? '') || 'nothing'}`).join('\n');

async function writeWishes(
  db: CouncilDb,
  personId: string,
  wishes: Wishes,
  told: WayToTell | null,
): Promise<void> {
  const { mayText, mayEmail, mayRing, mayPost, notBefore, notAfter, notDays } = wishes;
  const { bestTimes, pleaseDoNot, sayNothingOf, notToBeTold } = wishes;
  const kept = {
    ...{ may_text: mayText, may_email: mayEmail, may_ring: mayRing, may_post: mayPost },
    ...{ not_before: notBefore, not_after: notAfter, not_days: notDays, best_times: bestTimes },
    ...{ please_do_not: pleaseDoNot, say_nothing_of: sayNothingOf, not_to_be_told: notToBeTold },
    ...{ since: dayOf(nowOf(db)), changed_by: actorOf(db).accountId, told: told ?? 'themselves' },
  };
  await db
    .insertInto('contact_wish')
    .values({ council_id: councilOf(db), person_id: personId, ...kept })
    .onConflict((conflict) =>
      conflict
        .columns(['council_id', 'person_id'])
        .doUpdateSet({ ...kept, version: sql<number>`contact_wish.version + 1` }),
    )
    .execute();
}

interface Need {
  kind: 'communication' | 'good-to-know';
  need: string;
}

/** Formats are how to communicate; what we must not do, and whom not to tell, are said before anybody rings. */
const needsIn = (wishes: Wishes): Need[] => [
  ...wishes.formats.map((format) => ({ kind: 'communication' as const, need: needOf[format] })),
  ...[
    wishes.pleaseDoNot ? `They ask: “${wishes.pleaseDoNot}”` : '',
    wishes.notToBeTold ? `Not to be told that we are in touch: “${wishes.notToBeTold}”` : '',
  ]
    .filter(Boolean)
    .map((need) => ({ kind: 'good-to-know' as const, need })),
];

async function keepNeeds(db: CouncilDb, personId: string, before: Wishes, after: Wishes): Promise<void> {
  const council = councilOf(db);
  const [was, now] = [needsIn(before), needsIn(after)];
  const isIn = (list: readonly Need[], { need }: Need) => list.some((one) => one.need === need);
  const gone = was.filter((one) => !isIn(now, one)).map(({ need }) => need);
  const come = now.filter((one) => !isIn(was, one));
  await sql`delete from communication_need where council_id = ${council} and person_id = ${personId} and need = any (${gone}::text[])`.execute(
    db,
  );
  for (const { kind, need } of come)
    await addNeed(db, personId, { kind, need, recordedOn: dayOf(nowOf(db)) });
}
