import type { Frame } from '../../platform/ui/frame.ts';
import { InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { CountedAtWords } from '../kept/counted-at-words.tsx';
import { EvidenceFrame } from '../looking/evidence-frame.tsx';
import { placeOf } from '../looking/which-site.ts';
import { comparisonInWords, isSetBeside } from '../site/compared.ts';
import { otherDefinitions } from './other-definitions.ts';
import { Connections, Promises } from './sections/kept-and-connected.tsx';
import { NotGot } from './sections/not-got.tsx';
import { Outcomes } from './sections/outcomes.tsx';
import { StayingClose } from './sections/staying-close.tsx';
import { Words } from './sections/words.tsx';
import type { HowItWentValue } from './value.ts';

/** E7: how it went for people, beside whether fewer drew on support. */
export function HowItWentPage(value: HowItWentValue, frame: Frame) {
  const { looked } = value;
  return (
    <EvidenceFrame looked={looked} here="how-it-went" title="How it went" frame={frame}>
      <h1>How it went</h1>
      {value.isMadeUp ? (
        <InsetText>
          Most of these people are made up. Their history tells nothing of introductions, decisions, plans,
          enquiries or anything asked for and not got: there, none means not told.
        </InsetText>
      ) : null}
      <p>
        {otherDefinitions.group.words}{' '}
        {isSetBeside(looked.site)
          ? 'Beside them stand different people in different places over the same days, so a difference alone shows no cause.'
          : null}{' '}
        {comparisonInWords(looked.site)}
      </p>
      <CountedAtWords counted={value.counted} />
      <StayingClose {...value} />
      <Connections {...value} />
      <Promises {...value} />
      <NotGot {...value} />
      <Outcomes {...value} />
      <Words {...value} />
      <section id="drift">
        <h2>Sliding back</h2>
        <p>
          <a href={placeOf('/evidence/how-it-went/drift', looked)}>
            Hand-ons, days between conversations and the words we write, month by month
          </a>
          , and <a href={placeOf('/evidence/how-it-has-been', looked)}>what people have been put through</a>.
        </p>
      </section>
      <p>
        <a href={placeOf('/evidence/how-it-went.csv', looked)}>
          All of this as a file for a spreadsheet (CSV)
        </a>
        . For those who work here, not for publishing.
      </p>
    </EvidenceFrame>
  );
}
