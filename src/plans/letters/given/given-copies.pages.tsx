import { longDate } from '../../../platform/ui/dates.ts';
import type { CopySent } from './copies.store.ts';
import { waysInWords } from './ways.ts';

/** The copies that were given, a line each. */
export function GivenCopies({ copies }: { copies: readonly CopySent[] }) {
  if (!copies.length) return null;
  return (
    <ul>
      {copies.map(({ sentOn, format, formatBecause, how, toWhom, sentBy }) => (
        <li>
          {longDate(sentOn)}, {waysInWords[how]}: to {toWhom}, {format}, by {sentBy}
          {formatBecause ? `. Why not in their own format: ${formatBecause}` : ''}
        </li>
      ))}
    </ul>
  );
}
