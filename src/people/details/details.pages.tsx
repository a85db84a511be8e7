import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, cameBack, Form, valueOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { type Identity, nameFor, possessive } from '../person.ts';
import { PersonFrame } from '../person-frame.tsx';
import type { AddressShown } from './address.ts';
import { Addresses } from './addresses.pages.tsx';
import type { DetailsKept } from './details.store.ts';

export interface DetailsValue {
  identity: Identity;
  details: DetailsKept;
  addresses: AddressShown[];
  today: Day;
  /** The address whose own form came back. */
  cameBackFor: string | null;
}

/** What somebody is called, how to reach them and where they live, each to be put right here. */
export function DetailsPage(value: DetailsValue, frame: Frame, again?: Again) {
  const { identity, details, today } = value;
  const name = nameFor(identity);
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="around"
      frame={frame}
      again={again}
      title="Name, phone and address"
    >
      <h2>{possessive(name)} details</h2>
      <p>
        What {name} is called, how to reach them and where they live. Ask {name}, and put right what is not.{' '}
        <a href={`/people/${identity.personId}/about-you`}>About you, if you want to say</a>
      </p>
      <Addresses {...{ value, frame, again }} />
      <h2>Name and how to reach them</h2>
      <Form action={`/people/${identity.personId}/details`} frame={frame} version={versionOf(details, again)}>
        <DetailFields details={details} again={cameBack(again, 'fullName')} />
        <Button preventDoubleClick>Keep these details</Button>
      </Form>
    </PersonFrame>
  );
}

/** A form that came back goes on from where it began, so that a colleague's change meanwhile is still noticed. */
const versionOf = ({ version }: DetailsKept, again: Again | undefined): number =>
  Number(valueOf(cameBack(again, 'fullName'), 'version', String(version))) || version;

function DetailFields({ details, again }: { details: DetailsKept; again: Again | undefined }) {
  const { bornOn, languages } = details;
  return (
    <>
      <Input {...asked(again, 'fullName', details.fullName)} label="Their whole name" autoComplete="off" />
      <Input {...asked(again, 'knownAs', details.knownAs)} label="The name they like" autoComplete="off" />
      <Input {...asked(again, 'pronouns', details.pronouns)} label="Pronouns" hint="She, he, they" />
      <Input
        {...asked(again, 'bornOn', bornOn ? longDate(bornOn) : '')}
        label="Birth date"
        hint="For example 2 March 1941"
      />
      <Input
        {...asked(again, 'languages', languages.join(', '))}
        label="Languages they speak or sign"
        hint="Polish, British Sign Language. A comma between each."
      />
      <Input
        {...asked(again, 'aboutLine', details.aboutLine)}
        label="A line about them, under their name"
        hint="Mends clocks. Lives with two cats. Never where they live, if that is kept private."
      />
      <Input {...asked(again, 'phone', details.phone)} label="Phone" type="tel" autoComplete="off" />
      <Input {...asked(again, 'email', details.email)} label="Email" type="email" autoComplete="off" />
      <Input {...asked(again, 'councilRef', details.councilRef)} label="Council reference" />
      <Input
        {...asked(again, 'nhsNumber', details.nhsNumber)}
        label="NHS number"
        hint="Ten digits"
        inputMode="numeric"
        autoComplete="off"
      />
    </>
  );
}
