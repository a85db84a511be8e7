import { TOO_FEW_BELOW } from '../statistics/too-few.ts';

/** How many people are in a line, at the site and elsewhere. */
export interface LineSize {
  line: string;
  here: number;
  elsewhere: number;
}

/**
 * Which lines are too few to stand apart, and are read as one (E8). A line is too few where either side has one to seven people; nobody at all
 * tells nothing of anybody. Everybody is on the same page, so a line alone could be got by taking the
 * others away: lines are folded until they are at least two, and together enough on each side, the smallest first. `neverAlone` are lines that may not stand apart however many people they have.
 * @example fold([{ line: 'Roma', here: 3, elsewhere: 0 }, { line: 'Arab', here: 9, elsewhere: 20 }]) // ['Roma', 'Arab']
 */
export function fold(
  sizes: readonly LineSize[],
  tooFewBelow = TOO_FEW_BELOW,
  neverAlone: readonly string[] = [],
): string[] {
  const few = (people: number): boolean => people > 0 && people < tooFewBelow;
  const folded = sizes.filter(
    ({ line, here, elsewhere }) => few(here) || few(elsewhere) || neverAlone.includes(line),
  );
  const rest = sizes
    .filter((one) => !folded.includes(one))
    .toSorted((a, b) => a.here + a.elsewhere - b.here - b.elsewhere || a.line.localeCompare(b.line));
  const sum = (side: 'here' | 'elsewhere'): number => folded.reduce((total, one) => total + one[side], 0);
  while (folded.length > 0 && (folded.length < 2 || few(sum('here')) || few(sum('elsewhere')))) {
    const next = rest.shift();
    if (!next) break;
    folded.push(next);
  }
  return folded.map(({ line }) => line);
}

/**
 * Which figures of one column may not be told, everybody together being told below them: those of one to seven people,
 * and, so that they cannot be got by taking away, as many of the next smallest as make them at least two and enough together.
 * @example untold([5, 40, 12]) // [true, false, true]
 */
export function untold(denominators: readonly number[], tooFewBelow = TOO_FEW_BELOW): boolean[] {
  const hidden = denominators.map((people) => people > 0 && people < tooFewBelow);
  const bySize = denominators
    .map((people, at) => ({ people, at }))
    .filter(({ people, at }) => people > 0 && !hidden[at])
    .toSorted((a, b) => a.people - b.people || a.at - b.at);
  const isUndone = (): boolean => {
    const all = denominators.filter((_, at) => hidden[at]);
    return all.length > 0 && (all.length < 2 || all.reduce((sum, one) => sum + one, 0) < tooFewBelow);
  };
  while (isUndone()) {
    const next = bySize.shift();
    if (!next) break;
    hidden[next.at] = true;
  }
  return hidden;
}
