import { howLongField } from '../../community/patch/how-long.forms.ts';
import { nameFor } from '../../people/person.ts';
import type { Again } from '../../platform/http/routes.ts';
import { errorOf, Form, valueOf, valuesOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Details } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Checkboxes, Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import type { CrisisNow, SmallMoneyShown } from './crisis-page.store.ts';

/** A form of the crisis page; `again` is set when it is the one that came back. */
export interface CrisisFormProps {
  crisis: CrisisNow;
  frame: Frame;
  again: Again | undefined;
}

/** What a field shows and says: its name, what was typed or begins, and what is wrong. */
export const fieldOf =
  (again: Again | undefined) =>
  (name: string, begins: string | null = '') => ({
    name,
    value: valueOf(again, name, begins),
    error: errorOf(again, name),
  });

export function ContactForm({ crisis: { conversation, identity }, frame, again }: CrisisFormProps) {
  const field = fieldOf(again);
  const name = nameFor(identity);
  return (
    <Form action={`/conversations/${conversation.id}/crisis/contacts`} frame={frame}>
      <Input {...field('line')} label="Log a contact in one line" autoComplete="off" />
      <Checkboxes
        name="withPerson"
        items={[
          {
            value: 'yes',
            label: `With ${name} themselves`,
            isChecked: valuesOf(again, 'withPerson').length > 0,
          },
          {
            value: 'yes',
            name: 'reread',
            id: 'reread',
            label: 'We read the plan again together',
            isChecked: valuesOf(again, 'reread').length > 0,
          },
        ]}
      />
      <Details
        summary="How long, not just now, or a next time agreed"
        open={['howLong', 'when', 'nextContact'].some((name) => valueOf(again, name))}
      >
        <Input {...field('howLong')} {...howLongField} />
        <Input
          {...field('when')}
          label="When it was"
          hint="For example yesterday 4pm. Left empty it is now"
        />
        <Input
          {...field('nextContact')}
          label="The next contact, as agreed"
          hint="For example tomorrow 10am"
        />
      </Details>
      <Button preventDoubleClick>Log it</Button>
    </Form>
  );
}

export function MoneyForm({ crisis: { conversation }, frame, again }: CrisisFormProps) {
  const field = fieldOf(again);
  return (
    <Details summary="Write down small money" open={again !== undefined}>
      <Form action={`/conversations/${conversation.id}/crisis/money`} frame={frame}>
        <Input {...field('amount')} label="How much" prefix="£" inputMode="decimal" />
        <Input {...field('whatFor')} label="What it was for" hint="A taxi home, a kettle, a door lock" />
        <Input {...field('whatItChanged')} label="What it changed, if you know yet" />
        <Input {...field('spentOn')} label="The day, if not today" hint="For example 20 November 2026" />
        <Button class="govuk-button--secondary">Write it down</Button>
      </Form>
    </Details>
  );
}

export function MoneyChangedForm({
  money,
  conversationId,
  frame,
}: {
  money: SmallMoneyShown;
  conversationId: string;
  frame: Frame;
}) {
  return (
    <Form
      action={`/conversations/${conversationId}/crisis/money/${money.id}/what-it-changed`}
      frame={frame}
      class="app-one-line"
    >
      <Input name="whatItChanged" id={`changed-${money.id}`} label="What did it change?" />
      <Button class="govuk-button--secondary">Say</Button>
    </Form>
  );
}

export function PeersForm({
  crisis: { conversation, colleagues, me, identity },
  frame,
  again,
}: CrisisFormProps) {
  const field = fieldOf(again);
  return (
    <Details summary="Peers have heard" open={again !== undefined}>
      <Form action={`/conversations/${conversation.id}/crisis/peers`} frame={frame}>
        <Radios
          {...field('purpose', 'sharing')}
          legend="What was it?"
          items={[
            { value: 'sharing', label: 'Telling peers how it is going' },
            { value: 'team-talk', label: 'The team’s talk: is this still right?' },
          ]}
        />
        <Checkboxes
          name="attendees"
          legend="Who was there with you"
          items={colleagues
            .filter(({ id }) => id !== me.id)
            .map(({ id, name }) => ({ value: id, label: name }))}
          values={valuesOf(again, 'attendees')}
          error={errorOf(again, 'attendees')}
        />
        <Checkboxes
          name="personWasInvited"
          items={[{ value: 'yes', label: `${nameFor(identity)} was invited` }]}
          values={valuesOf(again, 'personWasInvited')}
        />
        <Textarea {...field('whatWeHeard')} label="What we heard" rows={3} />
        <Input {...field('talkedFor')} {...howLongField} />
        <Input {...field('sharedOn')} label="The day, if not today" hint="For example 20 November 2026" />
        <Button class="govuk-button--secondary">Write it down</Button>
      </Form>
    </Details>
  );
}
