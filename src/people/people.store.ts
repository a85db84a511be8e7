import { sql } from 'kysely';
import { type CouncilDb, type CouncilReader, councilOf, nowOf, readRows } from '../platform/db/council.ts';
import { Unknown } from '../platform/http/problems.ts';
import { newId } from '../platform/ids.ts';
import { isEmpty, type Looking } from './finding/finding.ts';
import { searchable } from './finding/names.ts';
import type { Identity, PersonAround } from './person.ts';

export interface NewPerson {
  fullName: string;
  knownAs?: string | null;
  pronouns?: string | null;
  bornOn?: string | null;
  aboutLine?: string | null;
  whatMatters?: string | null;
  councilRef?: string | null;
  nhsNumber?: string | null;
  languages?: string[];
  phone?: string | null;
  email?: string | null;
}

/** Makes a person's record and returns its id. Search first (F4): this does not look for the same person. */
export async function makePerson(db: CouncilDb, person: NewPerson): Promise<string> {
  const id = newId();
  await db
    .insertInto('person')
    .values({
      council_id: councilOf(db),
      id,
      full_name: person.fullName,
      known_as: person.knownAs ?? null,
      pronouns: person.pronouns ?? null,
      born_on: person.bornOn ?? null,
      about_line: person.aboutLine ?? null,
      what_matters: person.whatMatters ?? null,
      council_ref: person.councilRef ?? null,
      nhs_number: person.nhsNumber ?? null,
      languages: person.languages ?? [],
      phone: person.phone ?? null,
      email: person.email ?? null,
      search_text: searchable(`${person.fullName} ${person.knownAs ?? ''}`),
      created_at: nowOf(db),
    })
    .execute();
  return id;
}

export interface Found {
  id: string;
  fullName: string;
  knownAs: string | null;
  bornOn: string | null;
  postcodeArea: string | null;
  lastWords: string | null;
  lastAt: Date | null;
}

/** People who may be the one looked for, likeliest first, with what they told us before (F4). At most 20. */
export async function findPeople(db: CouncilReader, looking: Looking, most = 20): Promise<Found[]> {
  if (isEmpty(looking)) return [];
  return readRows<Found>(
    db,
    sql`select id, full_name as "fullName", known_as as "knownAs", born_on as "bornOn",
      postcode_area as "postcodeArea", last_words as "lastWords", last_at as "lastAt"
    from find_people(${looking.wordGroups}::text[], ${looking.phone}, ${looking.bornOn}::date, ${looking.postcodeStart},
      ${looking.nhsNumber}, ${most})`,
  );
}

/** Who a person is and how to be understood, for the top of every page about them. */
export async function identityOf(db: CouncilReader, personId: string): Promise<Identity> {
  const [row] = await readRows<Identity>(
    db,
    sql`select p.id as "personId", p.full_name as "fullName", p.known_as as "knownAs", p.pronouns, p.born_on as "bornOn",
      p.about_line as "aboutLine", p.what_matters as "whatMatters", p.languages,
      coalesce((select json_agg(json_build_object('kind', n.kind, 'need', n.need) order by n.kind, n.id)
        from communication_need n where n.council_id = p.council_id and n.person_id = p.id), '[]') as needs
    from person p where p.council_id = ${councilOf(db)} and p.id = ${personId}`,
  );
  if (!row) throw new Unknown();
  return row;
}

/** Puts what matters at the head of the person's page, in their own words, when nothing is there yet or what is there was put right. */
export async function rememberWhatMatters(
  db: CouncilDb,
  personId: string,
  words: string,
  putRight: string | null = null,
): Promise<void> {
  await sql`update person set what_matters = ${words}
    where council_id = ${councilOf(db)} and id = ${personId}
      and (what_matters is null or what_matters = ${putRight}::text)`.execute(db);
}

/** W5: a carer's own record, where the acting worker may know that there is one. */
export const carerToBeKnownOf = sql`(select p.id from person p
  where p.council_id = person_around.council_id and p.id = person_around.carer_person_id)`;

export async function peopleAround(db: CouncilReader, personId: string): Promise<PersonAround[]> {
  return readRows<PersonAround>(
    db,
    sql`select id, name, relation, phone, gives, if_it_stopped as "ifItStopped", is_carer as "isCarer",
      ${carerToBeKnownOf} as "carerPersonId"
    from person_around where council_id = ${councilOf(db)} and person_id = ${personId} and ended_on is null order by name limit 100`,
  );
}

export async function giftsOf(db: CouncilReader, personId: string): Promise<string[]> {
  const rows = await readRows<{ gift: string }>(
    db,
    sql`select gift from gift where council_id = ${councilOf(db)} and person_id = ${personId} order by id limit 50`,
  );
  return rows.map(({ gift }) => gift);
}

export async function addPersonAround(
  db: CouncilDb,
  personId: string,
  around: Omit<PersonAround, 'id'>,
): Promise<void> {
  await db
    .insertInto('person_around')
    .values({
      council_id: councilOf(db),
      id: newId(),
      person_id: personId,
      name: around.name,
      relation: around.relation,
      phone: around.phone,
      gives: around.gives,
      if_it_stopped: around.ifItStopped,
      is_carer: around.isCarer,
      carer_person_id: around.carerPersonId,
    })
    .execute();
}

/** Puts right who somebody around a person is, or what they do. What stood before is for the caller to keep. */
export async function putAroundRight(
  db: CouncilDb,
  id: string,
  { name, relation, phone, gives }: Pick<PersonAround, 'name' | 'relation' | 'phone' | 'gives'>,
): Promise<void> {
  await db
    .updateTable('person_around')
    .set({ name, relation, phone, gives })
    .where('council_id', '=', councilOf(db))
    .where('id', '=', id)
    .execute();
}

export async function addGift(db: CouncilDb, personId: string, gift: string): Promise<void> {
  await db
    .insertInto('gift')
    .values({ council_id: councilOf(db), id: newId(), person_id: personId, gift })
    .execute();
}

export async function addNeed(
  db: CouncilDb,
  personId: string,
  need: {
    kind: 'communication' | 'good-to-know';
    need: string;
    recordedOn: string;
    checkAgainOn?: string | null;
  },
): Promise<void> {
  await db
    .insertInto('communication_need')
    .values({
      council_id: councilOf(db),
      id: newId(),
      person_id: personId,
      kind: need.kind,
      need: need.need,
      recorded_on: need.recordedOn,
      check_again_on: need.checkAgainOn ?? null,
    })
    .execute();
}

export async function addAddress(
  db: CouncilDb,
  personId: string,
  address: { lines: string; postcode: string | null; isProtected: boolean; sinceOn?: string | null },
): Promise<void> {
  await db
    .insertInto('address')
    .values({
      council_id: councilOf(db),
      id: newId(),
      person_id: personId,
      lines: address.lines,
      postcode: address.postcode,
      is_protected: address.isProtected,
      since_on: address.sinceOn ?? null,
    })
    .execute();
}

/**
 * The half postcode somebody lives in, to look for company near them; null when it is not known or their address is
 * protected (W4).
 */
export async function homeDistrictOf(db: CouncilReader, personId: string): Promise<string | null> {
  const [row] = await readRows<{ district: string }>(
    db,
    sql`select split_part(postcode, ' ', 1) as district from address
      where council_id = ${councilOf(db)} and person_id = ${personId} and until_on is null and postcode is not null
        and not exists (select from address where council_id = ${councilOf(db)} and person_id = ${personId}
          and until_on is null and is_protected)
      order by since_on desc nulls last, id limit 1`,
  );
  return row?.district ?? null;
}
