import { sql } from 'kysely';
import { headingsHere } from '../../people/about-me/about-me.store.ts';
import { dayOf } from '../../platform/clock.ts';
import { type CouncilReader, councilOf, nowOf, readRows } from '../../platform/db/council.ts';
import { Unknown } from '../../platform/http/problems.ts';
import type { Own } from '../frame/own.ts';
import { type KeptLine, type Telling, type ToldLine, toldLine } from '../say/told.ts';
import type { LineAsShared, LineKind } from './line.ts';

/** `facts` are those of its kind. */
type LineRow = KeptLine & { facts: Partial<KeptLine> };

const lineRow = sql`l.kind, l.id, l.source_id as "sourceId", l.words, l.facts, l.writer, l.written_on as "on"`;

/** One line of theirs, or `Unknown`: nobody's, somebody else's and a held-back one are the same (W1, W2). */
export async function findLine(db: CouncilReader, own: Own, kind: LineKind, id: string): Promise<ToldLine> {
  const [row] = await readRows<LineRow>(
    db,
    sql`select ${lineRow} from record_line l
      where l.council_id = ${councilOf(db)} and l.person_id = ${own.personId} and l.kind = ${kind} and l.id = ${id}`,
  );
  if (!row) throw new Unknown();
  return asTold(await tellingOf(db, own), row);
}

/** The lines that are printed, kind by kind in this order and at most so many of each: what stands or is still to do first, then the latest. */
export async function linesOf(
  db: CouncilReader,
  own: Own,
  kinds: readonly LineKind[],
  most: number,
): Promise<ToldLine[]> {
  const found = await readRows<LineRow>(
    db,
    sql`select ${lineRow} from unnest(${[...kinds]}::text[]) with ordinality k (kind, number)
      cross join lateral (select * from record_line o
        where o.council_id = ${councilOf(db)} and o.person_id = ${own.personId} and o.kind = k.kind and o.is_printed
        order by o.is_standing desc, o.latest desc, o.place, o.id limit ${most}) l
      order by k.number, l.is_standing desc, l.latest desc, l.place, l.id`,
  );
  const telling = await tellingOf(db, own);
  return found.map((row) => asTold(telling, row));
}

/** One line of the story this visit is for, as whoever it is shared with would see it. `Unknown` when there is none. */
export async function lineAsShared(
  db: CouncilReader,
  personId: string,
  kind: LineKind,
  id: string,
): Promise<{ line: LineAsShared; isPrivate: boolean }> {
  const [found] = await readRows<{ line: LineAsShared; isPrivate: boolean }>(
    db,
    sql`select l.as_shared as line, names_private_address(l.person_id, l.as_shared::text) as "isPrivate" from record_line l
      where l.council_id = ${councilOf(db)} and l.person_id = ${personId} and l.kind = ${kind} and l.id = ${id}
        and l.as_shared is not null`,
  );
  if (!found) throw new Unknown();
  return found;
}

const asTold = (telling: Telling, { facts, ...row }: LineRow): ToldLine =>
  toldLine(telling, { ...row, ...facts });

const tellingOf = async (db: CouncilReader, own: Own): Promise<Telling> => ({
  own,
  headings: await headingsHere(db),
  today: dayOf(nowOf(db)),
});
