import { type Identity, nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { daysInWords, longDate } from '../../platform/ui/dates.ts';
import { asked, cameBack, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { AnswerRequest } from './answer-request.pages.tsx';
import { type CatchUpRequest, daysUnanswered } from './catch-up-request.ts';

export interface RequestsValue {
  identity: Identity;
  today: Day;
  requests: CatchUpRequest[];
  /** The site's number of days from asking to talking. */
  withinDays: number;
}

/** Anybody may ask how the plan is going: what was asked, and what we answered. */
export function RequestsPage(value: RequestsValue, frame: Frame, again?: Again) {
  const { identity, today, requests } = value;
  const name = nameFor(identity);
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="plan"
      frame={frame}
      again={again}
      title="Asking for a catch-up"
    >
      <h2>Asking for a catch-up</h2>
      <p>
        {name}, or anybody for {name}, may ask us at any time to look at how the plan is going. Each is
        answered with a day, or with why not.
      </p>
      {requests.length ? null : <p>Nobody has asked yet.</p>}
      {requests.map((request) => (
        <Asked key={request.id} request={request} value={value} frame={frame} again={again} />
      ))}
      <AskForOne
        personId={identity.personId}
        today={today}
        frame={frame}
        again={cameBack(again, 'askedBy')}
      />
      <p>
        <a href={`/people/${identity.personId}/catch-ups`}>How the plan is going</a>
      </p>
    </PersonFrame>
  );
}

interface AskedProps {
  request: CatchUpRequest;
  value: RequestsValue;
  frame: Frame;
  again: Again | undefined;
}

function Asked({ request, value: { today, withinDays, identity }, frame, again }: AskedProps) {
  const days = daysUnanswered(request, today);
  return (
    <article class="app-entry" id={`request-${request.id}`}>
      <h3>
        {request.askedBy}, {longDate(request.askedOn)}
      </h3>
      <blockquote class="app-said">{request.words}</blockquote>
      {days === null ? (
        <WhatWasAnswered request={request} personId={identity.personId} />
      ) : (
        <>
          <p>
            <b>{days === 0 ? 'Asked today' : `${daysInWords(days)} since they asked`}</b>, and nobody has
            answered.
          </p>
          <AnswerRequest {...{ request, withinDays, frame, again }} />
        </>
      )}
    </article>
  );
}

function WhatWasAnswered({ request, personId }: { request: CatchUpRequest; personId: string }) {
  const { id, answer, answeredOn, answeredBy, answerWords, daySet, heldOn } = request;
  const by = `${answeredBy ?? 'Somebody'}, ${answeredOn ? longDate(answeredOn) : ''}`;
  if (answer === 'no')
    return (
      <p>
        {by}: not now, because: {answerWords} They were told how to challenge it.
      </p>
    );
  return (
    <>
      <p>
        {by}: yes{daySet ? `, on ${longDate(daySet)}` : ''}. {answerWords}
      </p>
      {heldOn ? (
        <p>We talked on {longDate(heldOn)}.</p>
      ) : (
        <p>
          <a href={`/people/${personId}/catch-ups?request=${id}#hold`}>Write the catch-up</a>
        </p>
      )}
    </>
  );
}

interface AskForOneProps {
  personId: string;
  today: Day;
  frame: Frame;
  again: Again | undefined;
}

function AskForOne({ personId, today, frame, again }: AskForOneProps) {
  return (
    <Form action={`/people/${personId}/catch-up-requests`} frame={frame}>
      <h3>Somebody asks</h3>
      <Input {...asked(again, 'askedBy')} label="Who asks" />
      <Textarea {...asked(again, 'words')} label="What they ask, in their words" rows={3} />
      <Input {...asked(again, 'askedOn', longDate(today))} label="The day they asked" />
      <Button preventDoubleClick>Write it down</Button>
    </Form>
  );
}
