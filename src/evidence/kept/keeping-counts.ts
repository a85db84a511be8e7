/** A count that took longer than this when last counted is dear: its result is kept a while. A judgement: nobody waits for less. */
export const DEAR_FROM_MS = 250;

/** How old a kept count may be and still be shown. A judgement: a morning’s contacts are on the page by the next cup of tea. */
export const SHOWN_FOR_MINUTES = 15;

export interface KeptCount<Result> {
  countedAt: Date;
  tookMs: number;
  version: number;
  /** Null while counting is cheap. */
  result: Result | null;
}

export const isDear = ({ tookMs }: Pick<KeptCount<unknown>, 'tookMs'>): boolean => tookMs > DEAR_FROM_MS;

/** Whether a kept count may be shown in place of counting: dear, and no older than a quarter of an hour. */
export function mayShow<Result>(
  kept: KeptCount<Result> | null,
  now: Date,
): kept is KeptCount<Result> & { result: Result } {
  if (!kept || kept.result === null || !isDear(kept)) return false;
  const age = now.getTime() - kept.countedAt.getTime();
  return age >= 0 && age <= SHOWN_FOR_MINUTES * 60_000;
}

/** Whether somebody else counted between two looks, so that the one who waited need not. */
export const isNewer = (
  one: Pick<KeptCount<unknown>, 'version'> | null,
  earlier: Pick<KeptCount<unknown>, 'version'> | null,
): boolean => one !== null && one.version !== earlier?.version;
