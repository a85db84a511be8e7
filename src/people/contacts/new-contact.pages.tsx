import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, errorOf, Form, valueOf, valuesOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Checkboxes, Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Select } from '../../platform/ui/govuk/select.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { Page } from '../../platform/ui/page.tsx';
import { FoundList, SearchLine } from '../finding/finding.pages.tsx';
import type { Found } from '../people.store.ts';
import type { Identity } from '../person.ts';
import { howInWords, hows, permissionInWords, permissions } from './contact.ts';

export interface NewContactValue {
  q: string;
  chosen: Identity | null;
  found: Found[];
  today: Day;
}

/** Somebody gets in touch: look first, then their words. Three things save it; the rest can wait. */
export function NewContactPage({ q, chosen, found, today }: NewContactValue, frame: Frame, again?: Again) {
  return (
    <Page title="Somebody gets in touch" frame={frame} section="People" again={again}>
      <h1>Somebody gets in touch</h1>
      {chosen ? null : <SearchLine q={q} action="/contacts/new" isQuiet={Boolean(q || again)} />}
      {!chosen && found.length > 0 ? (
        <>
          <h2>Is it one of these?</h2>
          <FoundList found={found} today={today} href={(id) => `/contacts/new?person=${id}`} />
        </>
      ) : null}
      {!chosen && q && found.length === 0 ? <p>We have not met anybody by that name. Go on below.</p> : null}
      {chosen || q || again ? (
        <ContactForm chosen={chosen} q={q} found={found} frame={frame} again={again} />
      ) : null}
    </Page>
  );
}

interface ContactFormProps {
  chosen: Identity | null;
  q: string;
  found: Found[];
  frame: Frame;
  again: Again | undefined;
}

function ContactForm({ chosen, q, found, frame, again }: ContactFormProps) {
  return (
    <Form action="/contacts" frame={frame}>
      {chosen ? <Chosen person={chosen} /> : <WhoIsIt q={q} found={found} again={again} />}
      <Textarea
        {...asked(again, 'words')}
        label={<b>What did they say?</b>}
        hint="In their words, as they come"
        rows={8}
      />
      <WhoSpeaks again={again} />
      <CanWait again={again} />
      <Button preventDoubleClick>Save, and it is mine</Button>
    </Form>
  );
}

function Chosen({ person }: { person: Identity }) {
  return (
    <>
      <input type="hidden" name="person" value={person.personId} />
      <p>
        About <b>{person.fullName}</b>
        {person.bornOn ? `, born ${longDate(person.bornOn)}` : ''}. <a href="/contacts/new">Somebody else</a>
      </p>
      {person.needs.length ? (
        <ul class="app-needs">
          {person.needs.map(({ need }) => (
            <li key={need}>{need}</li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function WhoIsIt({ q, found, again }: { q: string; found: Found[]; again: Again | undefined }) {
  return (
    <>
      <Input
        {...asked(again, 'name', /\d/.test(q) ? '' : q)}
        label={<b>Who is it about?</b>}
        hint="A name, or what they like to be called"
        autoComplete="off"
      />
      <Input
        {...asked(again, 'reach', /\d{9}/.test(q.replace(/\s/g, '')) ? q : '')}
        label="How to reach them"
        hint="A phone number, an email, or “the bench by the harbour wall”"
        autoComplete="off"
      />
      {found.length ? (
        <Checkboxes
          name="noneOfThese"
          items={[{ value: 'yes', label: 'I have looked: it is none of the people above' }]}
          values={valuesOf(again, 'noneOfThese')}
        />
      ) : null}
    </>
  );
}

function WhoSpeaks({ again }: { again: Again | undefined }) {
  return (
    <>
      <Radios
        {...asked(again, 'permission')}
        legend="Who is speaking?"
        items={permissions.map((value) => ({ value, label: permissionInWords[value] }))}
      />
      <Input {...asked(again, 'madeBy')} label="If it is somebody else, their name" autoComplete="off" />
      <Input
        {...asked(again, 'madeByRelation')}
        label="And who they are to the person"
        hint="Daughter, neighbour, the ward"
      />
    </>
  );
}

/** Prompted, never required (F3). Money and eligibility are not asked about here (F5). */
function CanWait({ again }: { again: Again | undefined }) {
  const line = (name: string, label: string, hint?: string) => (
    <Input name={name} label={label} hint={hint} value={valueOf(again, name)} error={errorOf(again, name)} />
  );
  return (
    <details class="govuk-details" open={again !== undefined}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">If it came up. It can all wait</span>
      </summary>
      <div class="govuk-details__text">
        {line(
          'communication',
          'How they like to be spoken with',
          'Hearing, language, large print, ring don’t text',
        )}
        {line('safeNow', 'Are they safe right now?')}
        {line('mayHaveNeeds', 'Might they need care and support?')}
        {line('carerAround', 'Is somebody caring for them?')}
        <Select
          name="how"
          label="How did they get in touch?"
          value={valueOf(again, 'how', 'phone')}
          items={hows.map((value) => ({ value, text: howInWords[value] }))}
        />
      </div>
    </details>
  );
}
