import { daysInWords } from '../../people/contacts/contact.ts';
import { whatTheyDid } from '../../people/person.ts';
import { PersonLink } from '../../people/person-link.tsx';
import { type Day, dayOf, daysBetween } from '../../platform/clock.ts';
import { agoInWords, clockTime } from '../../platform/ui/dates.ts';
import { Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import type { NamedPersonAsk } from '../crisis/named-person/named-person.store.ts';
import type { FromThemselves } from './from-themselves.store.ts';
import type { TodayShown } from './today.pages.tsx';
import type { Close, NotSpoken } from './today.store.ts';

/** F2: by name, with the days since they got in touch; from day 28 the site hears of it too, said in words. */
export function Waits({ one }: { one: NotSpoken }) {
  const since = one.days === 0 ? 'got in touch today' : `got in touch ${daysInWords(one.days)} ago`;
  return (
    <>
      <PersonLink id={one.personId} name={one.name} />: {one.madeBy} {since}.{' '}
      {one.isMine ? 'Yours.' : one.heldBy ? `${one.heldBy} has this.` : 'Nobody has this.'}{' '}
      {one.isOnSitePage ? <b>Past day 28, so it is on the site’s page as well. </b> : null}
      <WriteLink personId={one.personId} name={one.name} />{' '}
      {one.isMine ? (
        <a class="app-quiet" href={`/contacts/${one.contactId}`}>
          Ask a colleague<span class="govuk-visually-hidden"> about {one.name}</span>
        </a>
      ) : null}
      {one.heldBy ? null : (
        <a class="app-quiet" href={`/contacts/${one.contactId}`}>
          Take this on<span class="govuk-visually-hidden">: {one.name}</span>
        </a>
      )}
    </>
  );
}

export function More({ shown, inAll }: { shown: number; inAll: number }) {
  if (inAll <= shown) return null;
  return (
    <p>
      These {shown} have waited longest. We have not yet spoken with {inAll} people in all.
    </p>
  );
}

export function Asked({ one, frame }: { one: TodayShown['asked'][number]; frame: Frame }) {
  return (
    <Form action={`/asks/${one.askId}/answer`} frame={frame}>
      <b>{one.askedBy}</b> asks whether you would take on <b>{one.name}</b>: “{one.sentence}”{' '}
      <button class="app-link-button" type="submit" name="answer" value="yes">
        Yes, I will<span class="govuk-visually-hidden"> take on {one.name}</span>
      </button>{' '}
      <button class="app-link-button" type="submit" name="answer" value="not-now">
        Not now<span class="govuk-visually-hidden">, about {one.name}</span>
      </button>
    </Form>
  );
}

export function CloseTo({ one, today, now }: { one: Close; today: Day; now: Date }) {
  const { lastContactAt: last, nextContactAt: next } = one;
  return (
    <>
      <PersonLink id={one.personId} name={one.name} />, day {daysBetween(one.openedOn, today) + 1}.{' '}
      {last
        ? `Last contact ${agoInWords(dayOf(last), today)} at ${clockTime(last)}.`
        : 'Nobody has had contact yet.'}{' '}
      {next
        ? `The next ${next < now ? 'was to be' : 'is'} ${agoInWords(dayOf(next), today)} at ${clockTime(next)}.`
        : ''}{' '}
      {one.namedPerson ? `${one.namedPerson} holds this. ` : ''}
      <a class="app-quiet" href={`/conversations/${one.conversationId}/crisis`}>
        What must change now<span class="govuk-visually-hidden"> for {one.name}</span>
      </a>
    </>
  );
}

function WriteLink({ personId, name }: { personId: string; name: string }) {
  return (
    <a class="app-quiet" href={`/people/${personId}/write`}>
      Write<span class="govuk-visually-hidden"> about {name}</span>
    </a>
  );
}

/** C2-2: being the named person is asked by name, and takes both people's yes. */
export function NamedAsk({ one }: { one: NamedPersonAsk }) {
  return (
    <>
      <b>{one.from}</b> and <b>{one.to}</b>: who stays close to{' '}
      <PersonLink id={one.personId} name={one.personName} />? “{one.sentence}”{' '}
      <a class="app-quiet" href={`/conversations/${one.conversationId}/crisis`}>
        Answer<span class="govuk-visually-hidden"> about {one.personName}</span>
      </a>
    </>
  );
}

/** W1: what somebody did at their own page waits for anybody in the team. */
export function FromThem({ one, today }: { one: FromThemselves; today: Day }) {
  return (
    <>
      <PersonLink id={one.personId} name={one.name} /> {whatTheyDid(one.did)},{' '}
      {agoInWords(dayOf(one.since), today)}.{' '}
      <a class="app-quiet" href={`/people/${one.personId}/messages`}>
        Read it, and answer<span class="govuk-visually-hidden"> {one.name}</span>
      </a>
    </>
  );
}
