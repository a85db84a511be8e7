import type { Own } from '../frame/own.ts';
import type { WhoToRing } from '../now/now.ts';

/** Who to ring when it cannot wait, and 999 first when somebody is in danger. */
export function CannotWait({ own, ring }: { own: Own; ring: WhoToRing }) {
  const { message } = own.words;
  return (
    <>
      <p>
        <b>{message.danger}</b>
      </p>
      <RingUs own={own} ring={ring} />
    </>
  );
}

/** The number, whom to ask for, and at night. */
export function RingUs({ own, ring }: { own: Own; ring: WhoToRing }) {
  const { message } = own.words;
  return (
    <p>
      {ring.phone ? (
        <a href={`tel:${ring.phone.replaceAll(/[^\d+]/g, '')}`}>{message.ringUs(ring.phone)}</a>
      ) : (
        message.ringCouncil
      )}{' '}
      {whom(own, ring)} {ring.outOfHours ? message.atNight(ring.outOfHours) : ''}
    </p>
  );
}

/** Somebody by name while one of us stays close; otherwise the team. */
function whom({ words: { message } }: Own, { namedPerson, team }: WhoToRing): string {
  if (namedPerson) return message.ask(namedPerson);
  return team ? message.askTeam(team) : '';
}
