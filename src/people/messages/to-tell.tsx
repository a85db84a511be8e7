import { Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { PersonLink } from '../person-link.tsx';
import { askedOfUs, type Told, type ToldOn } from './told.ts';

export interface ToTellProps {
  one: Told;
  frame: Frame;
  /** The list it was done on, to go on with; their own page of what they were told when left out. */
  on?: ToldOn;
}

/** One line of whom to tell in person, and that it was done. */
export function ToTell({ one, frame, on }: ToTellProps) {
  const { messageId, personId, name, how } = one;
  const done = how === 'letter' ? { value: 'posted', text: 'Posted' } : { value: 'told', text: 'Told' };
  return (
    <Form action={`/messages/${messageId}/settled`} frame={frame}>
      {on ? <input type="hidden" name="on" value={on} /> : null}
      <PersonLink id={personId} name={name} />: {askedOfUs(one)}{' '}
      <button class="app-link-button" type="submit" name="how" value={done.value}>
        {done.text}
        <span class="govuk-visually-hidden">: {name}</span>
      </button>{' '}
      <button class="app-link-button" type="submit" name="how" value="not-now">
        Let it be<span class="govuk-visually-hidden">: {name}</span>
      </button>
    </Form>
  );
}
