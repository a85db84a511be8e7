import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, cameBack, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Details, InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import type { AskingShown } from './standing.store.ts';

export interface StillRightProps {
  /** The short address's code, ready for an address. */
  code: string;
  asking: AskingShown;
  frame: Frame;
  again?: Again | undefined;
}

/** "Is this still right?": one press says yes; the rest is folded below it. Every press is a POST, so no scanner can. */
export function StillRight(props: StillRightProps) {
  const { code, asking, frame } = props;
  const { comesBack, isPaused, others, isCheckedToday, isAsked } = asking;
  if (comesBack !== null || isPaused) return <ComeBack {...props} />;
  const isDone = isCheckedToday && !isAsked;
  return (
    <section id="still-right">
      <h2>Is this still right?</h2>
      {isDone ? <p>Somebody said so today. Thank you: there is nothing more to do.</p> : null}
      {isDone ? null : (
        <Form action={`/g/${code}/still-right`} frame={frame}>
          <Button>Yes, it is still right</Button>
        </Form>
      )}
      {others.length && !isDone ? (
        <Form action={`/g/${code}/still-right`} frame={frame}>
          <input type="hidden" name="all" value="yes" />
          <p>We also asked about {others.join(', ')}.</p>
          <Button class="govuk-button--secondary">Yes, all {others.length + 1} are still right</Button>
        </Form>
      ) : null}
      <Otherwise {...props} />
    </section>
  );
}

const whyAway = ({ comesBack, pausedUntil }: AskingShown): string => {
  if (comesBack === 'silence')
    return 'We asked whether this is still right and did not hear, so we stopped showing it. Nothing is lost.';
  if (comesBack === 'stopped') return 'You told us that it stopped, so it is not shown. Nothing is lost.';
  return pausedUntil === null
    ? 'You told us that it is paused for now.'
    : `You told us that it is paused until ${longDate(pausedUntil)}. It is on again by itself that day.`;
};

function ComeBack({ code, asking, frame }: StillRightProps) {
  return (
    <section id="still-right">
      <InsetText>{whyAway(asking)}</InsetText>
      <Form action={`/g/${code}/back`} frame={frame}>
        <Button>{asking.comesBack === null ? 'It is on again' : 'Show it again: it is right'}</Button>
      </Form>
    </section>
  );
}

/** Full, paused, only for now, stopped: each with one button. */
function Otherwise({ code, asking, frame, again }: StillRightProps) {
  const isFull = asking.room === 'full';
  const secondary = 'govuk-button--secondary';
  return (
    <Details
      summary="We are full, paused, only for now, or stopped"
      open={['until', 'lastDay', 'stoppedWhy'].some((field) => cameBack(again, field))}
    >
      <Form action={`/g/${code}/full`} frame={frame}>
        {isFull ? <input type="hidden" name="room" value="room for more" /> : null}
        <Button class={secondary}>{isFull ? 'There is room again' : 'We are full'}</Button>
      </Form>
      <Form action={`/g/${code}/paused`} frame={frame}>
        <Input
          {...asked(cameBack(again, 'until'), 'until')}
          label="Back on, if you know the day"
          hint="Such as 5 January 2027"
        />
        <Input
          {...asked(cameBack(again, 'until'), 'pausedWords')}
          label="What people should know, if anything"
        />
        <Button class={secondary}>We are paused</Button>
      </Form>
      <Form action={`/g/${code}/for-now`} frame={frame}>
        <Input
          {...asked(
            cameBack(again, 'lastDay'),
            'lastDay',
            asking.onlyUntil === null ? '' : longDate(asking.onlyUntil),
          )}
          label="Only for now: the last day"
          hint="Empty means that it goes on"
        />
        <Button class={secondary}>Save the last day</Button>
      </Form>
      <Form action={`/g/${code}/stopped`} frame={frame}>
        <Input
          {...asked(cameBack(again, 'stoppedWhy'), 'stoppedWhy')}
          label="What people should know, if anything"
        />
        <Button class={secondary}>We have stopped</Button>
      </Form>
    </Details>
  );
}
