import { type Identity, nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { longDate, nearDate } from '../../platform/ui/dates.ts';
import { asked, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { SummaryList } from '../../platform/ui/govuk/summary-list.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { Page } from '../../platform/ui/page.tsx';
import { capitalised, type ListingCard } from '../finder/card.ts';
import { hasEnded, type Stage, type Way, wayInWords } from './introduction.ts';
import { Standing, StepForms } from './introduction-view.tsx';

/** An introduction, as pages show it. */
export interface IntroductionShown {
  introductionId: string;
  personId: string;
  listingId: string;
  listingName: string;
  stage: Stage;
  how: Way;
  why: string;
  permissionWords: string;
  offeredByName: string | null;
  offeredOn: Day;
  agreedOn: Day | null;
  introducedOn: Day | null;
  wentOn: Day | null;
  stillGoing30On: Day | null;
  stillGoing90On: Day | null;
  endedOn: Day | null;
  endedWhy: string | null;
  askOn: Day | null;
}

export interface IntroductionValue {
  introduction: IntroductionShown;
  next: Stage | null;
  identity: Identity;
  today: Day;
}

/** One introduction: how it came about, each step with its day, and what may come next. */
export function IntroductionPage(
  { introduction, next, identity, today }: IntroductionValue,
  frame: Frame,
  again?: Again,
) {
  const name = nameFor(identity);
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="community"
      frame={frame}
      again={again}
      title="An introduction"
    >
      <h2>
        {name} and {introduction.listingName}
      </h2>
      <div class="govuk-body">
        <Standing introduction={introduction} today={today} />
      </div>
      <SummaryList rows={rowsOf(introduction)} />
      <p>
        <a href={`/community/${introduction.listingId}?person=${introduction.personId}`}>About the group</a>
        {' · '}
        <a href={`/introductions/${introduction.introductionId}/slip`}>
          A slip to print, without a name on it
        </a>
      </p>
      {next ? <StepForms introduction={introduction} next={next} frame={frame} isOwnPage /> : null}
      {hasEnded(introduction.stage) ? null : (
        <NoForm introduction={introduction} name={name} frame={frame} again={again} />
      )}
    </PersonFrame>
  );
}

function rowsOf(one: IntroductionShown) {
  const day = (key: string, on: Day | null) => (on ? { key, value: longDate(on) } : undefined);
  return [
    { key: 'Why this one', value: one.why },
    { key: 'How they said yes', value: `“${one.permissionWords}”` },
    { key: 'How', value: wayInWords[one.how] },
    day(`Offered${one.offeredByName ? ` by ${one.offeredByName}` : ''}`, one.offeredOn),
    day('Both said yes', one.agreedOn),
    day('Introduced', one.introducedOn),
    day('Went', one.wentOn),
    day('Still going after 30 days', one.stillGoing30On),
    day('Still going after 90 days', one.stillGoing90On),
  ];
}

interface NoProps {
  introduction: IntroductionShown;
  name: string;
  frame: Frame;
  again: Again | undefined;
}

/** One box for why, and whose no it is: each button sends it to its own address. */
function NoForm({ introduction: { introductionId }, name, frame, again }: NoProps) {
  return (
    <Form action={`/introductions/${introductionId}/not-for-me`} frame={frame}>
      <Textarea
        {...asked(again, 'why')}
        label="If it is not for them, or the group says not now: why?"
        hint="Both are honest answers"
        rows={2}
      />
      <div class="govuk-button-group">
        <Button class="govuk-button--secondary">Not for {name}</Button>
        <Button
          class="govuk-button--secondary"
          formAction={`/introductions/${introductionId}/declined-by-group`}
        >
          The group said not now
        </Button>
      </div>
    </Form>
  );
}

export interface SlipValue {
  card: ListingCard;
  today: Day;
}

/** A slip to take along. It holds nobody's name: whoever finds it learns nothing about anybody. */
export function SlipPage({ card, today }: SlipValue, frame: Frame) {
  const row = (key: string, value: string | null) => (value ? { key, value } : undefined);
  return (
    <Page title="A slip" frame={frame} section="Community">
      <h1>{card.name}</h1>
      {card.like ? <p class="govuk-body-l">{card.like}</p> : null}
      <SummaryList
        rows={[
          row('Next on', card.nextOn.map((day) => nearDate(day, today)).join(', ')),
          row('When', card.when.join('; ')),
          row('Where', card.where),
          row('Ask for', card.whoToAskFor),
          row('Ring', card.phone),
          row('Cost', card.cost),
          row('Getting in', card.access.join('; ')),
        ]}
      />
      <p>You can just turn up, or ring first. You do not have to say who told you.</p>
      <p class="app-by">
        Printed {longDate(today)}. {capitalised(card.checking)}.
      </p>
    </Page>
  );
}
