/** A search as somebody would say it, and the records of a real feed that answer it, by the beginning of their source ids. */
export interface LabelledSearch {
  q: string;
  /** Just right: what a neighbour who knows the place would say first. */
  right: string;
  /** Also good. */
  good: string;
}

export interface Measured {
  searches: number;
  /** How many of the first five are right or good, on average, as a share of five. */
  precisionAt5: number;
  /** The most that share could be: many searches have fewer than five answers. */
  precisionCeiling: number;
  /** One over the place of the first that is just right, on average; 0 when none is among the first ten. */
  meanReciprocalRank: number;
}

const idsOf = (text: string): string[] => text.split(' ').filter(Boolean);

/** Precision at 5 and mean reciprocal rank (Manning, Raghavan and Schütze, Introduction to Information Retrieval, ch. 8). */
export function measure(answers: readonly { search: LabelledSearch; found: readonly string[] }[]): Measured {
  const mean = (of: (answer: (typeof answers)[number]) => number) =>
    answers.reduce((sum, answer) => sum + of(answer), 0) / answers.length;
  return {
    searches: answers.length,
    precisionAt5: mean(({ search, found }) => {
      const wanted = new Set([...idsOf(search.right), ...idsOf(search.good)]);
      return found.slice(0, 5).filter((id) => wanted.has(id)).length / 5;
    }),
    precisionCeiling: mean(({ search }) =>
      Math.min(1, (idsOf(search.right).length + idsOf(search.good).length) / 5),
    ),
    meanReciprocalRank: mean(({ search, found }) => {
      const right = new Set(idsOf(search.right));
      const at = found.slice(0, 10).findIndex((id) => right.has(id));
      return at < 0 ? 0 : 1 / (at + 1);
    }),
  };
}
