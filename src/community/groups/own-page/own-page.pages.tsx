import type { Day } from '../../../platform/clock.ts';
import type { Again } from '../../../platform/http/routes.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import { cameBack, Form } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { Details, InsetText } from '../../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../../platform/ui/govuk/button.tsx';
import { Radios } from '../../../platform/ui/govuk/choices.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import { When } from '../../../platform/ui/telling.tsx';
import { StillRight } from '../../asking/asking-view.tsx';
import type { AskingShown } from '../../asking/standing.store.ts';
import { capitalised, type ListingCard } from '../../finder/card.ts';
import { Card } from '../../finder/card-view.tsx';
import type { WaitingForGroup } from '../../introductions/for-the-group.store.ts';
import { ForTheGroup, HowManyYouWelcome } from '../../introductions/for-the-group.tsx';
import { type UserLed, userLedInWords } from '../user-led/user-led.ts';
import type { GroupMatters, LastChange } from './own-page.store.ts';
import { Needs, Thanks } from './own-page-view.tsx';

export interface OwnPageValue extends GroupMatters {
  kind: 'listing';
  code: string;
  listingId: string;
  name: string;
  /** What its public address ends in. */
  short: string;
  /** As anybody sees it; null while it is not shown to others. */
  card: ListingCard | null;
  /** Why it is not shown, when it is not. */
  notShown: string | null;
  checking: string;
  /** "Is this still right?", and how it stands. */
  asking: AskingShown;
  /** What neighbours looked for and did not find, in the words of our own lists. */
  missed: readonly string[];
  today: Day;
  /** How many came from introductions, and still come, in words that point at nobody (E10). */
  came: string | null;
  stillCome: string;
  /** What the group is asked by those who introduce people: only what each person said yes to (W2). */
  waiting: WaitingForGroup;
  userLed: UserLed;
}

/** A group's own page: how it looks to others, and everything that keeps it right in half a minute. */
export function OwnPage(value: OwnPageValue, frame: Frame, again?: Again) {
  const { name, code, lastChange, waiting, today } = value;
  return (
    <Page title="Your group’s page" frame={frame} again={again}>
      <h1>{name}</h1>
      <StillRight code={code} asking={value.asking} frame={frame} again={again} />
      <ForTheGroup code={code} waiting={waiting} today={today} frame={frame} again={again} />
      {lastChange ? <LastChanged change={lastChange} code={code} frame={frame} /> : null}
      <Looks value={value} frame={frame} />
      <Came value={value} frame={frame} again={again} />
      <Needs code={code} needs={value.needs} today={value.today} frame={frame} again={again} />
      <Missed missed={value.missed} />
      <Thanks value={value} frame={frame} again={again} />
      <WhoRunsIt code={code} userLed={value.userLed} frame={frame} />
      <p class="app-soft">
        Keep this page’s address to yourselves: whoever has it can change what is written here, and nothing
        else. If it went astray, ask us for a new one and the old one stops.
      </p>
    </Page>
  );
}

function LastChanged({ change, code, frame }: { change: LastChange; code: string; frame: Frame }) {
  return (
    <InsetText>
      <p>
        <b>
          Changed by {change.who}, <When at={change.madeAt} />
        </b>
      </p>
      <ul>
        {change.lines.map(({ subject, what, from, to }) => (
          <li key={subject}>
            {what}: {to} <span class="app-soft">(before: {from})</span>
          </li>
        ))}
      </ul>
      {change.mayBeUndone ? (
        <Form action={`/g/${code}/changes/${change.changeId}/undo`} frame={frame}>
          <Button class="govuk-button--secondary">Put it back as it was</Button>
        </Form>
      ) : null}
    </InsetText>
  );
}

function Looks({ value, frame }: { value: OwnPageValue; frame: Frame }) {
  const { card, code, today, short, notShown } = value;
  const href = `${frame.home ?? ''}/l/${short.slice(0, 4)}-${short.slice(4)}`;
  return (
    <section>
      <h2>How you look to others</h2>
      {card ? (
        <div class="app-entry">
          <Card card={card} today={today} href={href} level={3} />
        </div>
      ) : (
        <InsetText>{notShown}</InsetText>
      )}
      <p>{capitalised(value.checking)}.</p>
      <p>
        <Button class="govuk-button--secondary" href={`/g/${code}/change`}>
          Change something
        </Button>
      </p>
      <p>
        To print: <a href={`/g/${code}/poster`}>a poster</a> ·{' '}
        <a href={`/g/${code}/window-card`}>a card for the window</a>
      </p>
    </section>
  );
}

/** How many came, never as a number that points at anybody, and how many more are welcome. */
function Came({ value, frame, again }: { value: OwnPageValue; frame: Frame; again: Again | undefined }) {
  const { came, stillCome, code, waiting } = value;
  const back = cameBack(again, 'aMonth');
  return (
    <section>
      <h2>Who found you</h2>
      <p>
        {came
          ? `${capitalised(came)} came to you after being introduced through us; ${stillCome} still came a month later.`
          : 'Nobody yet came to you after being introduced through us.'}{' '}
        Many more may have found you by themselves.
      </p>
      <Details summary="How many new people can you welcome?" open={back !== undefined}>
        <HowManyYouWelcome code={code} waiting={waiting} frame={frame} again={back} />
      </Details>
    </section>
  );
}

function Missed({ missed }: { missed: readonly string[] }) {
  if (missed.length === 0) return null;
  return (
    <section>
      <h2>Looked for nearby and not found</h2>
      <p>Perhaps one of these is something you could begin, or do already and could say:</p>
      <ul>
        {missed.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </section>
  );
}

/** Run by the people it is for: the group's own to say, when the address is for all its organisation has. */
function WhoRunsIt({ code, userLed, frame }: { code: string; userLed: UserLed; frame: Frame }) {
  const choices = [
    { value: 'yes', label: 'Yes' },
    { value: 'no', label: 'No' },
  ];
  const now = userLed.isUserLed === null ? undefined : userLed.isUserLed ? 'yes' : 'no';
  return (
    <section>
      <h2>Who runs it</h2>
      <p>{userLedInWords(userLed)}.</p>
      {userLed.listings > 1 ? null : (
        <Form action={`/g/${code}/user-led`} frame={frame}>
          <Radios
            name="userLed"
            legend="Do the people it is for run it themselves?"
            hint="Disabled people, carers, people with the same experience"
            class="govuk-radios--inline"
            items={choices}
            value={now}
          />
          <Button class="govuk-button--secondary">Say so</Button>
        </Form>
      )}
    </section>
  );
}

/** @example restingInWords('resting', 'the group is away', '2026-11-01') */
export function restingInWords(state: string, why: string | null, since: Day | null): string {
  const how = state === 'hidden' ? 'Hidden' : 'Resting';
  return `${how}${since ? ` since ${longDate(since)}` : ''}: ${why ?? 'nobody has said why'}. Nobody else sees it now; nothing is lost.`;
}
