import type { Colleague } from '../../access/accounts.store.ts';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Select } from '../../platform/ui/govuk/select.tsx';
import { Page } from '../../platform/ui/page.tsx';
import { When } from '../../platform/ui/telling.tsx';
import { HoldThisBack } from '../held-back/hold-this-back.tsx';
import { PersonLink } from '../person-link.tsx';
import type { ContactShown } from './contacts.store.ts';

export interface ContactValue {
  contact: ContactShown;
  colleagues: Colleague[];
  me: string;
}

/** A contact and who holds it. It moves only when a colleague says yes. */
export function ContactPage({ contact, colleagues, me }: ContactValue, frame: Frame, again?: Again) {
  const isMine = contact.heldById === me;
  return (
    <Page title="A contact" frame={frame} section="People" again={again}>
      <h1>{contact.madeBy} got in touch</h1>
      <p>
        About <PersonLink id={contact.personId} name={contact.personName} />, <When at={contact.madeAt} />.{' '}
        {isMine ? 'It is yours' : `${contact.heldBy ?? 'Nobody'} holds it`}.{' '}
        {contact.spokenOn
          ? `First spoken with on ${longDate(contact.spokenOn)}.`
          : 'Nobody has spoken with them yet.'}
      </p>
      <blockquote class="app-matters">{contact.words}</blockquote>
      <p>
        <a href={`/people/${contact.personId}/before`}>What they told us before</a>, so that nobody asks it
        again.
      </p>
      <p>
        <HoldThisBack
          personId={contact.personId}
          kind="contact"
          thingId={contact.contactId}
          title="what was said"
          held={contact.held}
        />
      </p>
      {contact.asked.length ? <Asked asked={contact.asked} /> : null}
      {contact.heldById ? null : (
        <Form action={`/contacts/${contact.contactId}/holder`} frame={frame}>
          <Button>I take this on</Button>
        </Form>
      )}
      {isMine ? <AskForm contact={contact} colleagues={colleagues} frame={frame} again={again} /> : null}
    </Page>
  );
}

function Asked({ asked }: { asked: ContactShown['asked'] }) {
  const answer = { yes: 'said yes', 'not-now': 'said not now' };
  return (
    <ul class="app-plain-list">
      {asked.map((ask) => (
        <li key={ask.id}>
          {ask.name} was asked (“{ask.sentence}”) and{' '}
          {ask.answer ? answer[ask.answer] : 'has not answered yet'}.
        </li>
      ))}
    </ul>
  );
}

function AskForm({
  contact,
  colleagues,
  frame,
  again,
}: {
  contact: ContactShown;
  colleagues: Colleague[];
  frame: Frame;
  again: Again | undefined;
}) {
  return (
    <>
      <h2>Is somebody better placed, and willing?</h2>
      <p>Ask them. It stays with you until they say yes.</p>
      <Form action={`/contacts/${contact.contactId}/asks`} frame={frame}>
        <Select
          {...asked(again, 'colleague')}
          label="Who"
          items={[
            { value: '', text: 'Choose' },
            ...colleagues.map(({ id, name, teamNames }) => ({
              value: id,
              text: `${name}, ${teamNames.join(', ')}`,
            })),
          ]}
        />
        <Input {...asked(again, 'sentence')} label="Why them, in a sentence" />
        <Button>Ask</Button>
      </Form>
    </>
  );
}
