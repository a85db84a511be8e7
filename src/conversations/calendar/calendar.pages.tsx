import { PersonLink } from '../../people/person-link.tsx';
import { addDays, type Day } from '../../platform/clock.ts';
import { nearDate } from '../../platform/ui/dates.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import { Page } from '../../platform/ui/page.tsx';
import { type CalendarItem, type CalendarWeek, whenInWords } from './calendar.ts';

export interface CalendarShown {
  isTeam: boolean;
  today: Day;
  from: Day;
  until: Day;
  /** Of what is past, those that have waited longest. */
  past: CalendarItem[];
  pastInAll: number;
  weeks: CalendarWeek[];
  /** How many more there are in these weeks than are shown. */
  more: number;
}

/** What is due and when, in sentences with names: worked out from what happened, and kept nowhere. */
export function CalendarPage(page: CalendarShown, frame: Frame) {
  const { isTeam, today, past, pastInAll, weeks, more } = page;
  const address = (from?: Day): string =>
    `/calendar${from || isTeam ? '?' : ''}${[from ? `from=${from}` : '', isTeam ? 'team' : ''].filter(Boolean).join('&')}`;
  return (
    <Page title="Calendar" frame={frame}>
      <h1>Calendar</h1>
      <p>What we owe people, and by when. Each day follows from what happened, and goes when it is done.</p>
      <p class="app-soft">
        {nearDate(page.from, today)} to {nearDate(page.until, today)} ·{' '}
        {isTeam ? 'everybody in the team' : 'yours'} ·{' '}
        <a href={isTeam ? '/calendar' : '/calendar?team'}>{isTeam ? 'Show yours' : 'Show the team’s'}</a>
      </p>
      {past.length + weeks.length === 0 ? <p>Nothing is due in these weeks.</p> : null}
      <CalendarList heading="Past its day" items={past} today={today} />
      <More shown={past.length} inAll={pastInAll} />
      {weeks.map(({ startsOn, items }) => (
        <CalendarList key={startsOn} heading={weekInWords(startsOn, today)} items={items} today={today} />
      ))}
      {more ? (
        <p>And {more} more in these weeks: look at fewer people with your own calendar, or further on.</p>
      ) : null}
      <ul class="app-plain-list">
        {page.from > today ? (
          <li>
            <a href={address()}>This week</a>
          </li>
        ) : null}
        <li>
          <a href={address(addDays(page.until, 1))}>The weeks after</a>
        </li>
        <li>
          <a href="/calendar/feeds">Have this in your own calendar</a>
        </li>
      </ul>
    </Page>
  );
}

/** A heading and a line for each; nothing at all when there is nothing. */
export function CalendarList(props: { heading: string; items: readonly CalendarItem[]; today: Day }) {
  const { heading, items, today } = props;
  if (!items.length) return null;
  return (
    <section>
      <h2>{heading}</h2>
      <ul class="app-plain-list">
        {items.map((item) => (
          <li key={`${item.kind} ${item.part} ${item.sourceId}`}>
            <PersonLink id={item.personId} name={item.name} />: {item.says} <When item={item} today={today} />{' '}
            <a class="app-quiet" href={item.link}>
              {item.act}
              <span class="govuk-visually-hidden"> about {item.name}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Clay is for a promise not kept, which is ours; nobody's name stands beside it for what they need. */
function When({ item, today }: { item: CalendarItem; today: Day }) {
  const when = whenInWords(item, today);
  if (item.by >= today) return <span>{when}</span>;
  return item.kind === 'promise' ? <span class="app-late">{when}</span> : <b>{when}</b>;
}

function More({ shown, inAll }: { shown: number; inAll: number }) {
  if (inAll <= shown) return null;
  return (
    <p>
      These {shown} have waited longest, and {inAll - shown} more are past their day.
    </p>
  );
}

function weekInWords(monday: Day, today: Day): string {
  if (monday <= today && today < addDays(monday, 7)) return 'This week';
  if (addDays(monday, -7) <= today && today < monday) return 'Next week';
  return `The week of ${nearDate(monday, today)}`;
}
