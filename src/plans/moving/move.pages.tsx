import { nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, cameBack, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Details, InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { sentence } from '../../platform/ui/sentence.ts';
import { ComingHere } from './coming-here.pages.tsx';
import { GoingAway } from './going-away.pages.tsx';
import { isSettled, type Move, movingDay } from './move.ts';
import type { MoveValue } from './move-page.store.ts';
import { whereTo } from './moves.pages.tsx';

/** P4: one move, what is known of it, and what it asks of us today. */
export function MovePage(value: MoveValue, frame: Frame, again?: Again) {
  const { identity, today, move } = value;
  const isOver = isSettled(move) && !again;
  return (
    <PersonFrame identity={identity} today={today} here="plan" frame={frame} again={again} title="A move">
      <h2>{whereTo(move)}</h2>
      <p>This page keeps the support {nameFor(identity)} draws on from stopping on the way.</p>
      <Known move={move} />
      {move.direction === 'here' ? <ComingHere value={value} frame={frame} again={again} /> : null}
      {move.direction === 'away' ? <GoingAway value={value} frame={frame} again={again} /> : null}
      {isOver ? null : <KnownForm move={move} frame={frame} again={cameBack(again, 'satisfiedWords')} />}
      {isOver || move.sameNeedsFrom ? null : <DidNotHappen move={move} frame={frame} again={again} />}
      <p>
        <a href={`/people/${identity.personId}/moves`}>Every move</a>
      </p>
    </PersonFrame>
  );
}

function Known({ move }: { move: Move }) {
  const day = movingDay(move);
  const isHere = move.direction === 'here';
  return (
    <InsetText>
      <p>
        We were told on {longDate(move.toldOn)} by {move.toldBy}.
      </p>
      {move.satisfiedOn ? (
        <p>
          {isHere ? 'We are' : 'They are'} satisfied that it is genuine ({longDate(move.satisfiedOn)}):{' '}
          {sentence(move.satisfiedWords ?? '')}
        </p>
      ) : null}
      {move.planPassedOn ? (
        <p>
          {isHere ? 'Their plan arrived on' : 'Our plan was sent on'} {longDate(move.planPassedOn)}.
        </p>
      ) : null}
      {day ? (
        <p>
          {move.movedOn ? 'They moved on' : 'The day they move is'} {longDate(day)}.
        </p>
      ) : null}
      {move.didNotHappenOn ? <p>It did not happen ({longDate(move.didNotHappenOn)}).</p> : null}
    </InsetText>
  );
}

function KnownForm({ move, frame, again }: { move: Move; frame: Frame; again: Again | undefined }) {
  const isHere = move.direction === 'here';
  const days = (day: string | null) => (day ? longDate(day) : '');
  return (
    <>
      <h2>What we know now</h2>
      <Form action={`/moves/${move.id}`} frame={frame} version={move.version}>
        <Input
          {...asked(again, 'satisfiedOn', days(move.satisfiedOn))}
          label={
            isHere
              ? 'The day we were satisfied that it is genuine'
              : 'The day they said that they are satisfied it is genuine'
          }
        />
        <Textarea
          {...asked(again, 'satisfiedWords', move.satisfiedWords)}
          label="What was said or seen"
          hint="A tenancy, a place at college, moving in with a daughter"
          rows={3}
        />
        <Input
          {...asked(again, 'planPassedOn', days(move.planPassedOn))}
          label={isHere ? 'The day their plan arrived' : 'The day we sent our plan'}
        />
        <Input {...asked(again, 'movesOn', days(move.movesOn))} label="The day they mean to move" />
        <Input
          {...asked(again, 'movedOn', days(move.movedOn))}
          label="The day they did move"
          hint="Only if it was another day"
        />
        <Button class="govuk-button--secondary" preventDoubleClick>
          Write it down
        </Button>
      </Form>
    </>
  );
}

function DidNotHappen({ move, frame, again }: { move: Move; frame: Frame; again: Again | undefined }) {
  return (
    <Details summary="It did not happen">
      <Form action={`/moves/${move.id}/did-not-happen`} frame={frame}>
        <Textarea
          {...asked(cameBack(again, 'whatHappened'), 'whatHappened')}
          label="What happened, if you like"
          rows={2}
        />
        <Button class="govuk-button--secondary" preventDoubleClick>
          The move did not happen
        </Button>
      </Form>
    </Details>
  );
}
