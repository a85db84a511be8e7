import type { ComponentChildren } from 'preact';
import { daysInWords } from '../../people/contacts/contact.ts';
import { type Day, dayOf, daysBetween } from '../../platform/clock.ts';
import { agoInWords, clockTime, nearDate, weekdayDate } from '../../platform/ui/dates.ts';
import { Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Page } from '../../platform/ui/page.tsx';
import { PersonLink } from '../../platform/ui/telling.tsx';
import type { CheckBack, Close, NotSpoken, PromiseDue, Today } from './today.store.ts';

/** In ten seconds: who needs a human being today. Sentences with names in them; nothing is counted in red. */
export function TodayPage(page: Today, frame: Frame) {
  const { isTeam, today, now } = page;
  const isQuiet = [page.drafts, page.asked, page.notSpoken, page.promises, page.close, page.checkBacks].every(
    (list) => list.length === 0,
  );
  return (
    <Page title="Today" frame={frame}>
      <h1>Today</h1>
      <p class="app-soft">
        {weekdayDate(today)} · {isTeam ? 'everybody in the team' : 'yours'} ·{' '}
        {isTeam ? <a href="/today">Show yours</a> : <a href="/today?team">Show the team’s</a>}
      </p>
      <p>
        <Button href="/contacts/new">Somebody gets in touch</Button>
      </p>
      {isQuiet ? <p>Nobody is waiting for you just now.</p> : null}
      <Rows heading="Unfinished writing" rows={page.drafts}>
        {({ personId, name, savedAt }) => (
          <>
            You were writing about <a href={`/people/${personId}/write`}>{name}</a>,{' '}
            {agoInWords(dayOf(savedAt), today)} at {clockTime(savedAt)}.
          </>
        )}
      </Rows>
      <Rows heading="A colleague asks you" rows={page.asked}>
        {(one) => <Asked one={one} frame={frame} />}
      </Rows>
      <Rows heading="Not yet spoken with" rows={page.notSpoken}>
        {(one) => <Waits one={one} />}
      </Rows>
      <More shown={page.notSpoken.length} inAll={page.notSpokenInAll} />
      <Rows heading="Staying close" rows={page.close}>
        {(one) => <CloseTo one={one} today={today} now={now} />}
      </Rows>
      <Rows heading={isTeam ? 'What we said we would do' : 'What you said you would do'} rows={page.promises}>
        {(one) => <Due one={one} today={today} />}
      </Rows>
      <Rows heading="Ask how it went" rows={page.checkBacks}>
        {(one) => <AskBack one={one} today={today} />}
      </Rows>
    </Page>
  );
}

function Rows<Row>({
  heading,
  rows,
  children,
}: {
  heading: string;
  rows: readonly Row[];
  children: (row: Row) => ComponentChildren;
}) {
  if (!rows.length) return null;
  return (
    <section>
      <h2>{heading}</h2>
      <ul class="app-plain-list">
        {rows.map((row) => (
          <li>{children(row)}</li>
        ))}
      </ul>
    </section>
  );
}

/** F2: by name, with the days since they got in touch; from day 28 the site hears of it too, said in words. */
function Waits({ one }: { one: NotSpoken }) {
  const since = one.days === 0 ? 'got in touch today' : `got in touch ${daysInWords(one.days)} ago`;
  return (
    <>
      <PersonLink id={one.personId} name={one.name} />: {one.madeBy} {since}.{' '}
      {one.isMine ? 'Yours.' : one.heldBy ? `${one.heldBy} has this.` : 'Nobody has this.'}{' '}
      {one.isOnSitePage ? <b>Past day 28, so it is on the site’s page as well. </b> : null}
      <WriteLink personId={one.personId} name={one.name} />
    </>
  );
}

function More({ shown, inAll }: { shown: number; inAll: number }) {
  if (inAll <= shown) return null;
  return (
    <p>
      These {shown} have waited longest. We have not yet spoken with {inAll} people in all.
    </p>
  );
}

function Asked({ one, frame }: { one: Today['asked'][number]; frame: Frame }) {
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

function CloseTo({ one, today, now }: { one: Close; today: Day; now: Date }) {
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

function Due({ one, today }: { one: PromiseDue; today: Day }) {
  return (
    <>
      <b>{one.who}</b> {one.what}, for <PersonLink id={one.personId} name={one.name} />.{' '}
      {one.dueOn === today ? 'Due today.' : <span class="app-late">Due {agoInWords(one.dueOn, today)}.</span>}{' '}
      <a class="app-quiet" href={`/promises/${one.id}`}>
        What happened?<span class="govuk-visually-hidden"> {one.what}</span>
      </a>
    </>
  );
}

function AskBack({ one, today }: { one: CheckBack; today: Day }) {
  const when = one.checkBackOn === today ? 'today' : `on ${nearDate(one.checkBackOn, today)}`;
  return (
    <>
      <PersonLink id={one.personId} name={one.name} />: we said we would ask {when}.{' '}
      <WriteLink personId={one.personId} name={one.name} />
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
