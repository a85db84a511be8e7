import { Table } from '../../../platform/ui/govuk/table.tsx';
import { When } from '../../../platform/ui/telling.tsx';
import type { EvidenceValue } from '../evidence-value.ts';
import { FigureTable } from '../figure-table.tsx';
import { besideInWords, cameInWords, tapInWords, waitsInWords } from '../sentences.ts';

/** E9: people who came while the tap was off are followed too. */
export function TapOff({ site, evidence, log }: EvidenceValue) {
  const { tapOff, tooFewBelow } = evidence;
  return (
    <>
      <h3>While the tap was off</h3>
      <p>
        People were answered as before. They are counted apart and followed as long: {cameInWords(tapOff)}{' '}
        {waitsInWords(tapOff.waits, tooFewBelow)} What stands against it: {besideInWords('then', tapOff)}.
      </p>
      <FigureTable
        caption="People who came while the tap was off, and began ongoing support."
        groups={[{ name: site.name, figures: tapOff.people }]}
      />
      <Table
        caption="The tap"
        tabIndex={0}
        head={['Day', 'Tap', 'Why']}
        rows={log.tap.map((change) => [<When on={change.onDay} />, tapInWords(change), change.why])}
      />
    </>
  );
}

/** For what was usual; never a before and after (E9). */
export function Before({ site, evidence: { before, tooFewBelow } }: EvidenceValue) {
  return (
    <>
      <h3>What was usual for this team in the two years before {site.name}</h3>
      <p>
        This is not a before and after: two figures cannot show a change. {cameInWords(before)}{' '}
        {waitsInWords(before.waits, tooFewBelow)} What stands against it: {besideInWords('then', before)}.
      </p>
      <FigureTable
        caption="People who began ongoing support."
        groups={[{ name: 'The team, before', figures: before.people }]}
      />
    </>
  );
}
