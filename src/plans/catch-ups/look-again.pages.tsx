import { longDate } from '../../platform/ui/dates.ts';
import { Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import type { CatchUp } from './catch-up.ts';

export interface LookAgainProps {
  catchUp: CatchUp;
  personId: string;
  name: string;
  frame: Frame;
}

/** P1: the way from a catch-up to a new conversation 3, by the gate; the plan runs on meanwhile. */
export function LookAgain({ catchUp, personId, name, frame }: LookAgainProps) {
  return (
    <Form action={`/people/${personId}/conversation-3`} frame={frame}>
      <h3>Look again together</h3>
      <p>
        On {longDate(catchUp.heldOn)} you agreed to look again from the beginning. In law that is a new needs
        assessment: finding out, with {name}, what matters and what is needed now. The plan runs on as it is
        meanwhile.
      </p>
      <input type="hidden" name="way" value="at-once" />
      <input type="hidden" name="exception" value="long-term-support-in-place" />
      <Textarea
        name="reason"
        label={`In a sentence: what is so for ${name}`}
        rows={2}
        value={catchUp.comesOfItWords}
      />
      <Button class="govuk-button--secondary" preventDoubleClick>
        Begin to look again
      </Button>
      <p>
        <a href={`/people/${personId}/conversation-3`}>Where we are before building a good life</a>
      </p>
    </Form>
  );
}
