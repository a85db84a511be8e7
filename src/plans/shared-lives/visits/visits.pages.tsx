import { nameFor } from '../../../people/person.ts';
import { PersonFrame } from '../../../people/person-frame.tsx';
import type { Again } from '../../../platform/http/routes.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import { asked, Form } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { Button } from '../../../platform/ui/govuk/button.tsx';
import { Input } from '../../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../../platform/ui/govuk/textarea.tsx';
import { type Visit, visitInWords } from '../matching.ts';
import type { VisitValue } from '../matching-page.store.ts';

/** How a visit was, each side in its own words. */
export function VisitPage({ identity, today, matching, visit }: VisitValue, frame: Frame, again?: Again) {
  const name = nameFor(identity);
  return (
    <PersonFrame identity={identity} today={today} here="plan" frame={frame} again={again} title="A visit">
      <h2>{visitInWords[visit.kind]}</h2>
      <p>
        How it was with {matching.householdName}, as {name} tells it and as they do. Planned for{' '}
        {longDate(visit.plannedOn)}.
      </p>
      <Form action={`/matchings/${matching.id}/visits/${visit.id}`} frame={frame} version={visit.version}>
        <Input
          {...asked(again, 'happenedOn', longDate(visit.happenedOn ?? visit.plannedOn))}
          label="The day it was"
        />
        <Textarea {...asked(again, 'personsWords', visit.personsWords)} label={`How it was for ${name}`} />
        <Textarea
          {...asked(again, 'householdsWords', visit.householdsWords)}
          label={`How it was for ${matching.householdName}`}
        />
        <Button preventDoubleClick>Keep it</Button>
      </Form>
      <p>
        <a href={`/matchings/${matching.id}`}>Getting to know each other</a>
      </p>
    </PersonFrame>
  );
}

/** Visits as they are told: planned, been, or done without. */
export function Visits({ matchingId, visits, name, household }: VisitsProps) {
  if (!visits.length) return <p>No visit is planned yet. Tea together is a good beginning.</p>;
  return (
    <ul>
      {visits.map((visit) => (
        <li key={visit.id}>
          {toldOf(visit)}{' '}
          {visit.leftOutWords ? null : (
            <a href={`/matchings/${matchingId}/visits/${visit.id}`}>
              {visit.happenedOn ? 'Change' : 'How was it?'}
              <span class="govuk-visually-hidden"> {visitInWords[visit.kind]}</span>
            </a>
          )}
          {visit.personsWords ? (
            <blockquote class="app-said">
              {name}: {visit.personsWords}
            </blockquote>
          ) : null}
          {visit.householdsWords ? (
            <blockquote class="app-said">
              {household}: {visit.householdsWords}
            </blockquote>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

interface VisitsProps {
  matchingId: string;
  visits: readonly Visit[];
  name: string;
  household: string;
}

function toldOf({ kind, plannedOn, happenedOn, leftOutWords }: Visit): string {
  if (leftOutWords) return `They agreed to do without “${visitInWords[kind].toLowerCase()}”: ${leftOutWords}`;
  if (happenedOn) return `${visitInWords[kind]}, ${longDate(happenedOn)}.`;
  return `${visitInWords[kind]}, planned for ${longDate(plannedOn)}.`;
}
