import { type Identity, nameFor } from '../../../people/person.ts';
import { PersonFrame } from '../../../people/person-frame.tsx';
import { type Day, dayOf } from '../../../platform/clock.ts';
import type { Again } from '../../../platform/http/routes.ts';
import { longDate, momentOf } from '../../../platform/ui/dates.ts';
import { asked, cameBack, errorOf, Form, valueOf, valuesOf } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { BackLink, Details } from '../../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../../platform/ui/govuk/button.tsx';
import { Checkboxes, Radios } from '../../../platform/ui/govuk/choices.tsx';
import { Input } from '../../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../../platform/ui/govuk/textarea.tsx';
import { mayHavePage, yearOn } from '../sharing.ts';
import type { WithPageAlready } from './doors.store.ts';
import type { StaffSharing } from './staff.store.ts';

export interface StaffSharingValue {
  identity: Identity;
  today: Day;
  sharings: StaffSharing[];
}

/** Whom somebody shares with, as those alongside them see it. The lines are on the person's own page. */
export function StaffSharingPage({ identity, today, sharings }: StaffSharingValue, frame: Frame) {
  const name = nameFor(identity);
  const at = `/people/${identity.personId}`;
  return (
    <PersonFrame identity={identity} today={today} here="now" frame={frame} title="Who it is shared with">
      <h2>Who {name} shares with</h2>
      <p>
        {name} chooses each line and until when.{' '}
        <a href={`${at}/together/sharing`}>Look at it, or do it, with {name}</a>
      </p>
      {sharings.length ? null : <p>{name} shares nothing with anybody.</p>}
      <ul class="app-plain-list">
        {sharings.map((sharing) => (
          <li>
            <a href={`${at}/sharing/${sharing.sharingId}`}>{sharing.name}</a>
            {sharing.relation ? `, ${sharing.relation}` : ''}{' '}
            <p class="app-soft">{standing(sharing, today)}</p>
          </li>
        ))}
      </ul>
      <p>
        <a href={`${at}/sharing/colleagues`}>Colleagues in health and education who work in your team</a>
      </p>
    </PersonFrame>
  );
}

function standing({ endsOn, hasPage, teamId, talk }: StaffSharing, today: Day): string {
  const how = teamId
    ? 'The team’s page shows it'
    : hasPage
      ? 'Sees it on a page'
      : 'No page: told, or given it on paper';
  const talked = teamId
    ? ''
    : talk
      ? talk.lookAgainOn < today
        ? `. Pressure was to be talked about again by ${longDate(talk.lookAgainOn)}`
        : `. Pressure is talked about again by ${longDate(talk.lookAgainOn)}`
      : '. Nobody has talked about pressure yet';
  return `${how}, until ${longDate(endsOn)}${talked}.`;
}

export interface OneSharingValue {
  identity: Identity;
  today: Day;
  sharing: StaffSharing;
  /** Whoever has a page already, where it can be shown too. */
  known: WithPageAlready[];
}

interface PartProps extends OneSharingValue {
  frame: Frame;
  again: Again | undefined;
  /** Where this sharing's forms go. */
  at: string;
}

/** One whom somebody shares with: the talk about pressure, a page for them, and stopping it at once. */
export function OneSharingPage(value: OneSharingValue, frame: Frame, again?: Again) {
  const { identity, today, sharing } = value;
  const name = nameFor(identity);
  const at = `/people/${identity.personId}/sharing/${sharing.sharingId}`;
  const part = { ...value, frame, again, at };
  return (
    <PersonFrame {...{ identity, today, frame, again }} here="now" title="One it is shared with">
      <BackLink href={`/people/${identity.personId}/sharing`}>Who {name} shares with</BackLink>
      <h2>{sharing.relation ? `${sharing.name}, ${sharing.relation}` : sharing.name}</h2>
      <p>{standing(sharing, today)}</p>
      {sharing.teamId ? null : <Pressure {...part} />}
      {sharing.teamId ? null : <TheirPage {...part} />}
      <Stop {...part} />
    </PersonFrame>
  );
}

