import { type Identity, nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import { InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { sentence } from '../../platform/ui/sentence.ts';
import { totalsInWords, totalsOf } from '../budget.ts';
import type { Plan } from '../plan.ts';
import { type FinancialAssessment, moneyWaits } from './share.ts';
import { ShareForm } from './share-form.pages.tsx';
import { ShareTold } from './share-told.pages.tsx';

export interface MoneyValue {
  identity: Identity;
  today: Day;
  /** Whether a conversation 3 has begun: before it, nobody is asked about money (C3-5, F5). */
  isTalkedAbout: boolean;
  /** The record that counts today, those that begin later, and those kept from before. */
  now: FinancialAssessment | null;
  later: FinancialAssessment[];
  before: FinancialAssessment[];
  standing: Plan | null;
  /** Why the plan that stands asks more than the record says. */
  tooMuch: string | null;
}

/** What somebody pays towards their support, how it was worked out, and what it was before. */
export function MoneyPage(value: MoneyValue, frame: Frame, again?: Again) {
  const { identity, today, isTalkedAbout, standing } = value;
  const name = nameFor(identity);
  return (
    <PersonFrame identity={identity} today={today} here="plan" frame={frame} again={again} title="Money">
      <h2>What {name} pays</h2>
      <p>This page says what {name} pays towards the support they draw on, and how that was worked out.</p>
      {isTalkedAbout ? (
        <>
          <Records value={value} name={name} />
          {standing ? <UnderThePlan value={value} name={name} /> : null}
          <h3>{value.now ? 'Work it out again' : 'Work it out together'}</h3>
          <ShareForm personId={identity.personId} name={name} today={today} frame={frame} again={again} />
        </>
      ) : (
        <InsetText>
          Not yet: {moneyWaits.because}. {sentence(moneyWaits.satisfyBy)}
        </InsetText>
      )}
    </PersonFrame>
  );
}

function Records({ value: { now, later, before }, name }: { value: MoneyValue; name: string }) {
  return (
    <>
      {now ? (
        <ShareTold record={now} />
      ) : (
        <p>Nothing counts today. Until it does, nothing is asked of {name}.</p>
      )}
      {later.map((record) => (
        <ShareTold key={record.id} record={record} />
      ))}
      {before.length ? (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">What was worked out before</span>
          </summary>
          <div class="govuk-details__text">
            {before.map((record) => (
              <ShareTold key={record.id} record={record} />
            ))}
          </div>
        </details>
      ) : null}
    </>
  );
}

function UnderThePlan({ value: { standing, tooMuch }, name }: { value: MoneyValue; name: string }) {
  if (!standing) return null;
  return (
    <>
      <h3>In the plan{standing.startsOn ? ` from ${longDate(standing.startsOn)}` : ''}</h3>
      {totalsInWords(totalsOf(standing.parts), name).map((told) => (
        <p>{told}</p>
      ))}
      {tooMuch ? (
        <InsetText>
          The plan asks too much: {tooMuch}. Begin a later plan in which the council pays the rest.
        </InsetText>
      ) : null}
    </>
  );
}
