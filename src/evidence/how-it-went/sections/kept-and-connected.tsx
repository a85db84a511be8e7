import { openingOf } from '../in-words.ts';
import { otherDefinitions } from '../other-definitions.ts';
import type { HowItWentValue } from '../value.ts';
import { SharesFolded } from './share-table.tsx';
import { Tallies } from './tally-table.tsx';

/** E7: connections by stage. */
export function Connections({ looked: { site }, figures }: HowItWentValue) {
  return (
    <section id="connections">
      <h2>Connections</h2>
      <p>{openingOf(site, figures.connections, 'went')}</p>
      <SharesFolded
        also={['still-going-90', 'not-for-me', 'group-said-no']}
        caption="Introductions, by how far they came; a no from either side is an honest answer"
        site={site}
        figures={figures.connections}
      />
    </section>
  );
}

/** E7: promises, ours and theirs apart. */
export function Promises({ looked: { site }, figures, tallies }: HowItWentValue) {
  return (
    <section id="promises">
      <h2>Promises</h2>
      <p>{openingOf(site, figures.promises, 'ours-kept')}</p>
      <SharesFolded
        also={['ours-broken', 'ours-past-their-day', 'theirs-kept']}
        caption="Promises whose day has come"
        site={site}
        figures={figures.promises}
      />
      <Tallies
        caption={otherDefinitions['promises-with-no-day'].words}
        site={site}
        tallies={tallies}
        measure="promises-with-no-day"
        inWords={{ ours: 'Ours', theirs: 'Theirs' }}
      />
    </section>
  );
}
