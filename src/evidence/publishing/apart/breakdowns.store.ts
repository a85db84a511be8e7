import type { CouncilReader } from '../../../platform/db/council.ts';
import { countAmong } from '../../among/among.store.ts';
import type { Question } from '../../counting/groups.store.ts';
import { APART_DAYS, type LineCount, NOT_SAID, toldBys } from './breakdowns.ts';

/** An outward code. Anything else written as a postcode is told as no district. */
const outwardCode = /^[A-Z]{1,2}[0-9][0-9A-Z]?$/;

/** Who began ongoing support within 90 days (E3), by each thing everybody may be told them apart by: one statement each. */
export async function countLines(db: CouncilReader, question: Question): Promise<LineCount[]> {
  const lines: LineCount[] = [];
  for (const by of toldBys) {
    const { windows } = await countAmong(db, question, by);
    for (const one of windows) {
      if (one.measure !== 'support' || one.windowDays !== APART_DAYS) continue;
      const { value, isHere, numerator, died, moved, neither } = one;
      const isNamed = value !== null && (by === 'age' || outwardCode.test(value));
      lines.push({
        ...{ by, group: isHere ? 'site' : 'elsewhere', value: isNamed ? value : NOT_SAID },
        ...{ followed: numerator + died + moved + neither, happened: numerator },
      });
    }
  }
  return lines;
}
