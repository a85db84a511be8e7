import { outcomesInLaw } from '../../../conversations/facts.ts';
import { Details } from '../../../platform/ui/govuk/blocks.tsx';
import { Table } from '../../../platform/ui/govuk/table.tsx';
import type { TallyCount } from '../counted.ts';
import { comesOfInWords, findingInWords, openingOf } from '../in-words.ts';
import { otherDefinitions } from '../other-definitions.ts';
import type { HowItWentValue } from '../value.ts';
import { SharesFolded } from './share-table.tsx';
import { Tallies, timesOf } from './tally-table.tsx';

/** E7: how it came out, where the record says; and what it does not hold. */
export function Outcomes({ looked: { site }, figures, tallies }: HowItWentValue) {
  return (
    <section id="outcomes">
      <h2>How it came out</h2>
      <p>
        Of what people wanted to come of keeping them safe: {openingOf(site, figures.outcomes, 'wishes-met')}
      </p>
      <SharesFolded
        also={['less-at-risk', 'view-written', 'came-back']}
        caption="What people wanted, what was said at the end, and who came back"
        site={site}
        figures={figures.outcomes}
      />
      <Tallies
        caption={otherDefinitions['catch-ups'].words}
        site={site}
        tallies={tallies}
        measure="catch-ups"
        inWords={comesOfInWords}
      />
      <TenOutcomes tallies={tallies.filter(({ measure }) => measure === 'ten-outcomes')} />
      <p>
        The record does not hold whether life was better, the same or worse: what people say at the end and at
        catch-ups is kept in their own words, on their own record, and nobody is scored.
      </p>
    </section>
  );
}

function TenOutcomes({ tallies }: { tallies: readonly TallyCount[] }) {
  if (tallies.length === 0) return null;
  const findings = Object.keys(findingInWords);
  return (
    <Details summary="What decisions said of the ten outcomes in law, at the site">
      <Table
        caption={otherDefinitions['ten-outcomes'].words}
        tabIndex={0}
        firstCellIsHeader
        head={['Outcome', ...Object.values(findingInWords)]}
        rows={Object.entries(outcomesInLaw).map(([outcome, name]) => [
          name,
          ...findings.map((finding) => timesOf(tallies, `${outcome} ${finding}`, 'site')),
        ])}
      />
    </Details>
  );
}
