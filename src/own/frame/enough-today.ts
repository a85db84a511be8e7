/** What somebody may add at their own page in a day: more than anybody has to say, and less than a machine. A judgement*. */
export const addsADay = 40;

/** A council's own number (`addsADay` in its settings), from 10 to 1000; ours unless it set one. */
export function addsADayOf(settings: Record<string, unknown>): number {
  const own = settings.addsADay;
  return typeof own === 'number' && Number.isInteger(own) && own >= 10 && own <= 1_000 ? own : addsADay;
}

/**
 * Where something is added in words. What ends, takes back, shuts, answers or asks what the law answers is never one of
 * these: it is always let through.
 */
export const addingUrls: readonly string[] = [
  '/message',
  '/say/:kind/:line',
  '/about/:heading',
  '/about/photo',
  '/around/add',
  '/caring/words/:heading',
  '/caring/can',
  '/stories/begin',
  '/stories/:story/words',
  '/stories/:story/pieces',
  '/stories/:story/pieces/:file/words',
];
