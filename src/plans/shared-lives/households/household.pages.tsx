import type { Day } from '../../../platform/clock.ts';
import type { Again } from '../../../platform/http/routes.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import { Form, valuesOf } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { Details, InsetText } from '../../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../../platform/ui/govuk/button.tsx';
import { Checkboxes } from '../../../platform/ui/govuk/choices.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import { type Household, mayShare, roomInWords } from './household.ts';
import { HouseholdFields } from './household-fields.pages.tsx';

export interface HouseholdValue {
  household: Household;
  today: Day;
}

/** P5: one home: who lives there and what it is like, in their words. It names nobody who shares it through us. */
export function HouseholdPage({ household, today }: HouseholdValue, frame: Frame, again?: Again) {
  const notNow = mayShare(household, today);
  return (
    <Page title="A home that shares" frame={frame} section="People" again={again}>
      <h1>{household.name}</h1>
      <p>A home somebody might share, told by those who live there. {household.place}.</p>
      <h2>Who lives there</h2>
      <blockquote class="app-said">{household.whoLivesHere}</blockquote>
      <h2>What home is like</h2>
      <blockquote class="app-said">{household.whatHomeIsLike}</blockquote>
      <InsetText>
        <p>{household.isActive ? `${roomInWords(household, today)}.` : 'They no longer share their home.'}</p>
        {household.approvedOn && household.approvalUntilOn ? (
          <p>
            The scheme approved them on {longDate(household.approvedOn)}, until{' '}
            {longDate(household.approvalUntilOn)}.
          </p>
        ) : null}
        {notNow ? <p>Nobody can move in today: {notNow.because}.</p> : null}
      </InsetText>
      <Details summary="Change what is written" open={again !== undefined}>
        <Form action={`/households/${household.id}`} frame={frame} version={household.version}>
          <HouseholdFields again={again} home={household} />
          <Checkboxes
            name="hasStopped"
            values={valuesOf(again, 'hasStopped', household.isActive ? [] : ['yes'])}
            items={[{ value: 'yes', label: 'They no longer share their home' }]}
          />
          <Button preventDoubleClick>Keep it</Button>
        </Form>
      </Details>
      <p>
        <a href="/households">Every home that shares</a>
      </p>
    </Page>
  );
}
