import { longDate } from '../../platform/ui/dates.ts';
import { Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import type { CatchUp } from './catch-up.ts';

export interface LookAgainProps {
  catchUp: CatchUp;
  /** The conversation 3 that is open already, if one is (C3-1). */
  openId: string | null;
  personId: string;
  name: string;
  frame: Frame;
}

/** P1: the way from a catch-up to looking again: in the conversation 3 that is open, or in a new one by the gate. */
export function LookAgain(props: LookAgainProps) {
  const { catchUp, openId, name } = props;
  return (
    <>
      <h3>Look again together</h3>
      <p>
        On {longDate(catchUp.heldOn)} you agreed to look again from the beginning. In law that is a new needs
        assessment: finding out, with {name}, what matters and what is needed now. The plan runs on as it is
        meanwhile.
      </p>
      {openId ? (
        <p>
          Building a good life is open.{' '}
          <a href={`/conversations/${openId}`}>Look again in that conversation</a>
        </p>
      ) : (
        <BeginToLookAgain {...props} />
      )}
    </>
  );
}

function BeginToLookAgain({ catchUp, personId, name, frame }: LookAgainProps) {
  return (
    <Form action={`/people/${personId}/conversation-3`} frame={frame}>
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
