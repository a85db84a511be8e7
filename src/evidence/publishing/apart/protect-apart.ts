import { NothingSafe, protect, type Release, type Standing } from '../disclosure.ts';
import { hasLines, isOfLine, keptBack } from './breakdowns.ts';

/**
 * E10: totals first, as they would be told alone, and then the lines of them, audited with the totals as one whole: lines are
 * given up until nothing is given away, and the totals never. Lines told before stand in the audit of the totals too.
 * @example protectApart(totals, withLines(totals, lines, values), new Map())
 */
export function protectApart(
  totals: Release,
  whole: Release | null,
  earlier: ReadonlyMap<string, Standing> = new Map(),
  isTold = true,
): Map<string, Standing> {
  const first = protect(whole && hasLines(earlier) ? keptBack(whole) : totals, earlier);
  const alone = new Map([...first].filter(([key]) => !isOfLine(key)));
  if (!whole || !isTold) return alone;
  const together = hangingOnLines({
    ...whole,
    cells: whole.cells.map((cell) => {
      const already = isOfLine(cell.key) ? undefined : (cell.already ?? first.get(cell.key));
      return already ? { ...cell, already } : cell;
    }),
  });
  const all = new Map([...alone, ...orNothing(together, earlier)]);
  return hasLines(all) ? all : alone;
}

/** Where not even giving up lines makes it safe, none of them is told. */
function orNothing(together: Release, earlier: ReadonlyMap<string, Standing>): Map<string, Standing> {
  try {
    return protect(together, earlier);
  } catch (error) {
    if (error instanceof NothingSafe) return new Map();
    throw error;
  }
}

/** Counts that no sum connects with any line are safe already, and are not audited a second time. */
function hangingOnLines({ cells, sums, within }: Release): Release {
  const all = [...sums.map(({ whole, parts }) => [whole, ...parts]), ...within.map((pair) => [...pair])];
  const reached = new Set(cells.map(({ key }) => key).filter(isOfLine));
  for (let before = -1; before !== reached.size; ) {
    before = reached.size;
    for (const keys of all)
      if (keys.some((key) => reached.has(key))) for (const key of keys) reached.add(key);
  }
  return {
    cells: cells.filter(({ key }) => reached.has(key)),
    sums: sums.filter(({ whole }) => reached.has(whole)),
    within: within.filter(([part]) => reached.has(part)),
  };
}
