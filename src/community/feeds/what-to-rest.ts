/** What one reading of a feed says of the listings we hold from it. */
export interface FeedSays {
  isComplete: boolean;
  /** Source ids we hold and list now. */
  held: readonly string[];
  /** Source ids that came, refused ones included: a record that lost its name has not gone away. */
  came: ReadonlySet<string>;
  /** Source ids that came marked as ended or not for the public. */
  withdrawn: ReadonlySet<string>;
}

export interface Resting {
  rest: string[];
  /** Said to the directory's editor when nothing rests although much is missing. */
  note: string | null;
}

/** Below this share of what we hold, a shrunken feed is likelier broken than true. A judgement. */
const leastShare = 0.5;

/**
 * Which listings rest after a reading: those its source withdrew, and those no longer in a whole feed. A feed that
 * halves does not empty the directory: then nothing rests, and that is said.
 */
export function whatToRest({ isComplete, held, came, withdrawn }: FeedSays): Resting {
  const gone = held.filter((id) => withdrawn.has(id) || (isComplete && !came.has(id)));
  const left = held.length - gone.length;
  if (gone.length === 0 || left >= held.length * leastShare) return { rest: gone, note: null };
  const note = `Of ${held.length} listings we hold from this feed, ${gone.length} are gone from it. That is more than half, so none was rested: look at the feed, and rest by hand what has really ended.`;
  return { rest: [], note };
}
