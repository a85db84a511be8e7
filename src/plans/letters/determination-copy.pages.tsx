import type { Day } from '../../platform/clock.ts';
import { longDate } from '../../platform/ui/dates.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import { Page } from '../../platform/ui/page.tsx';
import type { DeterminationValue } from '../determinations/determinations.pages.tsx';
import type { Determination } from '../determinations/determinations.store.ts';
import { findingInWords } from '../determinations/determine.ts';
import { inLaw } from './challenge.ts';
import { CopyEnd, type WhoToRing } from './copy-end.pages.tsx';

export interface DeterminationCopyValue extends DeterminationValue {
  isLarge: boolean;
  ring: WhoToRing;
  toldOn: Day | null;
}

/** The person's own copy of a decision (Care Act 2014 s12, s13): plain words, the formal name explained once. */
export function DeterminationCopy(value: DeterminationCopyValue, frame: Frame) {
  const { identity, determination, isLarge, ring, toldOn } = value;
  const law = inLaw[determination.kind];
  return (
    <Page title="A copy of a decision" frame={frame} section="People">
      <article class={isLarge ? 'app-copy app-copy--large' : 'app-copy'}>
        <h1>
          {determination.isEligible ? 'The law says we must help' : 'The law does not require us to help'}
        </h1>
        <p>
          For {identity.fullName}. {longDate(determination.decidedOn)}.
        </p>
        <p>
          We talked together. In law this was your {law.name}: that means {law.meaning}.
          {toldOn ? ` We told you so on ${longDate(toldOn)}.` : ''}
        </p>
        <h2>What you want</h2>
        <blockquote class="app-said">{determination.personsWish}</blockquote>
        <WhatWasDecided determination={determination} />
        <h2>What we think</h2>
        <p>{determination.viewBy} wrote:</p>
        <p class="app-lines">{determination.practitionersView}</p>
        <WhatNext determination={determination} />
        <CopyEnd ring={ring} councilName={frame.councilName} />
      </article>
    </Page>
  );
}

function WhatWasDecided({ determination }: { determination: Determination }) {
  const { kind, decider, deciderHasMetPerson, outcomes, reasons, impactWords } = determination;
  const unable = outcomes.filter(({ finding }) => finding === 'unable');
  return (
    <>
      <h2>What was decided, and why</h2>
      <p>{decider} decided this.</p>
      {deciderHasMetPerson ? null : (
        <p>{decider} had not met you. You can ask to be met before it is looked at again.</p>
      )}
      <p class="app-lines">{reasons}</p>
      {unable.length ? (
        <>
          <p>The law asks about everyday things. These are the ones that are hard as things are:</p>
          <ul>
            {unable.map((finding) => (
              <li key={finding.outcome}>{findingInWords(kind, finding, 'you')}</li>
            ))}
          </ul>
        </>
      ) : null}
      <p>What difference it makes to your life:</p>
      <p class="app-lines">{impactWords}</p>
    </>
  );
}

function WhatNext({ determination: { isEligible, writtenAdvice } }: { determination: Determination }) {
  return (
    <>
      <h2>What happens next</h2>
      {isEligible ? (
        <p>
          We write a plan with you: a good life, what you need, and who does what. You get a copy of that too.
        </p>
      ) : (
        <p>You can come back at any time. If something changes, tell us and we look again.</p>
      )}
      {writtenAdvice ? (
        <>
          <h2>What can help</h2>
          <p class="app-lines">{writtenAdvice}</p>
        </>
      ) : null}
    </>
  );
}
