import type { Identity } from '../../../people/person.ts';
import { nameFor } from '../../../people/person.ts';
import type { Day } from '../../../platform/clock.ts';
import type { Again } from '../../../platform/http/routes.ts';
import { cameBack } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { Button } from '../../../platform/ui/govuk/button.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import { Paged } from '../../../platform/ui/telling.tsx';
import type { FinderAsked } from '../../community.forms.ts';
import type { EditorsWork } from '../../groups/editors-work.store.ts';
import { EditorsWorkList } from '../../groups/editors-work-view.tsx';
import { dialled, type ListingCard } from '../card.ts';
import { Card } from '../card-view.tsx';
import { GapForm } from './gap-view.tsx';
import { CommunityPlaces } from './places-view.tsx';
import { AlsoLinks, addressOf, countInWords, SearchForm } from './search-view.tsx';

export interface FinderValue {
  asked: FinderAsked;
  /** Where we looked near, when it was not typed: the person's own half postcode. */
  near: string;
  found: ListingCard[];
  fresh: number;
  older: number;
  /** Those that do not say whether they fit what was wished for. */
  unsaid: number;
  /** So many that only the likeliest were counted. */
  isMany: boolean;
  pages: number;
  isPlaceKnown: boolean;
  /** Words read differently from how they were typed. */
  read: { typed: string; read: string }[];
  /** Where the finder stands: `/community` for colleagues, `/at/saltbeck/nearby` for whoever comes. */
  base: string;
  isPublic: boolean;
  person: Identity | null;
  maySeeFeeds: boolean;
  /** Where stories hang that everybody may read, when there are any. */
  storiesAt?: string | null;
  /** What waits for the directory's editor. */
  work?: EditorsWork | null;
  today: Day;
}

/** Good ideas near somebody that are really on: ordinary words, a place, and what has been checked. */
export function FinderPage(value: FinderValue, frame: Frame, again?: Again) {
  const { person, isPublic, work } = value;
  const isBegin = !value.asked.q && !value.near && value.asked.page === 1;
  return (
    <Page
      title={isPublic ? 'Something nearby' : 'Community'}
      frame={frame}
      section="Community"
      above={isPublic || person ? undefined : <CommunityPlaces isEditor={value.maySeeFeeds} />}
      again={again}
    >
      <h1>{person ? `Something nearby for ${nameFor(person)}` : 'Something nearby'}</h1>
      {work && isBegin ? <EditorsWorkList work={work} /> : null}
      <SearchForm value={value} />
      <p role="status">{countInWords(value)}</p>
      <AlsoLinks value={value} />
      <Found value={value} />
      <GapForm value={value} frame={frame} again={cameBack(again, 'words')} />
      {work && !isBegin ? <EditorsWorkList work={work} /> : null}
      {isPublic ? <MoreForAll frame={frame} base={value.base} storiesAt={value.storiesAt ?? null} /> : null}
    </Page>
  );
}

/** What else whoever comes can do: tell of a group, look after one, show the search elsewhere. */
function MoreForAll({
  frame: { home = '', phone, councilName },
  base,
  storiesAt,
}: { frame: Frame } & Pick<FinderValue, 'base' | 'storiesAt'>) {
  return (
    <>
      <h2>More you can do</h2>
      <ul>
        {phone ? (
          <li>
            Ask somebody instead: ring {councilName} on <a href={dialled(phone)}>{phone}</a>
          </li>
        ) : null}
        <li>
          <a href={`${home}/me`}>Open your own page, if you have a letter from us</a>
        </li>
        <li>
          <a href={`${home}/suggestions/new`}>Tell us about something that is missing here</a>
        </li>
        <li>
          <a href={`${home}/user-led`}>See what is run by the people it is for</a>
        </li>
        {storiesAt ? (
          <li>
            <a href={storiesAt}>Read stories people here chose to tell</a>
          </li>
        ) : null}
        <li>
          <a href={`${base}/for-your-site`}>Show this search on your own website</a>
        </li>
      </ul>
    </>
  );
}

/** What was found; any of it can be ticked and printed on slips to take along. */
function Found({ value }: { value: FinderValue }) {
  const { asked, found, person, pages, today, base } = value;
  if (found.length === 0) return null;
  return (
    <Paged page={asked.page} pages={pages} href={(page) => addressOf(value, { page })}>
      <form method="get" action={`${base}/slips`} aria-label="Slips to print">
        <ul class="app-found">
          {found.map((card) => (
            <li key={card.listingId}>
              <Card card={card} today={today} href={listingHref(value, card.listingId)}>
                {person ? <IntroduceLink card={card} person={person} /> : null}
                <OnASlip card={card} />
              </Card>
            </li>
          ))}
        </ul>
        <Button class="govuk-button--secondary">Make slips of those ticked</Button>
      </form>
    </Paged>
  );
}

function OnASlip({ card: { listingId, name } }: { card: ListingCard }) {
  const id = `slip-${listingId}`;
  return (
    <div class="govuk-checkboxes govuk-checkboxes--small">
      <div class="govuk-checkboxes__item">
        <input class="govuk-checkboxes__input" type="checkbox" id={id} name="ids" value={listingId} />
        <label class="govuk-label govuk-checkboxes__label" for={id}>
          Put on a slip to print<span class="govuk-visually-hidden">: {name}</span>
        </label>
      </div>
    </div>
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

const listingHref = ({ base, person }: FinderValue, id: string): string =>
  `${base}/${id}${person ? `?person=${person.personId}` : ''}`;
