import { type Identity, nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import { InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { Copies } from '../letters/given/copies.pages.tsx';
import type { CopySent } from '../letters/given/copies.store.ts';
import type { Determination } from './determinations.store.ts';
import { determine, findingInWords } from './determine.ts';

export interface DeterminationValue {
  identity: Identity;
  today: Day;
  determination: Determination;
  copies: CopySent[];
}

/** A decision as it was given. */
export function DeterminationPage(value: DeterminationValue, frame: Frame, again?: Again) {
  const { identity, today, determination, copies } = value;
  const { id, isEligible, decider, decidedOn, deciderHasMetPerson, gaps } = {
    ...determination,
    gaps: determine(determination).gaps,
  };
  const name = nameFor(identity);
  return (
    <PersonFrame identity={identity} today={today} here="plan" frame={frame} again={again} title="A decision">
      <h2>
        {isEligible ? `The law requires us to help ${name}` : `The law does not require us to help ${name}`}
      </h2>
      <p>
        {decider} decided this on {longDate(decidedOn)}.
      </p>
      {deciderHasMetPerson ? null : (
        <InsetText>
          {decider} had not met {name}.
        </InsetText>
      )}
      <ThreeTests determination={determination} />
      <h3>What {name} wants</h3>
      <blockquote class="app-said">{determination.personsWish}</blockquote>
      <h3>What {determination.viewBy} thinks</h3>
      <p class="app-lines">{determination.practitionersView}</p>
      <h3>The reasons {decider} gave</h3>
      <p class="app-lines">{determination.reasons}</p>
      {determination.writtenAdvice ? (
        <>
          <h3>Written advice</h3>
          <p class="app-lines">{determination.writtenAdvice}</p>
        </>
      ) : null}
      {gaps.length ? (
        <>
          <h3>Still to ask</h3>
          <ul>
            {gaps.map(({ question }) => (
              <li>{question}</li>
            ))}
          </ul>
        </>
      ) : null}
      <Copies {...{ of: 'determination', thingId: id, identity, copies, today, frame }} />
    </PersonFrame>
  );
}

function ThreeTests({ determination }: { determination: Determination }) {
  const { kind, outcomes, causeWords, impactWords } = determination;
  const talkedAbout = outcomes.filter(({ finding, words }) => finding !== 'nothing-said' || words);
  return (
    <>
      {determine(determination).sentences.map((sentence) => (
        <p>{sentence}</p>
      ))}
      <h3>Where it comes from</h3>
      <p class="app-lines">{causeWords}</p>
      <h3>In everyday life</h3>
      <ul>
        {talkedAbout.map((finding) => (
          <li key={finding.outcome}>{findingInWords(kind, finding)}</li>
        ))}
      </ul>
      <h3>What difference it makes</h3>
      <p class="app-lines">{impactWords}</p>
    </>
  );
}
