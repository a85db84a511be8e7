import { Details } from '../../../platform/ui/govuk/blocks.tsx';
import { Table } from '../../../platform/ui/govuk/table.tsx';
import { When } from '../../../platform/ui/telling.tsx';
import type { EvidenceValue } from '../evidence-value.ts';
import { FigureTable } from '../figure-table.tsx';
import { cameInWords, tapInWords, waitsInWords } from '../sentences.ts';

/** E9: people who came while the tap was off are followed too. */
export function TapOff({ site, evidence, log }: EvidenceValue) {
  return (
    <section>
      <h2>When the tap was off</h2>
      <p>
        People who got in touch with {site.name} on those days were answered as before. They are counted
        apart, and followed as long: {cameInWords(evidence.tapOff)}{' '}
        {waitsInWords(evidence.tapOff.waits, evidence.tooFewBelow)}
      </p>
      <Details summary="Their figures, and every day the tap was turned">
        <FigureTable
          caption="People who came while the tap was off, and began ongoing support."
          groups={[{ name: site.name, figures: evidence.tapOff.people }]}
        />
        <Table
          caption="The tap"
          tabIndex={0}
          head={['Day', 'Tap', 'Why']}
          rows={log.tap.map((change) => [<When on={change.onDay} />, tapInWords(change), change.why])}
        />
      </Details>
    </section>
  );
}

/** For what was usual; never a before and after (E9). */
export function Before({ site, evidence }: EvidenceValue) {
  return (
    <Details summary={`What was usual for this team in the two years before ${site.name}`}>
      <p>
        This is not a before and after: two figures cannot show a change. {cameInWords(evidence.before)}{' '}
        {waitsInWords(evidence.before.waits, evidence.tooFewBelow)}
      </p>
      <FigureTable
        caption="People who began ongoing support."
        groups={[{ name: 'The team, before', figures: evidence.before.people }]}
      />
    </Details>
  );
}
