import { sql } from 'kysely';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  nowOf,
  readRows,
} from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import type { Bundle } from '../publishing/telling/bundle.ts';

export interface Received {
  id: string;
  bundle: Bundle;
}

/** Keeps what another place told everybody, as theirs; what they told before of the same day is put by. */
export async function keepReceived(db: CouncilDb, bundle: Bundle): Promise<string> {
  const id = newId();
  const { accountId } = actorOf(db);
  await sql`update received_bundle set ended_at = ${nowOf(db)}, ended_by = ${accountId}
    where council_id = ${councilOf(db)} and place = ${bundle.place} and site = ${bundle.site.name} and as_at = ${bundle.asAt}
      and ended_at is null`.execute(db);
  await sql`insert into received_bundle (council_id, id, place, site, as_at, bundle, received_at, received_by)
    values (${councilOf(db)}, ${id}, ${bundle.place}, ${bundle.site.name}, ${bundle.asAt}, ${JSON.stringify(bundle)}::jsonb,
      ${nowOf(db)}, ${accountId})`.execute(db);
  return id;
}

/** What other places told, the latest of each site. */
export async function receivedBundles(db: CouncilReader): Promise<Received[]> {
  return readRows<Received>(
    db,
    sql`select distinct on (place, site) id, bundle from received_bundle
      where council_id = ${councilOf(db)} and ended_at is null order by place, site, as_at desc limit 200`,
  );
}

export async function putBy(db: CouncilDb, id: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update received_bundle set ended_at = ${nowOf(db)}, ended_by = ${actorOf(db).accountId}
    where council_id = ${councilOf(db)} and id = ${id} and ended_at is null`.execute(db);
  return Boolean(numAffectedRows);
}
