import type { Day } from '../../platform/clock.ts';
import { nearDate } from '../../platform/ui/dates.ts';
import { Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { type Stage, stageInWords } from './introduction.ts';
import type { Introduction as IntroductionShown } from './introductions.store.ts';

type DayField = 'offeredOn' | 'agreedOn' | 'introducedOn' | 'wentOn' | 'stillGoing30On' | 'endedOn';
const latest: Record<Stage, DayField> = {
  offered: 'offeredOn',
  agreed: 'agreedOn',
  introduced: 'introducedOn',
  went: 'wentOn',
  'still-going': 'stillGoing30On',
  'not-for-me': 'endedOn',
  'declined-by-group': 'endedOn',
};

/** Where an introduction stands, in a line. */
export function Standing({ introduction, today }: { introduction: IntroductionShown; today: Day }) {
  const { introductionId, listingName, stage, endedWhy, askOn } = introduction;
  const on =
    stage === 'still-going'
      ? (introduction.stillGoing90On ?? introduction.stillGoing30On)
      : introduction[latest[stage]];
  return (
    <>
      <b>
        <a href={`/introductions/${introductionId}`}>{listingName}</a>
      </b>
      : {stageInWords[stage]}
      {on ? `, ${nearDate(on, today)}` : ''}
      {endedWhy ? <p>“{endedWhy}”</p> : null}
      {askOn ? (
        <span class="app-by">
          {stage === 'offered' ? 'We see what the group says' : 'We ask how it went'} on{' '}
          {nearDate(askOn, today)}
        </span>
      ) : null}
    </>
  );
}

const nextInWords: Partial<Record<Stage, string>> = {
  agreed: 'They and the group said yes',
  introduced: 'They were introduced',
  went: 'They went',
  'still-going': 'Still going',
};

/** With a slip nobody is asked: they take it from there. */
const withASlip: Partial<Record<Stage, string>> = {
  agreed: 'They said yes',
  introduced: 'They have the slip',
};

interface StepProps {
  introduction: IntroductionShown;
  next: Stage;
  frame: Frame;
  /** True on the introduction's own page, which has the rest below. */
  isOwnPage?: boolean;
}

/** The next step as one button; a no, or not yet, beside it. */
export function StepForms({ introduction, next, frame, isOwnPage = false }: StepProps) {
  const { introductionId, listingName, askOn, how } = introduction;
  const action = (step: string) => `/introductions/${introductionId}/${step}`;
  const about = <span class="govuk-visually-hidden">: {listingName}</span>;
  return (
    <div class="app-line-actions">
      <Form action={action(next)} frame={frame}>
        <Button class="govuk-button--secondary">
          {how === 'slip' && next in withASlip ? withASlip[next] : nextInWords[next]}
          {about}
        </Button>
      </Form>
      {askOn ? (
        <Form action={action('not-yet')} frame={frame}>
          <button type="submit" class="app-link-button">
            Not yet{about}
          </button>
        </Form>
      ) : null}
      {isOwnPage ? null : (
        <a href={`/introductions/${introductionId}`}>
          Ask the group, not for them, or a slip to print{about}
        </a>
      )}
    </div>
  );
}
