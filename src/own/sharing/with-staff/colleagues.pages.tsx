import { type Identity, nameFor } from '../../../people/person.ts';
import { PersonFrame } from '../../../people/person-frame.tsx';
import type { Day } from '../../../platform/clock.ts';
import type { Again } from '../../../platform/http/routes.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import { asked, errorOf, Form, valueOf } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { BackLink } from '../../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../../platform/ui/govuk/button.tsx';
import { Radios } from '../../../platform/ui/govuk/choices.tsx';
import { Input } from '../../../platform/ui/govuk/input.tsx';
import type { ColleagueElsewhere } from './doors.store.ts';
import { NewDoor } from './staff.pages.tsx';

export interface ColleaguesValue {
  identity: Identity;
  today: Day;
  teams: { teamId: string; name: string }[];
  colleagues: ColleagueElsewhere[];
}

const fields = { health: 'Health', education: 'Education' };

/** A team of all ages: colleagues in health and education see what people share with the team, line by line. */
export function ColleaguesPage(value: ColleaguesValue, frame: Frame, again?: Again) {
  const { identity, today, teams, colleagues } = value;
  const at = `/people/${identity.personId}/sharing/colleagues`;
  return (
    <PersonFrame {...{ identity, today, frame, again }} here="now" title="Colleagues in health and education">
      <BackLink href={`/people/${identity.personId}/sharing`}>Who {nameFor(identity)} shares with</BackLink>
      <h2>Colleagues in health and education</h2>
      <p>They see the lines people share with the team, and nothing else of anybody’s record.</p>
      {colleagues.length ? null : <p>There are none in your team yet.</p>}
      <ul class="app-plain-list">
        {colleagues.map((one) => (
          <OneColleague colleague={one} at={at} personId={identity.personId} frame={frame} />
        ))}
      </ul>
      {teams.length ? (
        <Form action={at} frame={frame}>
          <h3>Somebody joins the team</h3>
          <Input {...asked(again, 'name')} label="Their name" autocomplete="off" />
          <Radios
            name="worksIn"
            legend="Where do they work?"
            value={valueOf(again, 'worksIn')}
            error={errorOf(again, 'worksIn')}
            items={[
              { value: 'health', label: fields.health },
              { value: 'education', label: fields.education },
            ]}
          />
          <Input
            {...asked(again, 'organisation')}
            label="The name of their trust, surgery, school or college"
          />
          <Radios
            name="team"
            legend="Which team?"
            value={valueOf(again, 'team', teams[0]?.teamId ?? '')}
            error={errorOf(again, 'team')}
            items={teams.map(({ teamId, name }) => ({ value: teamId, label: name }))}
          />
          <NewDoor again={again} />
          <Button preventDoubleClick>Put them in the team</Button>
        </Form>
      ) : null}
    </PersonFrame>
  );
}

interface OneColleagueProps {
  colleague: ColleagueElsewhere;
  at: string;
  personId: string;
  frame: Frame;
}

function OneColleague({ colleague, at, personId, frame }: OneColleagueProps) {
  const { name, worksIn, organisation, teamName, teamId, accountId, door } = colleague;
  return (
    <li>
      <b>{name}</b>, {organisation} ({fields[worksIn].toLowerCase()}), in the {teamName}
      {door?.letterEndsAt ? (
        <p class="app-soft">A letter waits, until {longDate(door.letterEndsAt)}.</p>
      ) : null}
      {door ? (
        <Form action={`/people/${personId}/sharing/doors/${door.ownPageId}/letter`} frame={frame}>
          <button type="submit" class="app-link-button">
            Make a letter with a way in
          </button>
        </Form>
      ) : null}
      <Form action={`${at}/${teamId}/${accountId}/leave`} frame={frame}>
        <button type="submit" class="app-link-button">
          {name} has left the team
        </button>
      </Form>
    </li>
  );
}
