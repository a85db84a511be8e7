import { sql } from 'kysely';
import { type CouncilReader, councilOf, readRows } from '../../platform/db/council.ts';

/** Somebody a carer looks out for, as the carer's own record may name them: who, and what the carer is to them. */
export interface CaredFor {
  personId: string;
  name: string;
  relation: string;
}

/** Whom somebody looks out for. */
export async function caredForBy(db: CouncilReader, carerId: string): Promise<CaredFor[]> {
  return readRows<CaredFor>(
    db,
    sql`select distinct on (p.full_name, p.id) p.id as "personId", p.full_name as name, a.relation
      from person_around a join person p on p.council_id = a.council_id and p.id = a.person_id
      where a.council_id = ${councilOf(db)} and a.carer_person_id = ${carerId}
      order by p.full_name, p.id, a.id limit 20`,
  );
}

/** A carer with a record of their own, as they are called on the record of the one they look out for. */
export interface CarerOf {
  carerId: string;
  name: string;
  /** Every way that record may be named in a plan. */
  alsoCalled: string[];
}

/** Those who look out for somebody and have a record of their own. */
export async function carersOf(db: CouncilReader, personId: string): Promise<CarerOf[]> {
  return readRows<CarerOf>(
    db,
    sql`select distinct on (a.carer_person_id) a.carer_person_id as "carerId", a.name,
        array_remove(array[p.full_name, p.known_as], null) as "alsoCalled"
      from person_around a left join person p on p.council_id = a.council_id and p.id = a.carer_person_id
      where a.council_id = ${councilOf(db)} and a.person_id = ${personId} and a.carer_person_id is not null
      order by a.carer_person_id, a.id limit 20`,
  );
}
