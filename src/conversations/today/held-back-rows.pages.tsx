import type { HeldBack } from '../../people/held-back/held-back.store.ts';
import { heldKinds, isLate } from '../../people/held-back/held-back.ts';
import { PersonLink } from '../../people/person-link.tsx';
import { type Day, dayOf } from '../../platform/clock.ts';
import { agoInWords } from '../../platform/ui/dates.ts';
import type { PressureAgain } from './pressure-again.store.ts';

/** W1: what a site lead is to decide or look at again; being late is said first. */
export function ToDecideRow({ one, today }: { one: HeldBack; today: Day }) {
  const askedOn = dayOf(one.askedAt);
  const isAgain = one.decidedAt !== null;
  const late = isAgain ? one.lookAgainOn < today : isLate(askedOn, today);
  return (
    <>
      {late ? (
        <b>
          {isAgain
            ? 'Nobody has looked at this again in time. '
            : 'Nobody has decided within five working days. '}
        </b>
      ) : null}
      <PersonLink id={one.personId} name={one.name} />:{' '}
      {isAgain
        ? `${heldKinds[one.kind].inWords} is held back, and is to be looked at again.`
        : `${one.askedBy} asked, ${agoInWords(askedOn, today)}, to hold back ${heldKinds[one.kind].inWords}.`}{' '}
      <a class="app-quiet" href={`/governance/held-back#${one.id}`}>
        {isAgain ? 'Look again' : 'Decide'}
        <span class="govuk-visually-hidden">, about {one.name}</span>
      </a>
    </>
  );
}

/** W2: pressure is talked about again, alone, with whoever shares with somebody that has a page. */
export function PressureRow({ one, today }: { one: PressureAgain; today: Day }) {
  const due = one.lookAgainOn === today ? 'due today' : `due ${agoInWords(one.lookAgainOn, today)}`;
  return (
    <>
      <PersonLink id={one.personId} name={one.name} />: talk again, with them alone, about sharing with{' '}
      {one.with}, {due}.{' '}
      <a class="app-quiet" href={`/people/${one.personId}/sharing/${one.sharingId}`}>
        Who they share with<span class="govuk-visually-hidden">: {one.name}</span>
      </a>
    </>
  );
}
