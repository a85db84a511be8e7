import type { Own } from '../frame/own.ts';
import type { WhoToRing } from '../now/now.ts';

/** Who to ring when it cannot wait, and 999 first when somebody is in danger. */
export function CannotWait({ own, ring }: { own: Own; ring: WhoToRing }) {
  const { message } = own.words;
  const who = ring.namedPerson ?? ring.team;
  return (
    <>
      <p>
        <b>{message.danger}</b>
      </p>
      <p>
        {ring.phone ? (
          <a href={`tel:${ring.phone.replaceAll(/[^\d+]/g, '')}`}>{message.ringUs(ring.phone)}</a>
        ) : (
          message.ringCouncil
        )}{' '}
        {who ? message.ask(who) : ''} {ring.outOfHours ? message.atNight(ring.outOfHours) : ''}
      </p>
    </>
  );
}
