import type { Colleague } from '../../access/accounts.store.ts';
import { type Identity, nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import { type Day, dayOf } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, cameBack, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Radios } from '../../platform/ui/govuk/choices.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { Aside } from '../../platform/ui/telling.tsx';
import type { ConversationSoFar, GateSoFar, RefusedAttempt } from './gate.store.ts';
import { exceptionInWords, exceptions, type Missing } from './gate.ts';
import { PeerTestForm, PeerTests } from './peer-test.pages.tsx';

export interface GateValue {
  identity: Identity;
  today: Day;
  gate: GateSoFar;
  missing: Missing[];
  colleagues: Colleague[];
  me: string;
}

/** Where we are before building a good life: what has been done, what colleagues said, and what is still wanting. */
export function GatePage(value: GateValue, frame: Frame, again?: Again) {
  const { identity, today, gate, missing, colleagues, me } = value;
  const name = nameFor(identity);
  const open = gate.conversations.find(({ kind, restingOn }) => kind === 3 && restingOn === null);
  const test = cameBack(again, 'why1UsedUp');
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="conversations"
      frame={frame}
      again={again}
      title="Build a good life"
      aside={<TriedBefore attempts={gate.triedBefore} />}
    >
      <h2>Before building a good life with {name}</h2>
      <p>What has been done together, and what colleagues say, before {name} and we make a longer plan.</p>
      <SoFar conversations={gate.conversations} />
      <h2>What colleagues said</h2>
      <PeerTests tests={gate.peerTests} />
      {open ? (
        <InsetText>
          Conversation 3 has been open since {longDate(open.openedOn)}.{' '}
          <a href={`/people/${identity.personId}/plan`}>Go to the plan</a>
        </InsetText>
      ) : (
        <>
          {missing.length ? <StillWanting missing={missing} /> : null}
          <PeerTestForm
            {...{ personId: identity.personId, name, colleagues, me, frame }}
            again={test}
            isFirst={gate.peerTests.length === 0}
          />
          <OpenButton personId={identity.personId} frame={frame} />
          <AtOnce personId={identity.personId} name={name} frame={frame} again={cameBack(again, 'reason')} />
        </>
      )}
    </PersonFrame>
  );
}

function SoFar({ conversations }: { conversations: ConversationSoFar[] }) {
  if (!conversations.length) return <p>Nobody has had a conversation with them here yet.</p>;
  return (
    <ul>
      {conversations.map((one) => (
        <li key={one.id}>
          {soFar(one)}
          {one.whatChanged ? ` What changed: ${one.whatChanged}` : ''}
        </li>
      ))}
    </ul>
  );
}

function soFar({ kind, openedOn, restingOn, timesTogether }: ConversationSoFar): string {
  const times = timesTogether === 1 ? 'once together' : `${timesTogether} times together`;
  const until = restingOn ? `resting since ${longDate(restingOn)}` : 'still open';
  return `Conversation ${kind}, begun ${longDate(openedOn)}: ${timesTogether ? times : 'no time together written yet'}, ${until}.`;
}

function StillWanting({ missing }: { missing: Missing[] }) {
  return (
    <InsetText>
      <p>Not yet. Still wanting:</p>
      <ul>
        {missing.map(({ because, satisfyBy }) => (
          <li key={because}>
            {capital(because)}: {satisfyBy}.
          </li>
        ))}
      </ul>
      <p class="app-soft">(Rule C3-1)</p>
    </InsetText>
  );
}

function OpenButton({ personId, frame }: { personId: string; frame: Frame }) {
  return (
    <Form action={`/people/${personId}/conversation-3`} frame={frame}>
      <input type="hidden" name="way" value="tested" />
      <Button preventDoubleClick>Begin building a good life</Button>
    </Form>
  );
}

interface AtOnceProps {
  personId: string;
  name: string;
  frame: Frame;
  again: Again | undefined;
}

/** C3-2: open to everybody on the page, not a hidden door: the law does not wait for our order of things. */
function AtOnce({ personId, name, frame, again }: AtOnceProps) {
  return (
    <details class="govuk-details" open={again !== undefined}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">The law says now: begin at once</span>
      </summary>
      <div class="govuk-details__text">
        <Form action={`/people/${personId}/conversation-3`} frame={frame}>
          <input type="hidden" name="way" value="at-once" />
          <Radios
            {...asked(again, 'exception')}
            legend="Why it begins at once"
            items={exceptions.map((value) => ({
              value,
              label: exceptionInWords[value].text,
              hint: exceptionInWords[value].source,
            }))}
          />
          <Textarea {...asked(again, 'reason')} label={`In a sentence: what is so for ${name}`} rows={2} />
          <Button class="govuk-button--secondary" preventDoubleClick>
            Begin at once
          </Button>
        </Form>
      </div>
    </details>
  );
}

function TriedBefore({ attempts }: { attempts: RefusedAttempt[] }) {
  if (!attempts.length) return null;
  return (
    <Aside heading="Tried before">
      <ul class="app-plain-list">
        {attempts.map(({ at, by, rule, because }) => (
          <li key={at.toISOString()}>
            {longDate(dayOf(at))}, {by}: {because}. <span class="app-soft">(Rule {rule})</span>
          </li>
        ))}
      </ul>
    </Aside>
  );
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
