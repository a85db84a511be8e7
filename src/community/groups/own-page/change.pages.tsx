import type { Again } from '../../../platform/http/routes.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import { asked, Form, valuesOf } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { BackLink, InsetText } from '../../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../../platform/ui/govuk/button.tsx';
import { Checkboxes } from '../../../platform/ui/govuk/choices.tsx';
import { Input } from '../../../platform/ui/govuk/input.tsx';
import { Select } from '../../../platform/ui/govuk/select.tsx';
import { Textarea } from '../../../platform/ui/govuk/textarea.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import { rooms } from '../../listing-kept.ts';
import { describeSchedule } from '../../schedule-words.ts';
import { linesOfDays } from './days-said.ts';
import type { GroupSays } from './group-says.ts';
import { TimeFields } from './time-fields-view.tsx';
import { mostTimes } from './when-they-meet.ts';

export interface ChangeValue {
  code: string;
  says: GroupSays;
  version: number;
  /** Where it meets is kept quiet for people's safety: its place is neither shown nor asked. */
  isPlaceWithheld: boolean;
}

type OwnWords = {
  [Field in keyof GroupSays]: GroupSays[Field] extends string | null ? Field : never;
}[keyof GroupSays];

interface Part {
  value: ChangeValue;
  again: Again | undefined;
}

/** Everything a group can change of itself, on one page with one Save. */
export function ChangePage(value: ChangeValue, frame: Frame, again?: Again) {
  const { code, says, version } = value;
  return (
    <Page title="Change your listing" frame={frame} again={again}>
      <BackLink href={`/g/${code}`}>Your group’s page</BackLink>
      <h1>{says.name}</h1>
      <p>Change what is not right any more, leave the rest, and save once. Everybody sees it at once.</p>
      <Form action={`/g/${code}/change`} frame={frame} version={version}>
        <About value={value} again={again} />
        <When value={value} again={again} />
        <Where value={value} again={again} />
        <Reach value={value} again={again} />
        <Coming value={value} again={again} />
        <Button>Save</Button>
      </Form>
    </Page>
  );
}

/** A field of its own words: its name, what it says now or what was typed, and what is wrong with it. */
const asking = (says: GroupSays, again: Again | undefined) => (field: OwnWords) =>
  asked(again, field, says[field]);

function About({ value: { says }, again }: Part) {
  const ask = asking(says, again);
  return (
    <>
      <Input {...ask('name')} label="Name" />
      <Input
        {...ask('summary')}
        label="What it is, in one sentence"
        hint="Such as “A cup of tea and a chat, whoever you are”"
      />
      <Textarea {...ask('description')} label="More about it" rows={6} />
    </>
  );
}

function When({ value: { says }, again }: Part) {
  return (
    <>
      <h2>When</h2>
      {Array.from({ length: mostTimes }, (_, number) => (
        <TimeFields key={number} number={number} time={says.times[number] ?? null} again={again} />
      ))}
      {says.keptTimes.length ? (
        <>
          <InsetText>Also kept as it is: {says.keptTimes.map(describeSchedule).join('; ')}</InsetText>
          <Checkboxes
            name="dropKept"
            items={[{ value: 'yes', label: 'That is over: take it away' }]}
            values={valuesOf(again, 'dropKept')}
          />
        </>
      ) : null}
      <Textarea
        {...asked(again, 'extraDays', linesOfDays(says.extraDays).join('\n'))}
        label="Next dates, when they are not the usual ones"
        hint="One on a line, like 5 December 2026"
        rows={3}
      />
      <Textarea
        {...asked(again, 'daysOff', linesOfDays(says.daysOff).join('\n'))}
        label="Not on: holidays and days off"
        hint="One on a line, like 29 December 2026, or 21 December 2026 to 4 January 2027"
        rows={3}
      />
      <Input
        {...asked(again, 'onlyUntil', says.onlyUntil ? longDate(says.onlyUntil) : '')}
        label="Only for now? Its last day"
        hint="Leave it empty when it goes on"
      />
    </>
  );
}

function Where({ value: { says, isPlaceWithheld }, again }: Part) {
  const ask = asking(says, again);
  if (isPlaceWithheld)
    return (
      <>
        <h2>Where</h2>
        <p>Where you meet is kept quiet, for people’s safety. Nobody is shown it and we do not ask.</p>
      </>
    );
  return (
    <>
      <h2>Where</h2>
      <Input {...ask('venue')} label="Name of the place" hint="Such as Larkfield Hall" />
      <Input {...ask('address')} label="Building and street" />
      <Input {...ask('town')} label="Town or village" />
      <Input {...ask('postcode')} label="Postcode" class="govuk-input--width-10" autocomplete="postal-code" />
      <Textarea
        {...asked(again, 'access', says.access.join('\n'))}
        label="Getting in and being comfortable"
        hint="Steps, toilets, hearing loop, somewhere quiet, parking, the bus. One on a line."
        rows={4}
      />
    </>
  );
}

function Reach({ value: { says }, again }: Part) {
  const ask = asking(says, again);
  return (
    <>
      <h2>How to reach you</h2>
      <Input {...ask('whoToAskFor')} label="Who to ask for" hint="A first name is enough" />
      <Input {...ask('phone')} label="Telephone" type="tel" class="govuk-input--width-20" />
      <Checkboxes
        name="isPhoneForAll"
        hint="Otherwise only those who introduce people to you see the number."
        items={[{ value: 'yes', label: 'Anybody may see this number' }]}
        values={valuesOf(again, 'isPhoneForAll', says.isPhoneForAll ? ['yes'] : [])}
      />
      <Input {...ask('email')} label="Email" hint="Anybody can see it" type="email" spellcheck={false} />
      <Input {...ask('website')} label="Website" inputMode="url" spellcheck={false} />
    </>
  );
}

function Coming({ value: { says }, again }: Part) {
  const ask = asking(says, again);
  return (
    <>
      <h2>For somebody new</h2>
      <Input {...ask('cost')} label="What it costs" hint="Such as “Free”, or “£2, tea included”" />
      <Input
        {...ask('canGoWith')}
        label="Can somebody go with them the first time?"
        hint="Such as “Ring, and Nell meets you at the door”"
      />
      <Select
        {...ask('room')}
        label="Is there room?"
        items={[
          { value: '', text: 'Leave it unsaid' },
          ...rooms.map((room) => ({ value: room, text: `${room.charAt(0).toUpperCase()}${room.slice(1)}` })),
        ]}
      />
      <Input
        {...asked(again, 'languages', says.languages.join(', '))}
        label="Languages spoken"
        hint="With commas between them"
      />
    </>
  );
}
