import { type Identity, nameFor } from '../people/person.ts';
import { type Day, dayOf } from '../platform/clock.ts';
import type { Again } from '../platform/http/routes.ts';
import { longDate, nearDate } from '../platform/ui/dates.ts';
import type { Frame } from '../platform/ui/frame.ts';
import { InsetText } from '../platform/ui/govuk/blocks.tsx';
import { Button } from '../platform/ui/govuk/button.tsx';
import { SummaryList } from '../platform/ui/govuk/summary-list.tsx';
import { Page } from '../platform/ui/page.tsx';
import { capitalised, type ListingCard } from './finder/card.ts';
import { AskFor } from './finder/card-view.tsx';
import { KnownForm, RestForms, TellForms } from './listing-forms-view.tsx';
import type { OurAdditions } from './listing-kept.ts';
import type { ListingShown } from './listings.store.ts';

export interface ListingValue extends OurAdditions {
  card: ListingCard;
  description: string | null;
  website: string | null;
  email: string | null;
  audiences: string[];
  howToJoin: string[];
  languages: string[];
  state: ListingShown['state'];
  stateWhy: string | null;
  stateSince: Day | null;
  version: number;
  concerns: { words: string; toldBy: string; toldAt: Date }[];
  person: Identity | null;
  mayRest: boolean;
  today: Day;
}

/** One group, service or activity: what it is like, when, where, who to ask for, and whether it is still right. */
export function ListingPage(value: ListingValue, frame: Frame, again?: Again) {
  const { card, description, person } = value;
  return (
    <Page title="A group" frame={frame} section="Community" again={again}>
      <h1>{card.name}</h1>
      <Notices value={value} />
      {card.like && card.like !== description ? <p class="govuk-body-l">{card.like}</p> : null}
      {card.likeBy ? <p class="app-by">{card.likeBy}</p> : null}
      <SummaryList rows={rowsOf(value)} />
      <AskFor card={card} />
      {person ? (
        <p>
          <Button href={`/people/${person.personId}/introductions/new?listing=${card.listingId}`}>
            Introduce {nameFor(person)}
          </Button>
        </p>
      ) : null}
      {description ? <Description text={description} /> : null}
      <p>
        <b>{capitalised(card.checking)}</b>
        {card.sourceName ? `. Read from ${card.sourceName}.` : '.'}
      </p>
      <TellForms listingId={card.listingId} frame={frame} again={again} />
      <KnownForm
        listingId={card.listingId}
        known={value}
        version={value.version}
        frame={frame}
        again={again}
      />
      {value.mayRest ? (
        <RestForms listingId={card.listingId} state={value.state} frame={frame} again={again} />
      ) : null}
    </Page>
  );
}

function Notices({ value: { state, stateWhy, stateSince, card, concerns } }: { value: ListingValue }) {
  return (
    <>
      {state === 'listed' ? null : (
        <InsetText>
          {state === 'resting' ? 'Resting' : 'Hidden'} since {stateSince ? longDate(stateSince) : 'some time'}
          : {stateWhy}
        </InsetText>
      )}
      {card.notice ? <InsetText>{card.notice}</InsetText> : null}
      {concerns.map((concern) => (
        <InsetText key={concern.words}>
          {concern.toldBy} told us on {longDate(dayOf(concern.toldAt))} that something is wrong:{' '}
          {concern.words}
        </InsetText>
      ))}
    </>
  );
}

function rowsOf({ card, website, email, audiences, howToJoin, languages, today }: ListingValue) {
  const row = (key: string, value: string | null | undefined) => (value ? { key, value } : undefined);
  return [
    row('Next on', card.nextOn.map((day) => nearDate(day, today)).join(', ')),
    row('When', card.when.join('; ')),
    row('Where', card.where),
    row('Cost', card.cost ?? 'Nobody has said'),
    row('Getting in', card.access.join('; ') || 'Ask about steps, toilets, hearing and quiet'),
    row('Room', card.room),
    row('Somebody to go with', card.canGoWith),
    row('For', audiences.join(', ')),
    row('Joining', howToJoin.join('; ')),
    row('Languages', languages.join(', ')),
    website
      ? {
          key: 'Website',
          value: (
            <a href={website} rel="noreferrer">
              {website}
            </a>
          ),
        }
      : undefined,
    email ? { key: 'Email', value: <a href={`mailto:${email}`}>{email}</a> } : undefined,
  ];
}

function Description({ text }: { text: string }) {
  return (
    <>
      {text.split(/\n\s*\n/).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </>
  );
}
