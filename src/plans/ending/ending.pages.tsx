import { type Identity, nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { sentence } from '../../platform/ui/sentence.ts';
import type { Support } from '../support.store.ts';
import { endedBecauseInWords } from './ending.ts';

export interface EndingValue {
  identity: Identity;
  today: Day;
  support: Support;
}

/** How one support ends: at the person's wish, or because their life moved on; never to give less (P1). */
export function EndingPage({ identity, today, support }: EndingValue, frame: Frame, again?: Again) {
  const name = nameFor(identity);
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="plan"
      frame={frame}
      again={again}
      title="How support ends"
    >
      <h2>{support.what}</h2>
      <p>
        Here is where you write that this ends. {name} has had it since {longDate(support.startedOn)}. To give
        less, write a plan with {name}; this goes on until that plan stands.
      </p>
      {support.endedOn && support.endedBecause ? <Ended support={support} /> : null}
      {support.endedOn && support.endedOn <= today ? null : (
        <HowItEnds {...{ support, name, today, frame, again }} />
      )}
      <p>
        <a href={`/people/${identity.personId}/plan`}>Back to the plan</a>
      </p>
    </PersonFrame>
  );
}

function Ended({ support: { endedOn, endedBecause, endedWords } }: { support: Support }) {
  return (
    <p>
      It ends on {endedOn ? longDate(endedOn) : ''}. {endedBecause ? endedBecauseInWords[endedBecause] : ''}.{' '}
      {endedWords ? sentence(endedWords) : ''}
    </p>
  );
}

interface HowItEndsProps {
  support: Support;
  name: string;
  today: Day;
  frame: Frame;
  again: Again | undefined;
}

function HowItEnds({ support, name, today, frame, again }: HowItEndsProps) {
  const { 'their-wish': wish, died, 'moved-and-met-there': moved, 'time-was-up': time } = endedBecauseInWords;
  return (
    <Form action={`/support/${support.id}/end`} frame={frame}>
      <Radios
        {...asked(again, 'because')}
        legend="Why does it end?"
        items={[
          { value: 'their-wish', label: wish },
          { value: 'died', label: died },
          { value: 'moved-and-met-there', label: moved },
          support.untilOn !== null && { value: 'time-was-up', label: time },
          { value: 'something-else', label: 'Something else' },
        ]}
      />
      <Textarea
        {...asked(again, 'words')}
        label={`What ${name} said, in their words`}
        hint="Needed when it is their wish; otherwise what there is to say"
        rows={3}
      />
      <Input {...asked(again, 'endsOn', longDate(today))} label="The last day" />
      <Button preventDoubleClick>It ends</Button>
    </Form>
  );
}
