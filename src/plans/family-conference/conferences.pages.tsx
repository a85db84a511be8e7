import { nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { answerInWords, type Conference } from './conference.ts';
import { AnswerFields } from './conference-forms.pages.tsx';
import type { ConferencesValue } from './conference-page.store.ts';

/** A family group conference: offered at any point, in any conversation. */
export function ConferencesPage(
  { identity, today, conferences }: ConferencesValue,
  frame: Frame,
  again?: Again,
) {
  const name = nameFor(identity);
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="plan"
      frame={frame}
      again={again}
      title="A plan the family makes"
    >
      <h2>A plan the family makes</h2>
      <p>
        In a family group conference {name} and those {name} calls family make a plan of their own. Somebody
        independent brings everybody together, the family has time by themselves, and we back what they
        decide.
      </p>
      {conferences.length ? (
        <ul>
          {conferences.map((one) => (
            <li key={one.id}>
              <a href={`/family-conferences/${one.id}`}>Offered on {longDate(one.offeredOn)}</a>.{' '}
              {howItStands(one)}
            </li>
          ))}
        </ul>
      ) : (
        <p>It has not been offered yet.</p>
      )}
      <h2>Offer it</h2>
      <Form action={`/people/${identity.personId}/family-conference`} frame={frame}>
        <Input {...asked(again, 'offeredOn', longDate(today))} label="The day it was offered" />
        <AnswerFields again={again} legend="What did they say, if they have?" />
        <Button preventDoubleClick>Write it down</Button>
      </Form>
    </PersonFrame>
  );
}

function howItStands({ answer, heldOn, plannedOn }: Conference): string {
  if (heldOn) return `The family made its plan on ${longDate(heldOn)}.`;
  if (plannedOn && answer === 'yes') return `It is on ${longDate(plannedOn)}.`;
  return answer ? `They said: ${answerInWords[answer].toLowerCase()}.` : 'They have not said yet.';
}