function Pressure({ identity, today, sharing, frame, again, at }: PartProps) {
  const name = nameFor(identity);
  const { talk } = sharing;
  return (
    <>
      <h3>Pressure</h3>
      {talk ? (
        <>
          <p class="app-lines">{talk.words}</p>
          <p class="app-soft">
            {talk.by}, {longDate(talk.talkedOn)}, with {talk.whoWasThere}. Only staff see this.
          </p>
        </>
      ) : null}
      <Details
        summary={talk ? 'You have talked about it again' : `You have talked about it with ${name} alone`}
        open={!talk || Boolean(cameBack(again, 'whoWasThere'))}
      >
        <Form action={`${at}/talks`} frame={frame}>
          <Input {...asked(again, 'talkedOn', longDate(today))} label="When did you talk about it?" />
          <Input {...asked(again, 'whoWasThere', name)} label="Who was there?" />
          <Checkboxes
            name="wasApart"
            error={errorOf(again, 'wasApart')}
            values={valuesOf(again, 'wasApart')}
            items={[{ value: 'yes', label: `${sharing.name} was not in the room, and could not hear` }]}
          />
          <Textarea
            {...asked(again, 'words')}
            label="What was said about who might press them?"
            hint={`Whether this is ${name}’s own wish, what ${sharing.name} might ask to see, and what to do then. ${name} does not see this on their page, and nor does ${sharing.name}.`}
          />
          <Input
            {...asked(again, 'lookAgainOn', longDate(yearOn(today)))}
            label="Talk about it again by"
            hint="A year on at most"
          />
          <Button class="govuk-button--secondary" preventDoubleClick>
            Write it down
          </Button>
        </Form>
      </Details>
    </>
  );
}

function TheirPage({ identity, today, sharing, known, frame, again, at }: PartProps) {
  const { door, hasPage, talk, name } = sharing;
  if (door)
    return (
      <>
        <h3>Their page</h3>
        <p>
          Open since {longDate(dayOf(door.openedAt))}.{' '}
          {door.lastSeenAt ? `Last used ${momentOf(door.lastSeenAt)}.` : 'Not used yet.'}
        </p>
        <Form action={`/people/${identity.personId}/sharing/doors/${door.ownPageId}/letter`} frame={frame}>
          <Button preventDoubleClick>Make a letter with a way in</Button>
        </Form>
      </>
    );
  if (hasPage) return <p>{name} sees it on the page they have of their own.</p>;
  const refused = mayHavePage(talk, today);
  if (refused) return <p>A page can be opened for {name} once you have talked about pressure.</p>;
  return (
    <>
      <h3>Their page</h3>
      <Form action={`${at}/page`} frame={frame}>
        {known.length ? (
          <Radios
            name="account"
            legend={`Where does ${name} see it?`}
            value={valueOf(again, 'account', 'new')}
            items={[
              { value: 'new', label: 'On a new page, for this alone' },
              ...known.map((one) => ({
                value: one.accountId,
                label: one.organisation
                  ? `On the page ${one.name} has already, from ${one.organisation}`
                  : `On ${one.name}’s own page`,
              })),
            ]}
          />
        ) : (
          <input type="hidden" name="account" value="new" />
        )}
        <NewDoor again={again} />
        <Button preventDoubleClick>Open a page for {name}</Button>
      </Form>
    </>
  );
}

/** The number they choose, and where a code may be sent. */
export function NewDoor({ again }: { again: Again | undefined }) {
  return (
    <>
      <Input
        name="number"
        error={errorOf(again, 'number')}
        label="The number they choose"
        hint="Six figures. They type it, and nobody sees it again."
        type="password"
        inputmode="numeric"
        autocomplete="off"
        class="govuk-input--width-10"
      />
      <Input
        {...asked(again, 'email')}
        label="Their e-mail address, for a code by message"
        hint="Leave this out, and they have a letter"
        type="email"
        autocomplete="off"
      />
    </>
  );
}

function Stop({ identity, sharing, frame, again, at }: PartProps) {
  const name = nameFor(identity);
  return (
    <Details summary="Stop it at once: you are worried about safety" open={Boolean(cameBack(again, 'tell'))}>
      <p>
        {sharing.name} sees nothing from the next moment. {name} is told that it has ended, and not why. If{' '}
        {name} only wants it to stop,{' '}
        <a href={`/people/${identity.personId}/together/sharing`}>stop it together</a>.
      </p>
      <Form action={`${at}/stop`} frame={frame}>
        <Textarea {...asked(again, 'words')} label="What worries you?" hint="Only staff see this" />
        <Radios
          name="tell"
          legend={`May ${sharing.name} be told that it has ended?`}
          value={valueOf(again, 'tell')}
          error={errorOf(again, 'tell')}
          items={[
            { value: 'yes', label: 'Yes' },
            { value: 'not-safe', label: 'No, it may not be safe' },
          ]}
        />
        <Button class="govuk-button--warning" preventDoubleClick>
          Stop sharing now
        </Button>
      </Form>
    </Details>
  );
}
