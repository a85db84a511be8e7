import { sql } from 'kysely';
import { type CaredFor, caredForBy } from '../../people/carers/caring.store.ts';
import { thingsLeanedOn } from '../../people/carers/leaning.store.ts';
import { type Said, saidBy } from '../../people/carers/statements.store.ts';
import { latestOn, type Side, sameThing, sides } from '../../people/carers/willing.ts';
import { identityOf } from '../../people/people.store.ts';
import type { Identity } from '../../people/person.ts';
import { type Day, dayOf } from '../../platform/clock.ts';
import { type CouncilReader, councilOf, nowOf, readRows } from '../../platform/db/council.ts';

/** One thing, and the last word on each side of it. */
export interface OneThing {
  thing: string;
  said: Record<Side, Said | null>;
  /** Whether the plan of the one they look out for leans on it now. */
  isLeanedOn: boolean;
}

export interface WillingValue {
  identity: Identity;
  today: Day;
  lookedAfter: (CaredFor & { things: OneThing[]; earlier: Said[] })[];
  /** Words marked as willing or able that say nothing of whom, since they look out for several. */
  marked: { entryId: string; phrase: string; thing: string }[];
  begins: { thing: string; about: string | null };
}

/** Everything a carer said they are willing and able to do, for each they look out for. For the carer's own record only (W2). */
export async function readWilling(
  db: CouncilReader,
  carerId: string,
  begins: WillingValue['begins'],
): Promise<WillingValue> {
  const all = await saidBy(db, carerId);
  const lookedAfter = [];
  for (const one of await caredForBy(db, carerId)) {
    const said = all.filter(({ forPersonId }) => forPersonId === one.personId);
    const leanedOn = await thingsLeanedOn(db, one.personId, carerId);
    lookedAfter.push({
      ...one,
      things: thingsIn(said, leanedOn),
      earlier: said.filter((was) => !was.isCurrent),
    });
  }
  return {
    identity: await identityOf(db, carerId),
    today: dayOf(nowOf(db)),
    lookedAfter,
    marked: lookedAfter.length > 1 ? await markedOnly(db, carerId) : [],
    begins,
  };
}

function thingsIn(said: readonly Said[], leanedOn: readonly string[]): OneThing[] {
  const current = said.filter(({ isCurrent }) => isCurrent);
  const things: string[] = [];
  for (const { thing } of current) if (!things.some((one) => sameThing(one, thing))) things.push(thing);
  return things
    .toSorted((one, other) => one.localeCompare(other, 'en-GB'))
    .map((thing) => ({
      thing,
      said: Object.fromEntries(
        sides.map((side) => [side, latestOn(current, thing, side) ?? null]),
      ) as OneThing['said'],
      isLeanedOn: leanedOn.some((one) => sameThing(one, thing)),
    }));
}

async function markedOnly(db: CouncilReader, carerId: string): Promise<WillingValue['marked']> {
  return readRows(
    db,
    sql<
      WillingValue['marked'][number]
    >`select f.entry_id as "entryId", f.phrase, f.details->>'what' as thing from tagged_fact f
      where f.council_id = ${councilOf(db)} and f.person_id = ${carerId} and f.kind in ('carer-willing', 'carer-able')
        and not exists (select from carer_statement s where s.council_id = f.council_id and s.carer_id = f.person_id
          and lower(s.thing) = lower(f.details->>'what') and s.side = case f.kind when 'carer-able' then 'able' else 'willing' end)
      order by f.happened_on desc, f.id limit 20`,
  );
}
