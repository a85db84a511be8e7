import { sql } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import { type CouncilReader, readRows } from '../../platform/db/council.ts';
import { groupName, type Question } from '../counting/groups.store.ts';
import type { Group } from '../measured.ts';
import { joinByHashing } from '../measures.store.ts';
import type { Counted, MonthCount, ShareCount } from './counted.ts';
import { countsOf, listOf } from './counting/counts.store.ts';
import { drift, driftByMonth } from './counting/drift.store.ts';
import { going } from './counting/since.store.ts';
import { hasWordToSpare, mayHoldWords } from './rules/our-notes.ts';

export interface CountedDrift extends Pick<Counted, 'shares' | 'spreads'> {
  months: MonthCount[];
}

/** Entries with notes of ours in a month of a group, and those of them the writing aid may find something in. */
interface Notes {
  group: Group;
  on: Day;
  entries: number;
  perhaps: string[];
}

/** Practice-and-law 4.17: what the drift page counts. Only notes that may hold a word to spare are read by the writing aid itself. */
export async function countDrift(db: CouncilReader, question: Question): Promise<CountedDrift> {
  await joinByHashing(db, 'off');
  const [row] = await readRows<CountedDrift & { notes: Notes[] }>(
    db,
    sql`with ${going(db, question)}, ${countsOf([drift(db, question)])}, ${driftByMonth(question)}, ${notes}
    select ${listOf('shares')} as shares, ${listOf('spreads')} as spreads, ${listOf('notes')} as notes,
      coalesce((select json_agg(m order by m.measure, m.on) from months m), '[]') as months`,
  );
  await joinByHashing(db, 'on');
  if (!row) throw new Error('one statement returns one row');
  const looked = row.notes.map((one) => ({ ...one, found: one.perhaps.filter(hasWordToSpare).length }));
  return {
    shares: [...row.shares, ...sharesOf(looked)],
    spreads: row.spreads,
    months: [...row.months, ...monthsOf(looked, row.months)],
  };
}

const notes = sql`notes as (
    select ${groupName} as "group", day - (extract(day from day)::integer - 1) as "on", count(*)::integer as entries,
      coalesce(json_agg(notes) filter (where lower(notes) like any (${mayHoldWords.map((word) => `%${word}%`)}::text[])), '[]') as perhaps
    from written where trim(notes) <> '' group by in_group, 2
  )`;

type Looked = Notes & { found: number };

function sharesOf(looked: readonly Looked[]): ShareCount[] {
  return [...Map.groupBy(looked, ({ group }) => group)].map(([group, mine]) => {
    const yes = total(mine.map(({ found }) => found));
    const no = total(mine.map(({ entries }) => entries)) - yes;
    return { measure: 'words-to-spare', group, yes, no, died: 0, moved: 0, unknown: 0 };
  });
}

/** The same months as the other charts of entries, so that they can be laid over one another. */
function monthsOf(looked: readonly Looked[], months: readonly MonthCount[]): MonthCount[] {
  const whole = new Set(months.filter(({ measure }) => measure === 'words-an-entry').map(({ on }) => on));
  const team = looked.filter(({ on, group }) => whole.has(on) && group !== 'elsewhere');
  return [...Map.groupBy(team, ({ on }) => on)].map(([on, mine]) => {
    const over = total(mine.map(({ entries }) => entries));
    return {
      measure: 'words-to-spare',
      on,
      value: (100 * total(mine.map(({ found }) => found))) / over,
      over,
    };
  });
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
