import { nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { type Move, movingDay } from './move.ts';
import type { MovesValue } from './move-page.store.ts';

/** P4: a person's moves between councils, and the way to write down a new one. */
export function MovesPage({ identity, today, moves }: MovesValue, frame: Frame, again?: Again) {
  const name = nameFor(identity);
  return (
    <PersonFrame identity={identity} today={today} here="plan" frame={frame} again={again} title="Moves">
      <h2>Moving between councils</h2>
      <p>When {name} moves, no day goes by without the support they draw on. This page holds us to it.</p>
      {moves.length ? (
        <ul>
          {moves.map((move) => (
            <li key={move.id}>
              <a href={`/moves/${move.id}`}>{whereTo(move)}</a>. {howItStands(move)}
            </li>
          ))}
        </ul>
      ) : (
        <p>No move is written down.</p>
      )}
      <h2>Write down a move</h2>
      <Form action={`/people/${identity.personId}/moves`} frame={frame}>
        <Radios
          {...asked(again, 'direction')}
          legend={`Where is ${name} moving?`}
          items={[
            { value: 'here', label: 'Here, from another council' },
            { value: 'away', label: 'Away, to another council' },
          ]}
        />
        <Input {...asked(again, 'otherCouncil')} label="The other council" />
        <Input {...asked(again, 'toldOn', longDate(today))} label="The day we were told" />
        <Input {...asked(again, 'toldBy')} label="Who told us" hint={`${name}, family, the other council`} />
        <Input
          {...asked(again, 'movesOn')}
          label="The day they mean to move, if they know"
          hint="For example 28 November 2026"
        />
        <Button preventDoubleClick>Write it down</Button>
      </Form>
    </PersonFrame>
  );
}

/** @example whereTo(move) // 'Moving here from Fenholt' */
export const whereTo = ({ direction, otherCouncil }: Move): string =>
  direction === 'here' ? `Moving here from ${otherCouncil}` : `Moving to ${otherCouncil}`;

function howItStands(move: Move): string {
  const day = movingDay(move);
  if (move.didNotHappenOn) return 'It did not happen.';
  if (move.takenOverOn) return `${move.otherCouncil} took over on ${longDate(move.takenOverOn)}.`;
  if (move.sameNeedsFrom) return `The same needs are met here from ${longDate(move.sameNeedsFrom)}.`;
  return day ? `The day is ${longDate(day)}.` : 'The day is not known yet.';
}
