interface Span {
  startsAt: number;
  endsAt: number;
}

export interface Segment<S> {
  text: string;
  fact: S | undefined;
}

/**
 * Cuts words at the edges of the spans tagged in them. Where two overlap, the one that begins first keeps the
 * shared words and the other goes on from there, so that nothing is shown twice and no word is lost.
 * @example segmentsOf('I fix engines', [{ startsAt: 2, endsAt: 13 }]) // 'I ', then 'fix engines' with its fact
 */
export function segmentsOf<S extends Span>(words: string, spans: readonly S[]): Segment<S>[] {
  const segments: Segment<S>[] = [];
  let reached = 0;
  const add = (end: number, fact: S | undefined) => {
    if (end > reached) segments.push({ text: words.slice(reached, end), fact });
    reached = Math.max(reached, end);
  };
  for (const span of spans.toSorted((one, other) => one.startsAt - other.startsAt)) {
    add(Math.min(span.startsAt, words.length), undefined);
    add(Math.min(span.endsAt, words.length), span);
  }
  add(words.length, undefined);
  return segments;
}
