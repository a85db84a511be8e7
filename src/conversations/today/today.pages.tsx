import type { ComponentChildren } from 'preact';
import type { HeldBack } from '../../people/held-back/held-back.store.ts';
import { ToTell } from '../../people/messages/to-tell.tsx';
import type { Told } from '../../people/messages/told.ts';
import { dayOf } from '../../platform/clock.ts';
import { agoInWords, clockTime, weekdayDate } from '../../platform/ui/dates.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Page } from '../../platform/ui/page.tsx';
import { CalendarList } from '../calendar/calendar.pages.tsx';
import type { CalendarItem } from '../calendar/calendar.ts';
import type { NamedPersonAsk } from '../crisis/named-person/named-person.store.ts';
import type { FromThemselves } from './from-themselves.store.ts';
import { PressureRow, ToDecideRow } from './held-back-rows.pages.tsx';
import type { PressureAgain } from './pressure-again.store.ts';
import type { Today } from './today.store.ts';
import { Asked, CloseTo, FromThem, More, NamedAsk, Waits } from './today-rows.pages.tsx';

/** Today, with what other rooms of the house ask of this worker. */
export interface TodayShown extends Today {
  /** What the calendar says is due today or was before, those that have waited longest. */
  due: CalendarItem[];
  dueInAll: number;
  namedAsks: NamedPersonAsk[];
  /** Who is to be told something by one of us. */
  toldByUs: Told[];
  /** What people wrote to us, and said at their own pages. */
  fromThem: FromThemselves[];
  /** What a site lead is to decide, or look at again. */
  toDecide: HeldBack[];
  /** With whom pressure is to be talked about again. */
  pressure: PressureAgain[];
}

/** In ten seconds: who needs a human being today. Sentences with names in them; nothing is counted in red. */
export function TodayPage(page: TodayShown, frame: Frame) {
  const { isTeam, today, now } = page;
  const { asked, namedAsks, close, fromThem, due, dueInAll } = page;
  const isQuiet = Object.values(page).every((list) => !Array.isArray(list) || list.length === 0);
  return (
    <Page title="Today" frame={frame}>
      <h1>Today</h1>
      <p>Who needs somebody today, and what is due.</p>
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
      <Rows heading="A colleague asks you" rows={asked}>
        {(one) => <Asked one={one} frame={frame} />}
      </Rows>
      <Rows heading="Who stays close" rows={namedAsks}>
        {(one) => <NamedAsk one={one} />}
      </Rows>
      <Rows heading="From people themselves" rows={fromThem}>
        {(one) => <FromThem one={one} today={today} />}
      </Rows>
      <Rows heading="Not yet spoken with" rows={page.notSpoken}>
        {(one) => <Waits one={one} />}
      </Rows>
      <More shown={page.notSpoken.length} inAll={page.notSpokenInAll} />
      <Rows heading="Staying close" rows={close}>
        {(one) => <CloseTo one={one} today={today} now={now} />}
      </Rows>
      {close.length ? (
        <p>
          <a href="/glue">Everybody the team is staying close to</a>
        </p>
      ) : null}
      <ToTellAndDecide page={page} frame={frame} />
      <CalendarList heading="Due" items={due} today={today} />
      <p>
        <a href={isTeam ? '/calendar?team' : '/calendar'}>
          {dueInAll > due.length ? `${dueInAll - due.length} more, and what comes next` : 'What comes next'}
        </a>
      </p>
    </Page>
  );
}

/** What waits for the team besides: whom to tell, sharing to talk about again, and what a lead decides. */
function ToTellAndDecide({ page, frame }: { page: TodayShown; frame: Frame }) {
  const { toldByUs, pressure, toDecide, today } = page;
  return (
    <>
      <Rows heading="To tell somebody" rows={toldByUs}>
        {(one) => <ToTell one={one} frame={frame} on="today" />}
      </Rows>
      {toldByUs.length ? (
        <p>
          <a href="/messages">Everybody to tell, and letters to print</a>
        </p>
      ) : null}
      <Rows heading="Sharing, to look at again" rows={pressure}>
        {(one) => <PressureRow one={one} today={today} />}
      </Rows>
      <Rows heading="Held back, to decide" rows={toDecide}>
        {(one) => <ToDecideRow one={one} today={today} />}
      </Rows>
    </>
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
