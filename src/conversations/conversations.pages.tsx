import type { Identity } from '../people/person.ts';
import { PersonFrame } from '../people/person-frame.tsx';
import { type Day, dayOf } from '../platform/clock.ts';
import { nearDate } from '../platform/ui/dates.ts';
import type { Frame } from '../platform/ui/frame.ts';
import { Button } from '../platform/ui/govuk/button.tsx';
import { type Conversation, kindInWords } from './conversation.ts';

export interface ConversationsValue {
  identity: Identity;
  today: Day;
  conversations: Conversation[];
}

/** Every conversation with a person, open ones first. */
export function ConversationsPage({ identity, today, conversations }: ConversationsValue, frame: Frame) {
  return (
    <PersonFrame identity={identity} today={today} here="conversations" title="Conversations" frame={frame}>
      <p>
        <Button href={`/people/${identity.personId}/write`}>Write about a conversation</Button>
      </p>
      <h2>Conversations</h2>
      {conversations.length ? null : <p>None yet. Writing about one begins conversation 1.</p>}
      {conversations.length ? (
        <p>
          <a href={`/people/${identity.personId}/before`}>What they told us before</a> ·{' '}
          <a href={`/people/${identity.personId}/story`}>The whole story</a> ·{' '}
          <a href={`/people/${identity.personId}/how-it-has-been`}>How it has been for them</a>
        </p>
      ) : null}
      {conversations.map((one) => (
        <section class="app-entry" id={one.id} key={one.id}>
          <h3>
            Conversation {one.kind}, {kindInWords[one.kind]}
          </h3>
          <p class="app-when">
            Began {nearDate(dayOf(one.openedAt), today)}
            {one.teamName ? ` · ${one.teamName}` : ''}
          </p>
          {one.restingOn ? <HowItRests conversation={one} today={today} /> : <OpenStill conversation={one} />}
        </section>
      ))}
    </PersonFrame>
  );
}

function OpenStill({
  conversation: { id, kind, namedPerson, cover, personId },
}: {
  conversation: Conversation;
}) {
  if (kind === 2)
    return (
      <p>
        {namedPerson} holds this, and {cover} when they cannot.{' '}
        <a href={`/conversations/${id}/crisis`}>What must change now</a>
      </p>
    );
  return (
    <p>
      Open. {kind === 3 ? <a href={`/people/${personId}/plan`}>The plan</a> : null}{' '}
      <a href={`/conversations/${id}/rest`}>
        {kind === 3 ? 'What is still to find out' : 'What it needs before it rests'}
      </a>
    </p>
  );
}

/** Nothing closes: what is not open now is resting, with how to come back (R1). */
export function HowItRests({ conversation, today }: { conversation: Conversation; today: Day }) {
  const { restingOn, howToComeBack, checkBackOn, checkBackDeclined } = conversation;
  return (
    <p>
      Resting since {restingOn ? nearDate(restingOn, today) : 'today'}.
      {howToComeBack ? ` How to come back: ${howToComeBack}` : ''}
      {checkBackOn ? ` We ask how it went on ${nearDate(checkBackOn, today)}.` : ''}
      {checkBackDeclined ? ' They would rather we did not ask how it went.' : ''}
    </p>
  );
}
