import { placeOf } from '../../looking/which-site.ts';
import { atElsewhere, isSetBeside } from '../compared.ts';
import type { EvidenceValue } from '../evidence-value.ts';
import { besideReturns, exceptionInWords } from '../sentences.ts';
import { FigureBlock } from './block.tsx';
import { shareMessage } from './messages.ts';
import { Shares } from './shares.tsx';
import { TapOff } from './tap-off-and-before.tsx';

/** The counter-measures: who came back, what our own rules said no to, and whoever came while the tap was off (E9). */
export function CameBack(value: EvidenceValue) {
  const { site, evidence } = value;
  const sides = { here: evidence.site.returns, there: evidence.elsewhere.returns };
  const where = isSetBeside(site) ? atElsewhere(site) : null;
  return (
    <FigureBlock
      value={value}
      id="returned"
      title="Who came back"
      against={`coming back is for learning and no failure; ${besideReturns(site, evidence)}.`}
      more={<AgainstUs {...value} />}
    >
      <Shares
        value={value}
        kind="returns"
        title={shareMessage({ name: site.name, where, ...sides }, 'came back')}
      />
    </FigureBlock>
  );
}

/** What our own rules said no to, and whoever came while the tap was off. */
function AgainstUs(value: EvidenceValue) {
  const { site, looked, log, maySeeNames } = value;
  const refused = log.refusals.map(({ what, times }) => `${what}, ${timesInWords(times)}`).join('; ');
  const excepted = log.exceptions
    .map(({ what, times }) => `${exceptionInWords[what] ?? what}, ${timesInWords(times)}`)
    .join('; ');
  const notYet = maySeeNames ? <a href={placeOf('/evidence/not-yet', looked)}>“not yet”</a> : '“not yet”';
  return (
    <>
      <p>
        <b>Our own rules</b> said {notYet} to colleagues at {site.name}: {refused || 'never so far'}.
        Conversation 3 opened as an exception: {excepted || 'never so far'}.
      </p>
      <p>
        <a href={placeOf('/evidence/how-it-has-been', looked)}>What people have been put through</a>: telling
        it again, being handed on, promises broken.
      </p>
      <TapOff {...value} />
    </>
  );
}

const timesInWords = (times: number): string =>
  times === 1 ? 'once' : `${times.toLocaleString('en-GB')} times`;
