import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, errorOf, Form, valuesOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Checkboxes, Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import type { Found } from '../people.store.ts';
import { nameFor, possessive } from '../person.ts';
import { PersonFrame } from '../person-frame.tsx';
import type { OwnRecordValue } from './own-record.store.ts';

/** Offered to somebody who looks out for a person, never forced: a record that is theirs alone. */
export function OwnRecordPage({ identity, today, one, found }: OwnRecordValue, frame: Frame, again?: Again) {
  const name = nameFor(identity);
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="around"
      frame={frame}
      again={again}
      title="A record of their own"
    >
      <h2>A record of {possessive(one.name)} own</h2>
      <p>
        {one.name} looks out for {name}. Here you offer a record, and a conversation, that is about {one.name}
        .
      </p>
      <InsetText>
        What {one.name} tells us stays {possessive(one.name)}: it is never on {possessive(name)} record, and
        nothing of {possessive(name)} is on {possessive(one.name)}. {one.name} may say no, now or later, and
        nothing changes for {name}.
      </InsetText>
      {one.carerPersonId ? (
        <>
          <p>
            <a href={`/people/${one.carerPersonId}`}>{one.name} has a record of their own</a>
          </p>
          <Form action={`/people/${identity.personId}/around/${one.id}/apart`} frame={frame}>
            <button type="submit" class="app-link-button">
              It is somebody else’s record: take the two apart
            </button>
          </Form>
        </>
      ) : (
        <Form action={`/people/${identity.personId}/around/${one.id}/record`} frame={frame}>
          <WhoTheyAre {...{ one, found, today, again }} />
          <Checkboxes
            name="saidYes"
            items={[{ value: 'yes', label: `${one.name} was asked, and said yes` }]}
            values={valuesOf(again, 'saidYes')}
            error={errorOf(again, 'saidYes')}
          />
          <Button preventDoubleClick>Make it theirs</Button>
        </Form>
      )}
    </PersonFrame>
  );
}

type WhoProps = Pick<OwnRecordValue, 'one' | 'found'> & { today: Day; again: Again | undefined };

/** Look first: nobody is asked twice who they are (F4). */
function WhoTheyAre({ one, found, again }: WhoProps) {
  const fullName = (
    <Input {...asked(again, 'fullName', one.name)} label="Their whole name" autoComplete="off" />
  );
  if (!found.length)
    return (
      <>
        <p>We have not met anybody by that name.</p>
        <input type="hidden" name="record" value="new" />
        {fullName}
      </>
    );
  return (
    <>
      <input type="hidden" name="looked" value={found.map(({ id }) => id).join(' ')} />
      <Radios
        {...asked(again, 'record')}
        legend={`Do we know ${one.name} already?`}
        items={[
          ...found.map((known) => ({ value: known.id, label: known.fullName, hint: particulars(known) })),
          { divider: 'or' },
          { value: 'new', label: 'None of these: begin a new record', conditional: fullName },
        ]}
      />
    </>
  );
}

const particulars = ({ knownAs, bornOn, postcodeArea }: Found): string =>
  [knownAs ? `known as ${knownAs}` : null, bornOn ? `born ${longDate(bornOn)}` : null, postcodeArea]
    .filter(Boolean)
    .join(' · ') || 'nothing more is written down';
