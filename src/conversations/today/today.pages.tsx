import type { ComponentChildren } from 'preact';
import type { ToAskAbout } from '../../community/introductions/to-ask-about.store.ts';
import { dayOf } from '../../platform/clock.ts';
import { agoInWords, clockTime, weekdayDate } from '../../platform/ui/dates.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Page } from '../../platform/ui/page.tsx';
import type { NamedPersonAsk } from '../crisis/named-person/named-person.store.ts';
import type { Today } from './today.store.ts';
import { AskBack, Asked, CloseTo, DidItHappen, Due, More, NamedAsk, Waits } from './today-rows.pages.tsx';

/** Today, with what other rooms of the house ask of this worker. */
export interface TodayShown extends Today {
  introductions: ToAskAbout[];
  namedAsks: NamedPersonAsk[];
}

/** In ten seconds: who needs a human being today. Sentences with names in them; nothing is counted in red. */
export function TodayPage(page: TodayShown, frame: Frame) {
  const { isTeam, today, now } = page;
  const { drafts, asked, namedAsks, notSpoken, promises, close, checkBacks, introductions } = page;
  const lists = [drafts, asked, namedAsks, notSpoken, promises, close, checkBacks, introductions];
  const isQuiet = lists.every((list) => list.length === 0);
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
      <Rows heading="Who stays close" rows={namedAsks}>
        {(one) => <NamedAsk one={one} />}
      </Rows>
      <Rows heading="Not yet spoken with" rows={page.notSpoken}>
        {(one) => <Waits one={one} />}
      </Rows>
      <More shown={page.notSpoken.length} inAll={page.notSpokenInAll} />
      <Rows heading="Staying close" rows={page.close}>
        {(one) => <CloseTo one={one} today={today} now={now} />}
      </Rows>
      {close.length ? (
        <p>
          <a href="/glue">Everybody the team is staying close to</a>
        </p>
      ) : null}
      <Rows heading={isTeam ? 'What we said we would do' : 'What you said you would do'} rows={page.promises}>
        {(one) => <Due one={one} today={today} />}
      </Rows>
      <Rows heading="Ask how it went" rows={page.checkBacks}>
        {(one) => <AskBack one={one} today={today} />}
      </Rows>
      <Rows heading="Did it happen?" rows={introductions}>
        {(one) => <DidItHappen one={one} />}
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
