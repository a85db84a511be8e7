import type { Again } from '../../../platform/http/routes.ts';
import { asked, Form, Problems } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { Button } from '../../../platform/ui/govuk/button.tsx';
import { Radios } from '../../../platform/ui/govuk/choices.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import { When } from '../../../platform/ui/telling.tsx';
import type { CalendarFeed } from './feeds.store.ts';

export interface FeedsShown {
  feeds: CalendarFeed[];
  teams: { teamId: string; name: string }[];
}

/** An address for one's own calendar, which says what is due and names nobody. */
export function FeedsPage({ feeds, teams }: FeedsShown, frame: Frame, again?: Again) {
  return (
    <Page title="In your own calendar" frame={frame} again={again}>
      <p class="app-soft">
        <a href="/calendar">Calendar</a>
      </p>
      <h1>In your own calendar</h1>
      <p>
        What is due can stand in the calendar you carry with you. It says only what kind of thing it is, such
        as “Catch-up due”, and never whom it is about: a phone is not our house. Opening one asks you to sign
        in here.
      </p>
      <Problems again={again} said={frame.said} />
      <Form action="/calendar/feeds" frame={frame}>
        <Radios
          {...asked(again, 'whose', 'mine')}
          legend="Whose calendar?"
          items={[
            { value: 'mine', label: 'Mine' },
            ...teams.map(({ teamId, name }) => ({ value: teamId, label: `The ${name}’s` })),
          ]}
        />
        <p class="app-soft">
          The address is shown once. Whoever has it can read when things are due, so give it to nobody. A new
          one ends the one before.
        </p>
        <Button>Make an address</Button>
      </Form>
      <h2>Your addresses</h2>
      {feeds.length ? null : <p>You have none.</p>}
      <ul class="app-plain-list">
        {feeds.map((feed) => (
          <li key={feed.id}>
            <FeedLine feed={feed} frame={frame} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

function FeedLine({ feed, frame }: { feed: CalendarFeed; frame: Frame }) {
  const whose = feed.teamName ? `The ${feed.teamName}’s` : 'Your own';
  return (
    <Form action={`/calendar/feeds/${feed.id}/end`} frame={frame}>
      {whose}, made <When at={feed.madeAt} />.{' '}
      {feed.lastFetchedAt ? (
        <>
          Last read <When at={feed.lastFetchedAt} />.
        </>
      ) : (
        'Not read yet.'
      )}{' '}
      <button class="app-link-button" type="submit">
        End it<span class="govuk-visually-hidden">: {whose.toLowerCase()}</span>
      </button>
    </Form>
  );
}
