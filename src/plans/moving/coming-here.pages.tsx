import { nameFor } from '../../people/person.ts';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, cameBack, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { moneyInWords } from '../budget.ts';
import type { Move } from './move.ts';
import type { MoveValue } from './move-page.store.ts';
import { MoveNeedFields } from './needs/move-need.pages.tsx';
import { gapInWords } from './no-gap.ts';

interface Props {
  value: MoveValue;
  frame: Frame;
  again: Again | undefined;
}

/** P4: somebody moving here: what is still to do, the same needs from the day, and what differs afterwards. */
export function ComingHere({ value, frame, again }: Props) {
  const { move, owed } = value;
  return (
    <>
      <WhereItIs value={value} />
      {owed.stillToDo.length ? (
        <>
          <h2>Still to do</h2>
          <ul>
            {owed.stillToDo.map((words) => (
              <li>{words}</li>
            ))}
          </ul>
        </>
      ) : null}
      {owed.sameNeedsFrom ? <MeetTheSame value={value} from={owed.sameNeedsFrom} frame={frame} /> : null}
      {move.didNotHappenOn ? null : <Conversation value={value} frame={frame} />}
      <Needs value={value} frame={frame} again={again} />
      {move.sameNeedsFrom || value.hasPlanSince ? (
        <Difference move={move} frame={frame} again={cameBack(again, 'differenceWords')} />
      ) : null}
    </>
  );
}

function WhereItIs({ value: { move, identity } }: { value: MoveValue }) {
  const name = nameFor(identity);
  return (
    <>
      {move.decidedHereOn ? <p>A decision was given here on {longDate(move.decidedHereOn)}.</p> : null}
      {move.sameNeedsFrom ? (
        <p>
          The same needs are met here from {longDate(move.sameNeedsFrom)}. {name} has not been asked to agree
          to it: it stands because the law says so, until a decision is given here and a plan of their own
          follows. {move.planId ? <a href={`/plans/${move.planId}`}>What is carried over</a> : null}
        </p>
      ) : null}
    </>
  );
}

function MeetTheSame({ value, from, frame }: { value: MoveValue; from: string; frame: Frame }) {
  const { move, today } = value;
  return (
    <InsetText>
      <p>
        Nothing decided here was in place by {longDate(from)}. From that day the law asks us to meet the same
        needs as {move.otherCouncil} did (Care Act 2014 s38).
      </p>
      <p>{gapInWords(from, today)}</p>
      <Form action={`/moves/${move.id}/same-needs`} frame={frame}>
        <Button preventDoubleClick>Meet the same needs from {longDate(from)}</Button>
      </Form>
    </InsetText>
  );
}

function Conversation({ value: { move, conversation3 }, frame }: { value: MoveValue; frame: Frame }) {
  if (conversation3)
    return (
      <p>
        Conversation 3 is open. In law it is their needs assessment: the talk in which we find out what they
        need. <a href={`/conversations/${conversation3}/determination`}>Go on to the decision</a>
      </p>
    );
  if (move.decidedHereOn) return null;
  return (
    <Form action={`/moves/${move.id}/conversation-3`} frame={frame}>
      <p>
        Conversation 3 can begin at once, because they are moving with support. In law it is their needs
        assessment: the talk in which we find out what they need.
      </p>
      <Button class="govuk-button--secondary" preventDoubleClick>
        Begin conversation 3 now
      </Button>
    </Form>
  );
}

function Needs({ value: { move, needs }, frame, again }: Props) {
  const isKept = move.sameNeedsFrom !== null || move.didNotHappenOn !== null;
  return (
    <>
      <h2>What is met there, and how</h2>
      {needs.length ? (
        <ul>
          {needs.map((line) => (
            <li key={line.id}>
              <strong>{line.need}</strong>: {line.metThere}
              {line.weeklyPence ? ` (${moneyInWords(line.weeklyPence)} a week)` : ''}
              {line.metHere ? `. Here: ${line.metHere}` : ''}{' '}
              {isKept ? null : (
                <a href={`/moves/${move.id}/needs/${line.id}`}>
                  Change<span class="govuk-visually-hidden"> {line.need}</span>
                </a>
              )}
            </li>
          ))}
        </ul>
      ) : (
        <p>Nothing is written down yet. Their plan says it, and so do they.</p>
      )}
      {isKept ? null : (
        <Form action={`/moves/${move.id}/needs`} frame={frame}>
          <MoveNeedFields again={cameBack(again, 'metThere')} />
          <Button class="govuk-button--secondary" preventDoubleClick>
            Add this need
          </Button>
        </Form>
      )}
    </>
  );
}

function Difference({ move, frame, again }: { move: Move; frame: Frame; again: Again | undefined }) {
  return (
    <>
      <h2>What is different here</h2>
      <p>
        Where a plan of our own meets a need in another way than it was met there, they are told why in
        writing before it stands.
      </p>
      <Form action={`/moves/${move.id}/difference`} frame={frame}>
        <Textarea
          {...asked(again, 'differenceWords', move.differenceWords)}
          label="What is different, and why, as we explain it to them"
        />
        <Input
          {...asked(again, 'differenceSentOn', move.differenceSentOn ? longDate(move.differenceSentOn) : '')}
          label="The day they were given it in writing"
        />
        <Button class="govuk-button--secondary" preventDoubleClick>
          Keep the explanation
        </Button>
      </Form>
    </>
  );
}
