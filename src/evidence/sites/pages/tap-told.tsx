import { longDate } from '../../../platform/ui/dates.ts';
import { Table } from '../../../platform/ui/govuk/table.tsx';
import { When } from '../../../platform/ui/telling.tsx';
import type { TapTurn } from '../kept-site.ts';
import { isTapOn } from '../tap-log.ts';
import type { SiteValue } from './site.pages.tsx';

/** E9: when the tap was on and off, and why. */
export function TapTold({ site, today, mayKeep }: SiteValue) {
  if (!site.startedOn) return null;
  return (
    <section>
      <h2>The tap is {isTapOn(site.tap, today) ? 'on' : 'off'}</h2>
      <p>People who come while it is off are answered as before, counted apart, and followed as long.</p>
      <TapTable tap={site.tap} />
      {mayKeep ? (
        <p>
          <a href={`/evidence/sites/${site.id}/tap`}>Turn it</a>
        </p>
      ) : null}
    </section>
  );
}

export function TapTable({ tap }: { tap: readonly TapTurn[] }) {
  return (
    <Table
      caption="Every day the tap was turned"
      tabIndex={0}
      head={['Day', 'Tap', 'Why']}
      rows={tap.map((turn) => [<When on={turn.onDay} />, turn.isOn ? 'On' : 'Off', whyOf(turn)])}
    />
  );
}

function whyOf({ why, whyLate, writtenOn }: TapTurn): string {
  return whyLate ? `${why} Written down ${longDate(writtenOn)}: ${whyLate}` : why;
}
