import { type Identity, nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, cameBack, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { SummaryList } from '../../platform/ui/govuk/summary-list.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import type { ToldToGroup } from './for-the-group.store.ts';
import { hasEnded, type Stage, wayInWords } from './introduction.ts';
import { Standing, StepForms } from './introduction-view.tsx';
import type { Introduction } from './introductions.store.ts';
import type { Line } from './lines/line.ts';
import type { MoneyShown } from './money/money.store.ts';
import { GroupView } from './page/group-view.tsx';
import { AlongView, HowItWent, StepOnADay, Story } from './page/how-it-went-view.tsx';
import { LinesView } from './page/lines-view.tsx';
import { MoneyView } from './page/money-view.tsx';

/** One introduction with all that stands on its page. */
export interface IntroductionValue {
  introduction: Introduction;
  next: Stage | null;
  identity: Identity;
  today: Day;
  /** Exactly what the group reads, or would if it were asked now. */
  told: ToldToGroup;
  lines: Line[];
  mayAskGroup: boolean;
  money: MoneyShown[];
  /** What may still be given this year, in pence. */
  leftPence: number;
}

/** One introduction: what the group reads and answered, each step with its day, and what may come next. */
export function IntroductionPage(value: IntroductionValue, frame: Frame, again?: Again) {
  const { introduction, next, identity, today } = value;
  const name = nameFor(identity);
  const shared = { introduction, name, today, frame, again };
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
      <Story introduction={introduction} name={name} today={today} />
      {next ? <StepForms introduction={introduction} next={next} frame={frame} isOwnPage /> : null}
      {next ? <StepOnADay {...shared} next={next} /> : null}
      <LinesView {...shared} told={value.told} lines={value.lines} />
      <GroupView {...shared} mayAskGroup={value.mayAskGroup} />
      <AlongView {...shared} />
      <HowItWent {...shared} />
      <MoneyView {...shared} money={value.money} leftPence={value.leftPence} />
      <h2>How it came about</h2>
      <SummaryList rows={rowsOf(introduction)} />
      <p>
        <a href={`/community/${introduction.listingId}?person=${introduction.personId}`}>About the group</a>
        {' · '}
        <a href={`/introductions/${introduction.introductionId}/slip`}>
          A slip to print, without a name on it
        </a>
      </p>
      {hasEnded(introduction.stage) ? (
        <p>
          <a href={`/people/${introduction.personId}/introductions/new?listing=${introduction.listingId}`}>
            Offer it again, when they like
          </a>
        </p>
      ) : (
        <NoForm introduction={introduction} name={name} frame={frame} again={cameBack(again, 'why')} />
      )}
    </PersonFrame>
  );
}

function rowsOf(one: Introduction) {
  const day = (key: string, on: Day | null) => (on ? { key, value: longDate(on) } : undefined);
  return [
    { key: 'Why this one', value: one.why },
    { key: 'How they said yes', value: `“${one.permissionWords}”` },
    { key: 'How', value: wayInWords[one.how] },
    day('Would like to come from', one.comesFrom),
    day(`Offered${one.offeredByName ? ` by ${one.offeredByName}` : ''}`, one.offeredOn),
    day('Both said yes', one.agreedOn),
    day('Introduced', one.introducedOn),
    day('Went', one.wentOn),
    day('Still going after 30 days', one.stillGoing30On),
    day('Still going after 90 days', one.stillGoing90On),
  ];
}

interface NoProps {
  introduction: Introduction;
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
