import type { Again } from '../../platform/http/routes.ts';
import { asked, cameBack, Form, valuesOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Checkboxes } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { nameFor } from '../person.ts';
import { type AddressShown, daysOf } from './address.ts';
import type { DetailsValue } from './details.pages.tsx';

interface AddressesProps {
  value: DetailsValue;
  frame: Frame;
  again: Again | undefined;
}

/** Where somebody lives now, where they lived before with its days, and a form for when that changes. */
export function Addresses({ value, frame, again }: AddressesProps) {
  const { addresses, identity } = value;
  const now = addresses.filter(({ untilOn }) => untilOn === null);
  const before = addresses.filter(({ untilOn }) => untilOn !== null);
  const one = (address: AddressShown) => (
    <OneAddress key={address.id} {...{ address, value, frame, again }} />
  );
  return (
    <>
      <h2 id="address">Where {nameFor(identity)} lives</h2>
      {now.length ? now.map(one) : <p>No address is written down yet.</p>}
      <NewAddress {...{ value, frame, again: cameBack(again, 'lines') }} />
      {before.length ? (
        <>
          <h3>Before</h3>
          {before.map(one)}
        </>
      ) : null}
    </>
  );
}

function OneAddress({ address, value, frame, again }: AddressesProps & { address: AddressShown }) {
  const { identity, cameBackFor } = value;
  return (
    <section>
      {address.isProtected ? (
        <p>
          Kept private. <a href={`/people/${identity.personId}/address`}>Show it</a>: who opens it is written
          down.
        </p>
      ) : (
        <p class="app-lines">
          {address.lines}
          {address.postcode ? `\n${address.postcode}` : ''}
        </p>
      )}
      <p class="app-soft">{daysOf(address)}</p>
      <Protection address={address} frame={frame} again={cameBackFor === address.id ? again : undefined} />
    </section>
  );
}

function Protection({
  address,
  frame,
  again,
}: {
  address: AddressShown;
  frame: Frame;
  again: Again | undefined;
}) {
  const { id, isProtected } = address;
  const press = isProtected ? 'This address need not be private any more' : 'Keep this address private';
  // Several of these stand on one page: only the one that came back keeps the plain id its problem leads to.
  const field = { ...asked(again, 'whyPrivate'), id: again ? 'whyPrivate' : `why-${id}` };
  return (
    <details class="govuk-details" open={again !== undefined}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{press}</span>
      </summary>
      <div class="govuk-details__text">
        <Form action={`/addresses/${id}/protection`} frame={frame}>
          <input type="hidden" name="protection" value={isProtected ? 'not-private' : 'private'} />
          <p>{isProtected ? noLonger : whatPrivateMeans}</p>
          <Input {...field} label="Why" hint="Their story shows this. Leave the address itself out." />
          <Button class="govuk-button--secondary" preventDoubleClick>
            {isProtected ? 'No longer private' : 'Keep it private from now'}
          </Button>
        </Form>
      </div>
    </details>
  );
}

const whatPrivateMeans =
  'It is never printed, never on a letter and never found by searching. Whoever opens it is written down.';
const noLonger =
  'Ask them first. From then on it shows on their letters and here, and their postcode can be searched for.';

function NewAddress({ value: { identity, addresses }, frame, again }: AddressesProps) {
  const now = addresses.filter(({ untilOn }) => untilOn === null);
  const begins = now.some(({ isProtected }) => isProtected) ? ['yes'] : [];
  return (
    <details class="govuk-details" open={again !== undefined || now.length === 0}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">
          {now.length ? 'They live somewhere else now, or this is not right' : 'Write down where they live'}
        </span>
      </summary>
      <div class="govuk-details__text">
        <Form action={`/people/${identity.personId}/addresses`} frame={frame}>
          <Textarea
            {...asked(again, 'lines')}
            label="Address"
            hint="A line for each part"
            rows={3}
            autoComplete="off"
          />
          <Input {...asked(again, 'postcode')} label="Postcode" autoComplete="off" />
          <Input
            {...asked(again, 'sinceOn')}
            label="From which day"
            hint={
              now.length
                ? 'For example 21 November 2026. The address before ends the day before, and is kept.'
                : 'For example 21 November 2026. Leave it empty if nobody knows.'
            }
          />
          <Checkboxes
            name="isPrivate"
            items={[{ value: 'yes', label: 'Keep this address private', hint: whatPrivateMeans }]}
            values={valuesOf(again, 'isPrivate', begins)}
          />
          <Button class="govuk-button--secondary" preventDoubleClick>
            Keep this address
          </Button>
        </Form>
      </div>
    </details>
  );
}
