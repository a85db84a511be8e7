import { clockTime } from '../../platform/ui/dates.ts';
import { SHOWN_FOR_MINUTES } from './keeping-counts.ts';

/** When these were counted, where counting takes so long that they are kept; nothing where they are counted afresh. */
export function CountedAtWords({ counted: { at, isDear } }: { counted: { at: Date; isDear: boolean } }) {
  if (!isDear) return null;
  return (
    <p class="app-soft">
      Counted at {clockTime(at)}, and kept for {SHOWN_FOR_MINUTES} minutes because there is much to count.
    </p>
  );
}
