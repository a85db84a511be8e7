import type { ComponentChildren } from 'preact';
import type { Day } from '../../../platform/clock.ts';
import type { Again } from '../../../platform/http/routes.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import { Form } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { InsetText } from '../../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../../platform/ui/govuk/button.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import { When } from '../../../platform/ui/telling.tsx';
import { capitalised, type ListingCard } from '../../finder/card.ts';
import { Card } from '../../finder/card-view.tsx';
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
  /** What neighbours looked for and did not find, in the words of our own lists. */
  missed: readonly string[];
  today: Day;
  /** Pieces of other parts of the directory, each with forms of its own. */
  pieces: { asking: PieceOf; introductions: PieceOf };
}

/** A piece of the page made by another part; null when it has nothing to say. */
export type PieceOf = ((frame: Frame, again?: Again) => ComponentChildren) | null;

/** A group's own page: how it looks to others, and everything that keeps it right in half a minute. */
export function OwnPage(value: OwnPageValue, frame: Frame, again?: Again) {
  const { name, pieces, code, lastChange } = value;
  return (
    <Page title="Your group’s page" frame={frame} again={again}>
      <h1>{name}</h1>
      {pieces.asking?.(frame, again)}
      {lastChange ? <LastChanged change={lastChange} code={code} frame={frame} /> : null}
      <Looks value={value} frame={frame} />
      <Came value={value} />
      {pieces.introductions?.(frame, again)}
      <Needs code={code} needs={value.needs} today={value.today} frame={frame} again={again} />
      <Missed missed={value.missed} />
      <Thanks value={value} frame={frame} again={again} />
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
        <Button href={`/g/${code}/change`}>Change something</Button>
      </p>
      <p>
        To print: <a href={`/g/${code}/poster`}>a poster</a> ·{' '}
        <a href={`/g/${code}/window-card`}>a card for the window</a>
      </p>
    </section>
  );
}

/** How many came, never as a number that points at anybody (E10). */
function Came({ value: { came, stillGoing } }: { value: OwnPageValue }) {
  return (
    <section>
      <h2>Who found you</h2>
      <p>
        {came
          ? `${capitalised(came)} came to you after being introduced through us, and ${stillGoing} still come.`
          : 'Nobody yet came to you after being introduced through us.'}{' '}
        Many more may have found you by themselves.
      </p>
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

/** @example restingInWords('resting', 'the group is away', '2026-11-01') */
export function restingInWords(state: string, why: string | null, since: Day | null): string {
  const how = state === 'hidden' ? 'Hidden' : 'Resting';
  return `${how}${since ? ` since ${longDate(since)}` : ''}: ${why ?? 'nobody has said why'}. Nobody else sees it now; nothing is lost.`;
}
