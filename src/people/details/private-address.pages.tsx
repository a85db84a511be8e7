import type { Day } from '../../platform/clock.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import type { Identity } from '../person.ts';
import { nameFor, possessive } from '../person.ts';
import { PersonFrame } from '../person-frame.tsx';
import { daysOf } from './address.ts';
import type { PrivateAddress } from './addresses.store.ts';

export interface PrivateAddressValue {
  identity: Identity;
  addresses: PrivateAddress[];
  today: Day;
}

/** W4: the only page that shows a private address. Opening it is its own line in who looked. */
export function PrivateAddressPage({ identity, addresses, today }: PrivateAddressValue, frame: Frame) {
  const name = nameFor(identity);
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="around"
      frame={frame}
      title="An address kept private"
    >
      <h2>Kept private</h2>
      <p>
        Here is where {name} lives, for those alongside only. That you opened it is written down, and {name}{' '}
        may read that.
      </p>
      {addresses.length ? null : <p>No address of {possessive(name)} is kept private.</p>}
      {addresses.map((one) => (
        <section key={one.id}>
          <p class="app-lines">
            {one.lines}
            {one.postcode ? `\n${one.postcode}` : ''}
          </p>
          <p class="app-soft">{daysOf(one)}</p>
        </section>
      ))}
      <p>
        <a href={`/people/${identity.personId}/details`}>Back to {possessive(name)} details</a>
      </p>
    </PersonFrame>
  );
}
