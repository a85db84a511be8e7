import { sql } from 'kysely';
import { comeAlongside } from '../../../src/people/opening.store.ts';
import {
  addAddress,
  addGift,
  addNeed,
  addPersonAround,
  makePerson,
} from '../../../src/people/people.store.ts';
import { type CouncilDb, councilOf } from '../../../src/platform/db/council.ts';
import { bornOn, type Person, type Story } from '../script.ts';
import { daysAgo, known, type Stage } from './stage.ts';

/** Makes everybody first, then joins carers to the people they care for, who may be anybody in the script. */
export async function meetEverybody(
  stage: Stage,
  db: CouncilDb,
  stories: readonly Story[],
  teams: Map<string, string>,
): Promise<void> {
  for (const { person } of stories) {
    const id = await meet(stage, db, person);
    stage.people.set(person.key, id);
    stage.names.set(person.key, person.likesToBeCalled);
    await comeAlongside(db, id, { teamId: known(teams, person.team) }, 'contact');
  }
  for (const { person } of stories) await whoIsAround(stage, db, person);
}

async function meet(stage: Stage, db: CouncilDb, person: Person): Promise<string> {
  const id = await makePerson(db, {
    fullName: person.fullName,
    knownAs: person.likesToBeCalled,
    pronouns: person.pronoun,
    bornOn: bornOn(person.age, person.birthday, stage.today),
    aboutLine: person.likes,
    whatMatters: person.whatMatters || null,
    councilRef: person.councilId,
    nhsNumber: person.nhsNumber,
    languages: person.languages.filter((language) => language !== 'English' || person.languages.length > 1),
    phone: person.phone ?? null,
    email: person.email ?? null,
  });
  const recordedOn = daysAgo(stage, 30);
  for (const need of person.communicationNeeds)
    await addNeed(db, id, { kind: 'communication', need: sentence(need), recordedOn });
  for (const need of person.adjustments)
    await addNeed(db, id, { kind: 'good-to-know', need: sentence(need), recordedOn });
  for (const gift of person.gifts) await addGift(db, id, gift);
  const { lines, postcode, isProtected } = person.address;
  await addAddress(db, id, { lines: lines.join('\n'), postcode, isProtected });
  return id;
}

async function whoIsAround(stage: Stage, db: CouncilDb, person: Person): Promise<void> {
  const id = known(stage.people, person.key);
  for (const one of person.around)
    await addPersonAround(db, id, {
      name: one.name,
      relation: one.mustNotBeTold ? `${one.relation}: must not be told` : one.relation,
      phone: one.phone ?? null,
      gives: one.gives,
      ifItStopped: one.ifItStopped,
      isCarer: one.record !== undefined,
      carerPersonId: one.record ? known(stage.people, one.record) : null,
    });
}

/** The made-up present begins before the script's first act: a record is as old as its person's first contact. */
export async function settleRecords(db: CouncilDb): Promise<void> {
  await sql`update person p set created_at = least(p.created_at, coalesce((select min(made_at) from contact c
    where c.council_id = p.council_id and c.person_id = p.id), p.created_at)) where p.council_id = ${councilOf(db)}
    and not p.is_made_up`.execute(db);
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
