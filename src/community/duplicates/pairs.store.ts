import { sql } from 'kysely';
import { type CouncilReader, councilOf, readRows } from '../../platform/db/council.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { readKept } from '../said.store.ts';
import { type Side, type Standing, sideOf } from './comparison.ts';
import type { Evidence } from './likely.ts';

const pairStates = ['found', 'joined', 'kept apart'] as const;
export type PairState = (typeof pairStates)[number];

/** Two listings, as a list of them shows. */
export interface PairLine {
  pairId: string;
  names: [string, string];
  sources: [string | null, string | null];
  same: string[];
  decidedAt: Date | null;
  decidedBy: string | null;
  /** Joined, and the one that is shown rests: nobody sees either. */
  isUnseen: boolean;
}

export interface PairLines {
  counts: Record<PairState, number>;
  lines: PairLine[];
}

/** The pairs of one state, the likeliest first, a page at a time. */
export async function readPairs(
  db: CouncilReader,
  wanted: { state: PairState; offset: number; most: number },
): Promise<PairLines> {
  const council = councilOf(db);
  const counted = await readRows<{ state: PairState; pairs: number }>(
    db,
    sql`select state, count(*)::integer as pairs from listing_pair where council_id = ${council} group by state`,
  );
  const counts = {
    found: 0,
    joined: 0,
    'kept apart': 0,
    ...Object.fromEntries(counted.map((one) => [one.state, one.pairs])),
  };
  const rows = await readRows<Omit<PairLine, 'same'> & { evidence: Evidence[] }>(
    db,
    sql`select p.id as "pairId", json_build_array(one.name, other.name) as names,
        json_build_array(f.name, g.name) as sources, p.evidence, p.decided_at as "decidedAt", a.name as "decidedBy",
        exists (select from listing s where s.council_id = ${council} and s.id = p.shown_id and s.state <> 'listed') as "isUnseen"
      from listing_pair p
      join listing one on one.council_id = ${council} and one.id = p.one_id
      join listing other on other.council_id = ${council} and other.id = p.other_id
      left join feed f on f.council_id = ${council} and f.id = one.feed_id
      left join feed g on g.council_id = ${council} and g.id = other.feed_id
      left join account a on a.council_id = ${council} and a.id = p.decided_by
      where p.council_id = ${council} and p.state = ${wanted.state}
      order by p.likeness desc, p.id limit ${wanted.most} offset ${wanted.offset}`,
  );
  const lines = rows.map(({ evidence, ...line }) => ({
    ...line,
    same: evidence.filter(({ isSame }) => isSame).map(({ words }) => words),
  }));
  return { counts, lines };
}

/** Two listings side by side. */
export interface PairShown {
  pairId: string;
  state: PairState;
  version: number;
  evidence: Evidence[];
  shownId: string | null;
  decidedAt: Date | null;
  decidedBy: string | null;
  sides: [Side, Side];
}

interface PairRow extends Omit<PairShown, 'sides'> {
  ids: [string, string];
  standings: [Standing, Standing];
}

/** @throws Unknown when this council has no such pair */
export async function readPair(db: CouncilReader, pairId: string): Promise<PairShown> {
  const council = councilOf(db);
  const standing = (id: ReturnType<typeof sql>) => sql`(select json_build_object('sourceName', f.name,
      'organisation', o.name, 'state', l.state, 'stateWhy', l.state_why, 'checkedOn', l.fresh_on, 'whatItIsLike', l.what_it_is_like)
    from listing l left join feed f on f.council_id = ${council} and f.id = l.feed_id
    left join organisation o on o.council_id = ${council} and o.id = l.organisation_id
    where l.council_id = ${council} and l.id = ${id})`;
  const [row] = await readRows<PairRow>(
    db,
    sql`select p.id as "pairId", p.state, p.version, p.evidence, p.shown_id as "shownId", p.decided_at as "decidedAt",
        a.name as "decidedBy", json_build_array(p.one_id, p.other_id) as ids,
        json_build_array(${standing(sql`p.one_id`)}, ${standing(sql`p.other_id`)}) as standings
      from listing_pair p left join account a on a.council_id = ${council} and a.id = p.decided_by
      where p.council_id = ${council} and p.id = ${pairId}`,
  );
  if (!row) throw new Unknown();
  const { ids, standings, ...pair } = row;
  const kept = await readKept(db, ids);
  const [one, other] = ids.map((id) => kept.get(id));
  if (!one || !other) throw new Unknown();
  return { ...pair, sides: [sideOf(one, standings[0]), sideOf(other, standings[1])] };
}
