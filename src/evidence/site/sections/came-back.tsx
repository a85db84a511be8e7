import type { EvidenceValue } from '../evidence-value.ts';
import { FigureTable } from '../figure-table.tsx';
import { exceptionInWords } from '../sentences.ts';
import { besideElsewhere } from './beside-elsewhere.ts';

/** The counter-measures, and what our own rules said no to. */
export function CameBack({ site, evidence, log }: EvidenceValue) {
  const refused = log.refusals.map(({ what, times }) => `${what}, ${timesInWords(times)}`).join('; ');
  const excepted = log.exceptions
    .map(({ what, times }) => `${exceptionInWords[what] ?? what}, ${timesInWords(times)}`)
    .join('; ');
  return (
    <section>
      <h2>What stands against it</h2>
      <FigureTable
        caption="People who came back after everything had rested."
        groups={besideElsewhere(site, evidence, 'returns')}
      />
      <p>
        Our own rules said “not yet” to colleagues at {site.name}: {refused || 'never so far'}.
      </p>
      <p>Conversation 3 opened as an exception: {excepted || 'never so far'}.</p>
    </section>
  );
}

const timesInWords = (times: number): string =>
  times === 1 ? 'once' : `${times.toLocaleString('en-GB')} times`;
