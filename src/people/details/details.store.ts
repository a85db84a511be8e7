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
import { Conflict, type Problem, Unknown } from '../../platform/http/problems.ts';
import { searchable } from '../finding/names.ts';
import { tellTimeline } from '../timeline/timeline.store.ts';
import { privateAddressesOf } from './addresses.store.ts';
import { asLines, type Details, problemsWith, whatChanged } from './details.ts';

export interface DetailsKept extends Details {
  version: number;
}

/** What is kept of who somebody is and how to reach them; never where they live. */
export async function detailsOf(db: CouncilReader, personId: string): Promise<DetailsKept> {
  const [row] = await readRows<DetailsKept>(
    db,
    sql`select full_name as "fullName", known_as as "knownAs", pronouns, born_on as "bornOn", languages,
      about_line as "aboutLine", phone, email, council_ref as "councilRef", nhs_number as "nhsNumber", version
      from person where council_id = ${councilOf(db)} and id = ${personId}`,
  );
  if (!row) throw new Unknown();
  return row;
}

/** Holds a person's own row until this transaction ends, so that two who write about them at once come one after the other. */
export async function holdPerson(db: CouncilDb, personId: string): Promise<void> {
  await readRows(
    db,
    sql`select id from person where council_id = ${councilOf(db)} and id = ${personId} for update`,
  );
}

/**
 * Keeps somebody's details and tells their story which changed (W4: by name only), or says what is wrong and with
 * which. Throws `Conflict` with both texts when a colleague changed them meanwhile.
 */
export async function changeDetails(
  db: CouncilDb,
  personId: string,
  { version, ...after }: DetailsKept,
): Promise<Problem[]> {
  await holdPerson(db, personId);
  const { version: kept, ...before } = await detailsOf(db, personId);
  if (kept !== version)
    throw new Conflict(
      'Somebody else changed these details while you did.',
      { who: 'What is there now', words: asLines(before) },
      asLines(after),
    );
  const problems = problemsWith(after, dayOf(nowOf(db)), await privateAddressesOf(db, personId));
  if (problems.length) return problems;
  const changed = whatChanged(before, after);
  if (!changed.length) return [];
  if (!(await isKept(db, personId, after, version)))
    return [
      {
        field: 'nhsNumber',
        message:
          'This number cannot be kept here: check it with them, and search for it in case we have met before',
      },
    ];
  const listed = changed.join(', ').replace(/^./, (first) => first.toUpperCase());
  await tellTimeline(db, {
    personId,
    at: nowOf(db),
    kind: 'details',
    title: 'Details changed',
    byLine: actorOf(db).name,
    voices: [{ voice: 'note', words: `${listed}.` }],
    link: `/people/${personId}/details`,
  });
  return [];
}

/** Keeps where somebody said they can be reached, when it is new. The caller holds the person, and tells their story. */
export async function keepHowToReach(
  db: CouncilDb,
  personId: string,
  { phone, email }: Pick<Details, 'phone' | 'email'>,
): Promise<void> {
  await sql`update person set phone = ${phone}, email = ${email}, version = version + 1
    where council_id = ${councilOf(db)} and id = ${personId}
      and (phone is distinct from ${phone}::text or email is distinct from ${email}::text)`.execute(db);
}

/** False when the NHS number stands on another record, be it one this worker may not know of: either says the same (W5). */
async function isKept(db: CouncilDb, personId: string, after: Details, version: number): Promise<boolean> {
  await sql`savepoint before_details`.execute(db);
  try {
    await update(db, personId, after, version);
    await sql`release savepoint before_details`.execute(db);
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'constraint' in error && error.constraint === 'person_nhs_number'))
      throw error;
    await sql`rollback to savepoint before_details`.execute(db);
    return false;
  }
}

async function update(db: CouncilDb, personId: string, after: Details, version: number): Promise<void> {
  await db
    .updateTable('person')
    .set({
      full_name: after.fullName,
      known_as: after.knownAs,
      pronouns: after.pronouns,
      born_on: after.bornOn,
      languages: after.languages,
      about_line: after.aboutLine,
      phone: after.phone,
      email: after.email,
      council_ref: after.councilRef,
      nhs_number: after.nhsNumber,
      // A number that changed is traced again before it is relied on.
      nhs_number_is_verified: sql<boolean>`nhs_number_is_verified and nhs_number is not distinct from ${after.nhsNumber}::text`,
      search_text: searchable(`${after.fullName} ${after.knownAs ?? ''}`),
      version: version + 1,
    })
    .where('council_id', '=', councilOf(db))
    .where('id', '=', personId)
    .execute();
}
