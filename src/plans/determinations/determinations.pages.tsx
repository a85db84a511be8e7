import { type Identity, nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import { InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { Page } from '../../platform/ui/page.tsx';
import { inLaw } from '../copies/challenge.ts';
import { Copies, CopyEnd, type WhoToRing } from '../copies/copies.pages.tsx';
import type { CopySent } from '../copies/copies.store.ts';
import type { Determination } from './determinations.store.ts';
import { determine, type Finding, textOf } from './determine.ts';
import { type Kind, sensesFor } from './outcomes.ts';

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
      <p class="app-kept">{determination.practitionersView}</p>
      <h3>The reasons {decider} gave</h3>
      <p class="app-kept">{determination.reasons}</p>
      {determination.writtenAdvice ? (
        <>
          <h3>Written advice</h3>
          <p class="app-kept">{determination.writtenAdvice}</p>
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
      <Copies {...{ at: `/determinations/${id}`, name, copies, today, frame, again }} />
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
      <p class="app-kept">{causeWords}</p>
      <h3>In everyday life</h3>
      <ul>
        {talkedAbout.map((finding) => (
          <li key={finding.outcome}>{findingInWords(kind, finding)}</li>
        ))}
      </ul>
      <h3>What difference it makes</h3>
      <p class="app-kept">{impactWords}</p>
    </>
  );
}

function findingInWords(kind: Kind, { outcome, finding, sense, words }: Finding): string {
  const text = textOf(kind, outcome);
  const start = `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  const way = sensesFor(kind).find(({ key }) => key === sense)?.text;
  const found = { achieved: 'manages', unable: way ?? 'unable', 'nothing-said': 'nothing said' }[finding];
  return words ? `${start}: ${found}. ${words}` : `${start}: ${found}.`;
}

export interface DeterminationCopyValue extends DeterminationValue {
  isLarge: boolean;
  ring: WhoToRing;
  toldOn: Day | null;
}

/** The person's own copy of a decision (Care Act 2014 s12, s13): plain words, the formal name explained once. */
export function DeterminationCopy(value: DeterminationCopyValue, frame: Frame) {
  const { identity, determination, isLarge, ring } = value;
  const { kind, isEligible, decider, decidedOn, deciderHasMetPerson, outcomes } = determination;
  const law = inLaw[kind];
  const unable = outcomes.filter(({ finding }) => finding === 'unable');
  return (
    <Page title="A copy of a decision" frame={frame} section="People">
      <article class={isLarge ? 'app-copy app-copy--large' : 'app-copy'}>
        <h1>{isEligible ? 'The law says we must help' : 'The law does not require us to help'}</h1>
        <p>
          For {identity.fullName}. {longDate(decidedOn)}.
        </p>
        <p>
          We talked together. In law this was your {law.name}: that means {law.meaning}.
          {value.toldOn ? ` We told you so on ${longDate(value.toldOn)}.` : ''}
        </p>
        <h2>What you want</h2>
        <blockquote class="app-said">{determination.personsWish}</blockquote>
        <h2>What was decided, and why</h2>
        <p>
          {decider} decided this.
          {deciderHasMetPerson
            ? ''
            : ` ${decider} had not met you. You can ask to be met before it is looked at again.`}
        </p>
        <p class="app-kept">{determination.reasons}</p>
        {unable.length ? (
          <>
            <p>
              The law looks at everyday things. You told us, or we saw, that some are beyond you as things
              are:
            </p>
            <ul>
              {unable.map((finding) => (
                <li>{findingInWords(kind, finding)}</li>
              ))}
            </ul>
          </>
        ) : null}
        <p class="app-kept">{determination.impactWords}</p>
        <h2>What we think</h2>
        <p>{determination.viewBy} wrote:</p>
        <p class="app-kept">{determination.practitionersView}</p>
        <h2>What happens next</h2>
        {isEligible ? (
          <p>
            We write a plan with you: what a good life looks like, what you need, and who does what. You get a
            copy of that too.
          </p>
        ) : (
          <p>You can come back at any time. If something changes, tell us and we look again.</p>
        )}
        {determination.writtenAdvice ? (
          <>
            <h2>What can help</h2>
            <p class="app-kept">{determination.writtenAdvice}</p>
          </>
        ) : null}
        <CopyEnd ring={ring} councilName={frame.councilName} />
      </article>
    </Page>
  );
}
