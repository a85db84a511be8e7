import { addDays } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, Form, valuesOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Checkboxes, Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { howToChallenge } from '../letters/challenge.ts';
import type { CatchUpRequest } from './catch-up-request.ts';

export interface AnswerRequestProps {
  request: CatchUpRequest;
  withinDays: number;
  frame: Frame;
  again: Again | undefined;
}

/** A yes has its day; a no has why, and how to challenge it. The form that came back keeps plain ids. */
export function AnswerRequest({ request: { id, askedOn }, withinDays, frame, again }: AnswerRequestProps) {
  const mine = again?.typed.which === id ? again : undefined;
  const own = (field: string) => ({ ...asked(mine, field), id: mine ? field : `${field}-${id}` });
  return (
    <Form action={`/catch-up-requests/${id}/answer`} frame={frame}>
      <input type="hidden" name="which" value={id} />
      <Radios
        {...own('answer')}
        legend="What you answered"
        items={[
          {
            value: 'yes',
            label: 'Yes',
            conditional: (
              <Input
                {...own('daySet')}
                label="We talk on"
                hint={`By ${longDate(addDays(askedOn, withinDays))}, unless another day suits them better`}
              />
            ),
          },
          { value: 'no', label: 'Not now', conditional: <HowToChallenge id={id} mine={mine} /> },
        ]}
      />
      <Textarea {...own('words')} label="In words: why not, or why later" rows={2} />
      <Button class="govuk-button--secondary" preventDoubleClick>
        Keep the answer
      </Button>
    </Form>
  );
}

function HowToChallenge({ id, mine }: { id: string; mine: Again | undefined }) {
  return (
    <>
      <ul>
        {howToChallenge.map((way) => (
          <li>{way}</li>
        ))}
      </ul>
      <Checkboxes
        name="toldHowToChallenge"
        id={mine ? 'toldHowToChallenge' : `toldHowToChallenge-${id}`}
        values={valuesOf(mine, 'toldHowToChallenge')}
        items={[{ value: 'yes', label: 'They have been told how to challenge it' }]}
      />
    </>
  );
}
