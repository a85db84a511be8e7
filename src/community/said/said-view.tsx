import type { Day } from '../../platform/clock.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { entriesOf, type Said, type SaidMark } from '../said.ts';
import { fieldSays } from './in-words.ts';
import { fieldInWords, type Sayable, type SayableField } from './sayable.ts';

/** One field that somebody said, ready to be told. */
export interface SaidLine {
  what: string;
  /** "The group", "Edie", "a steward". */
  who: string;
  on: Day;
  /** What the source says instead, in words; null when it says the same or there is none. */
  sourceSays: string | null;
}

const says: Record<SaidMark['by'], (who: string) => string> = {
  group: () => 'The group',
  editor: (who) => who,
  steward: (who) => who,
  source: (who) => who,
};

/** Who said each field, where it was not simply its source. @example saidLines(listing.said)[0].who // 'The group' */
export function saidLines(said: Said): SaidLine[] {
  return entriesOf(said)
    .filter(([field]) => field in fieldInWords)
    .map(([field, { by, who, on, ...rest }]) => ({
      what: fieldInWords[field],
      who: says[by](who),
      on,
      sourceSays: 'source' in rest ? inWords(field, rest.source) : null,
    }));
}

const inWords = <Field extends SayableField>(field: Field, value: unknown): string =>
  fieldSays(field, value as Sayable[Field]);

/** "The group said this on 3 May 2026; the Saltbeck directory says …", for each field that is not simply the source's. */
export function WhoSaid({ lines, sources }: { lines: readonly SaidLine[]; sources: readonly string[] }) {
  if (lines.length === 0) return null;
  const source = sources.join(' and ') || 'its source';
  return (
    <section>
      <h2>Who said what</h2>
      <ul class="app-plain-list">
        {lines.map(({ what, who, on, sourceSays }) => (
          <li key={what}>
            <b>{what}:</b> {who} said this on {longDate(on)}
            {sourceSays === null ? '.' : `; ${source} says: ${sourceSays}.`}
          </li>
        ))}
      </ul>
    </section>
  );
}
