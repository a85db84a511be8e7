import { dayOf, daysBetween } from '../platform/clock.ts';
import { daysInWords, momentOf, nearDate } from '../platform/ui/dates.ts';
import type { Frame } from '../platform/ui/frame.ts';
import { Button } from '../platform/ui/govuk/button.tsx';
import { Entry, When } from '../platform/ui/telling.tsx';
import { LeftOpenNow } from './carers/left-open.tsx';
import { HoldThisBack } from './held-back/hold-this-back.tsx';
import { type Identity, nameFor, whatTheyDid } from './person.ts';
import { Beside } from './person-aside.tsx';
import { PersonFrame } from './person-frame.tsx';
import type { OpenConversation, PersonNow, PersonShown } from './person-page.store.ts';
import type { TimelineEvent } from './timeline/timeline.ts';
import { TheirWord, Voices } from './timeline/voices.tsx';

/** Meet the person, not the file: what we are doing together now, and the one story, newest first. */
export function PersonPage(now: PersonShown, frame: Frame) {
  const { identity, today, timeline, more } = now;
  return (
    <PersonFrame identity={identity} today={today} here="now" frame={frame} aside={<Beside now={now} />}>
      <p>
        <Button href={`/people/${identity.personId}/write`}>Write about a conversation</Button>
      </p>
      <LeftOpenNow leftOpen={now.leftOpen}>
        <a href={`/people/${identity.personId}/plan`}>See the plan</a>
      </LeftOpenNow>
      {now.fromThem.length ? (
        <p>
          <b>
            {nameFor(identity)} {whatTheyDid(now.fromThem)}.
          </b>{' '}
          <a href={`/people/${identity.personId}/messages`}>Read it, and answer</a>
        </p>
      ) : null}
      <OpenNow now={now} />
      <h2>What we talked about</h2>
      {timeline.length === 0 ? <p>Nothing has been written here yet.</p> : null}
      {timeline.map((event) => (
        <StoryEvent key={event.id} event={event} identity={identity} />
      ))}
      {more ? (
        <p>
          <a href={`/people/${identity.personId}?before=${more.at.toISOString()}&after_id=${more.id}`}>
            Earlier in the story
          </a>
          , or <a href={`/people/${identity.personId}/story`}>look through the whole of it</a>
        </p>
      ) : null}
    </PersonFrame>
  );
}

export function StoryEvent({ event, identity }: { event: TimelineEvent; identity: Identity }) {
  const { personId } = identity;
  return (
    <Entry
      id={event.id}
      title={event.link ? <a href={event.link}>{event.title}</a> : event.title}
      when={
        <>
          <When at={event.at} />
          {event.byLine ? ` · ${event.byLine}` : ''}
        </>
      }
    >
      {event.voices.length ? <Voices voices={event.voices} facts={event.facts.map(readOut)} /> : null}
      <TheirWord said={event.beside ?? []} name={nameFor(identity)} />
      <p class="app-soft">
        {event.kind === 'entry' && event.sourceId ? (
          <>
            <a href={`/entries/${event.sourceId}/facts`}>Mark what the law needs to know in these words</a>
            {' · '}
          </>
        ) : null}
        <HoldThisBack
          personId={personId}
          kind="talked"
          thingId={event.id}
          title={momentOf(event.at)}
          held={event.held}
        />
      </p>
    </Entry>
  );
}

/** Read out before the marked words: “how to come back”, not its name in our code. */
function readOut(fact: TimelineEvent['facts'][number]) {
  return { ...fact, kind: fact.kind.replaceAll('-', ' ') };
}

/** What is open with the person, in sentences, each leading to where it is carried on. */
function OpenNow({ now }: { now: PersonNow }) {
  const { conversations, identity, notSpokenSince, today } = now;
  const waiting = notSpokenSince ? daysBetween(dayOf(notSpokenSince), today) : null;
  if (!conversations.length && waiting === null) return null;
  return (
    <ul class="app-open-now">
      {waiting === null ? null : (
        <li>
          <b>Not yet spoken with.</b>{' '}
          {waiting > 0
            ? `${daysInWords(waiting)} since somebody got in touch.`
            : 'Somebody got in touch today.'}
        </li>
      )}
      {conversations.map((one) => (
        <li key={one.conversationId}>
          {conversationSentence(one, nameFor(identity), today)}{' '}
          <ConversationLink one={one} personId={identity.personId} />
        </li>
      ))}
    </ul>
  );
}

function conversationSentence(one: OpenConversation, name: string, today: string): string {
  const days = daysBetween(dayOf(one.openedAt), today);
  if (one.kind === 2)
    return `Staying close to ${name}: day ${days + 1}. ${one.namedPerson} holds this, and ${one.cover} when they cannot.`;
  const what = one.kind === 1 ? 'Listening and connecting' : 'Building a good life';
  return `${what}, since ${nearDate(dayOf(one.openedAt), today)}${one.team ? `. The ${one.team} answers.` : '.'}`;
}

function ConversationLink({ one, personId }: { one: OpenConversation; personId: string }) {
  if (one.kind === 2) return <a href={`/conversations/${one.conversationId}/crisis`}>What must change now</a>;
  if (one.kind === 3) return <a href={`/people/${personId}/plan`}>The plan</a>;
  return <a href={`/conversations/${one.conversationId}/rest`}>Let it rest</a>;
}
