import { placeOf } from '../../looking/which-site.ts';
import { openingOf, ownAnswerInWords, unmetInWords } from '../in-words.ts';
import { otherDefinitions } from '../other-definitions.ts';
import type { HowItWentValue } from '../value.ts';
import { Shares } from './share-table.tsx';
import { Tallies } from './tally-table.tsx';

/** Practice-and-law 4.1: refusals and unmet wishes beside conversion, so that nobody reads a low share as good by itself. */
export function NotGot({ looked, figures, tallies, maySeeNotYet, maySeeGaps }: HowItWentValue) {
  const { site } = looked;
  const about = { site, tallies };
  return (
    <section id="not-got">
      <h2>What people asked for and did not get</h2>
      <p>{openingOf(site, figures.notGot, 'not-got')}</p>
      <Shares
        caption="Beside how many came to draw on ongoing support"
        site={site}
        figures={figures.notGot}
      />
      <Tallies caption={otherDefinitions.unmet.words} {...about} measure="unmet" inWords={unmetInWords} />
      <Tallies
        caption="What people answered, and their right to ask again"
        {...about}
        measure="own-answer"
        inWords={ownAnswerInWords}
      />
      <Tallies caption="What rules said “not yet” to" {...about} measure="not-yet" inWords={{}} />
      <p>
        Reasons stand with the people they were given to, and are not read here.
        {maySeeNotYet ? (
          <>
            {' '}
            <a href={placeOf('/evidence/not-yet', looked)}>Each “not yet”, and what happened next</a>.
          </>
        ) : null}
        {maySeeGaps ? (
          <>
            {' '}
            <a href="/community/gaps">What nobody nearby offers, in the words it was asked for</a>.
          </>
        ) : null}
      </p>
    </section>
  );
}
