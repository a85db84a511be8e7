/** Rows a statement: large enough to be quick, small enough not to fill memory twice. */
const batch = 500;

/**
 * Hands rows on a batch at a time. Each batch is written out as JSON while the database works on the one before, which
 * keeps two processors busy.
 * @param ready makes the rows of one batch ready; told the place of the first
 */
export async function inBatches<Item, Row>(
  items: readonly Item[],
  ready: (items: readonly Item[], from: number) => readonly Row[],
  keep: (rows: string, items: readonly Item[]) => Promise<void>,
): Promise<void> {
  let before: Promise<void> = Promise.resolve();
  for (let from = 0; from < items.length; from += batch) {
    const some = items.slice(from, from + batch);
    const rows = JSON.stringify(ready(some, from));
    await before;
    before = keep(rows, some);
  }
  await before;
}
