import { nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, cameBack, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Details } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { sentence } from '../../platform/ui/sentence.ts';
import { BeforeMovingIn } from './before-moving-in.pages.tsx';
import type { MatchingValue } from './matching-page.store.ts';
import { PlanVisit } from './visits/plan-visit.pages.tsx';
import { Visits } from './visits/visits.pages.tsx';

/** P5: a person and a household getting to know each other, up to living together and how that is. */
export function MatchingPage(value: MatchingValue, frame: Frame, again?: Again) {
  const { identity, today, matching, household, visits } = value;
  const name = nameFor(identity);
  // A form that came back is shown again, so that nothing typed is lost.
  const isOver = matching.endedOn !== null && !again;
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="plan"
      frame={frame}
      again={again}
      title="Getting to know each other"
    >
      <h2>
        {name} and {household.name}
      </h2>
      <p>{whereTheyAre(value)}</p>
      <h3>Why each other</h3>
      <p class="app-lines">{matching.whyEachOther}</p>
      {matching.whatPersonSaid ? <blockquote class="app-said">{matching.whatPersonSaid}</blockquote> : null}
      <h3>
        <a href={`/households/${household.id}`}>{household.name}</a>
      </h3>
      <blockquote class="app-said">{household.whatHomeIsLike}</blockquote>
      <h2>Visits</h2>
      <Visits matchingId={matching.id} visits={visits} name={name} household={household.name} />
      {isOver ? null : <PlanVisit value={value} frame={frame} again={again} />}
      {isOver || (matching.movedInOn && !again) ? null : (
        <BeforeMovingIn value={value} frame={frame} again={again} />
      )}
      {isOver ? null : <NotGoingOn value={value} frame={frame} again={cameBack(again, 'endedWords')} />}
      <p>
        <a href={`/people/${identity.personId}/shared-lives`}>A home with somebody</a>
      </p>
    </PersonFrame>
  );
}

/** Whoever said no is in no sentence. */
function whereTheyAre({ matching }: MatchingValue): string {
  const { movedInOn, endedOn, endedWords, beganOn } = matching;
  if (endedOn && movedInOn)
    return `They lived together from ${longDate(movedInOn)} to ${longDate(endedOn)}. ${sentence(endedWords ?? '')}`;
  if (endedOn)
    return `They met, and it is not going on. Nobody has to say why, and it is a good answer. ${sentence(endedWords ?? '')}`;
  if (movedInOn) return `They have lived together since ${longDate(movedInOn)}.`;
  return `Getting to know each other since ${longDate(beganOn)}. Either may say no at any time, and nobody asks why.`;
}

function NotGoingOn({
  value: { matching, today },
  frame,
  again,
}: {
  value: MatchingValue;
  frame: Frame;
  again: Again | undefined;
}) {
  const isLiving = matching.movedInOn !== null;
  return (
    <Details summary={isLiving ? 'Moving out' : 'It is not going on'} open={again !== undefined}>
      <Form action={`/matchings/${matching.id}/ended`} frame={frame}>
        <Input
          {...asked(again, 'endedOn', longDate(today))}
          label={isLiving ? 'The day they moved out' : 'The day'}
        />
        <Textarea {...asked(again, 'endedWords')} label="Anything they would like kept" rows={2} />
        <Button class="govuk-button--secondary" preventDoubleClick>
          Write it down
        </Button>
      </Form>
    </Details>
  );
}
