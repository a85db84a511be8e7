import type { Identity } from '../../people/person.ts';
import { nameFor } from '../../people/person.ts';
import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { cameBack, errorOf, Form, valueOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Select } from '../../platform/ui/govuk/select.tsx';
import { Page } from '../../platform/ui/page.tsx';
import { Paged } from '../../platform/ui/telling.tsx';
import type { FinderAsked } from '../community.forms.ts';
import { weekdayInWords, weekdays } from '../weekdays.ts';
import type { ListingCard } from './card.ts';
import { Card } from './card-view.tsx';
import { freshDays } from './freshness.ts';

export interface FinderValue {
  asked: FinderAsked;
  /** Where we looked near, when it was not typed: the person's own half postcode. */
  near: string;
  found: ListingCard[];
  fresh: number;
  older: number;
  pages: number;
  isPlaceKnown: boolean;
  /** Words read differently from how they were typed. */
  read: { typed: string; read: string }[];
  person: Identity | null;
  maySeeFeeds: boolean;
  today: Day;
}

/** Good ideas near somebody that are really on: ordinary words, a place, and what has been checked. */
export function FinderPage(value: FinderValue, frame: Frame, again?: Again) {
  const { asked, found, person, pages, today } = value;
  return (
    <Page title="Community" frame={frame} section="Community" again={again}>
      <h1>{person ? `Something nearby for ${nameFor(person)}` : 'Something nearby'}</h1>
      <SearchForm value={value} />
      <p role="status">{countInWords(value)}</p>
      <OlderLink value={value} />
      <Paged page={asked.page} pages={pages} href={(page) => addressOf(value, { page })}>
        <ul class="app-found">
          {found.map((card) => (
            <li key={card.listingId}>
              <Card card={card} today={today} href={listingHref(card.listingId, person)}>
                {person ? <IntroduceLink card={card} person={person} /> : null}
              </Card>
            </li>
          ))}
        </ul>
      </Paged>
      <GapForm value={value} frame={frame} again={cameBack(again, 'words')} />
      {value.maySeeFeeds ? (
        <p>
          <a href="/community/feeds">Directories we read from, and what was found in them</a>
        </p>
      ) : null}
    </Page>
  );
}

function SearchForm({ value: { asked, near, person } }: { value: FinderValue }) {
  return (
    <form class="app-search" method="get" action="/community" aria-label="Find something nearby">
      <Input
        name="q"
        label="What would be good?"
        hint="In ordinary words: somewhere to sing"
        value={asked.q ?? ''}
      />
      <Input name="near" label="Near" hint="A postcode, half of one, or a town" value={near} />
      <Select
        name="day"
        label="On"
        items={[
          { value: '', text: 'Any day' },
          ...weekdays.map((day) => ({ value: day, text: weekdayInWords[day] })),
        ]}
        value={asked.day}
      />
      {person ? <input type="hidden" name="person" value={person.personId} /> : null}
      <Button>Look</Button>
    </form>
  );
}

function countInWords({ asked, fresh, older, near, isPlaceKnown, read }: FinderValue): string {
  const what = fresh === 1 ? 'One listing' : `${fresh === 0 ? 'No' : fresh} listings`;
  const counted = `${what} checked in the last ${freshDays} days${asked.older ? `, and ${older} older` : ''}.`;
  const slips = read.map((slip) => ` “${slip.typed}” was read as “${slip.read}”.`);
  const place =
    near && !isPlaceKnown ? ` We do not know where ${near} is, so nothing is sorted by distance.` : '';
  return `${counted}${slips.join('')}${place}`;
}

function OlderLink({ value }: { value: FinderValue }) {
  const { asked, older, fresh } = value;
  if (older === 0) return null;
  if (asked.older)
    return (
      <p>
        Those not checked for longer come last: ring before you go.{' '}
        <a href={addressOf(value, { older: false })}>Hide them</a>
      </p>
    );
  return (
    <p>
      <a href={addressOf(value, { older: true })}>
        {fresh === 0 ? 'Show' : 'Also show'} {older} older {older === 1 ? 'one' : 'ones'}, ring first
      </a>
    </p>
  );
}

function IntroduceLink({ card, person }: { card: ListingCard; person: Identity }) {
  return (
    <p>
      <a href={`/people/${person.personId}/introductions/new?listing=${card.listingId}`}>
        Introduce {nameFor(person)}
        <span class="govuk-visually-hidden"> to {card.name}</span>
      </a>
    </p>
  );
}

/** Asked for and not there: what is missing is worth as much as what is there. */
function GapForm({ value, frame, again }: { value: FinderValue; frame: Frame; again: Again | undefined }) {
  const { asked, near, person } = value;
  return (
    <details class="govuk-details" open={again !== undefined}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">It is not there</span>
      </summary>
      <div class="govuk-details__text">
        <Form action="/community/gaps" frame={frame}>
          <Input
            name="words"
            id="words"
            label="What was asked for and is not there?"
            value={valueOf(again, 'words', asked.q ?? '')}
            error={errorOf(again, 'words')}
          />
          <Input
            name="place"
            label="Where?"
            value={valueOf(again, 'place', near)}
            error={errorOf(again, 'place')}
          />
          {person ? <input type="hidden" name="person" value={person.personId} /> : null}
          <Button class="govuk-button--secondary">Write it down</Button>
        </Form>
      </div>
    </details>
  );
}

const listingHref = (id: string, person: Identity | null): string =>
  `/community/${id}${person ? `?person=${person.personId}` : ''}`;

/** This search again, with something changed. */
function addressOf({ asked, near }: FinderValue, change: { page?: number; older?: boolean }): string {
  const isOlder = change.older ?? asked.older !== undefined;
  const parts = {
    q: asked.q,
    near,
    day: asked.day,
    person: asked.person,
    older: isOlder ? 'yes' : undefined,
  };
  const query = new URLSearchParams();
  for (const [name, part] of Object.entries(parts)) if (part) query.set(name, part);
  if (change.page && change.page > 1) query.set('page', String(change.page));
  return `/community?${query}`;
}
