import { nameFor } from '../../people/person.ts';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, cameBack, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { sentence } from '../../platform/ui/sentence.ts';
import { isSettled } from './move.ts';
import type { MoveValue } from './move-page.store.ts';

/** P4: somebody moving away: support here goes on until the other council has said that it has taken over. */
export function GoingAway({
  value,
  frame,
  again,
}: {
  value: MoveValue;
  frame: Frame;
  again: Again | undefined;
}) {
  const { identity, move, support, today } = value;
  const form = cameBack(again, 'takenOverOn');
  if (move.takenOverOn && !form)
    return (
      <p>
        {move.otherCouncil} took over on {longDate(move.takenOverOn)}: {sentence(move.takenOverWords ?? '')}{' '}
        Support here may end from that day.
      </p>
    );
  if (isSettled(move) && !form) return null;
  return (
    <>
      <h2>Support here goes on</h2>
      <p>
        Until {move.otherCouncil} says that it has taken over, everything {nameFor(identity)} draws on here
        goes on, whatever day they move.
      </p>
      {support.length ? (
        <ul>
          {support.map(({ what, startedOn }) => (
            <li>
              {what}, since {longDate(startedOn)}
            </li>
          ))}
        </ul>
      ) : null}
      <Form action={`/moves/${move.id}/taken-over`} frame={frame}>
        <Input {...asked(form, 'takenOverOn', longDate(today))} label="The day they took over" />
        <Textarea {...asked(form, 'takenOverWords')} label="Who there said so, and what they said" rows={2} />
        <Button preventDoubleClick>They have taken over</Button>
      </Form>
    </>
  );
}
