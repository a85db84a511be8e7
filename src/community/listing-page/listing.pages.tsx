import { type Identity, nameFor } from '../../people/person.ts';
import { type Day, dayOf } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import { InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { SummaryList } from '../../platform/ui/govuk/summary-list.tsx';
import { Page } from '../../platform/ui/page.tsx';
import { capitalised, dialled, type ListingCard } from '../finder/card.ts';
import { AskFor } from '../finder/card-view.tsx';
import type { OurAdditions } from '../listing-kept.ts';
import type { ListingShown } from '../listings.store.ts';
import { shortAddress } from '../public/short-address.ts';
import { ShortAddress } from '../public/short-address-view.tsx';
import { type SaidLine, WhoSaid } from '../said/said-view.tsx';
import { KnownForm, PublicForms, RestForms, TellForms } from './listing-forms-view.tsx';
import { rowsOf } from './particulars-view.tsx';
import { StandingForm, type Stands } from './standing-view.tsx';

export interface ListingValue extends OurAdditions {
  card: ListingCard;
  description: string | null;
  website: string | null;
  email: string | null;
  audiences: string[];
  howToJoin: string[];
  state: ListingShown['state'];
  stateWhy: string | null;
  stateSince: Day | null;
  version: number;
  concerns: { words: string; toldBy: string; toldAt: Date }[];
  /** Who said each field, where it was not simply its source. */
  said: readonly SaidLine[];
  sources: readonly string[];
  /** Whether it is paused or only for now, for the form that says so; null on the page open to all. */
  stands: Stands | null;
  person: Identity | null;
  mayRest: boolean;
  /** Where it stands: `/community` for colleagues, `/at/saltbeck/nearby` for whoever comes. */
  base: string;
  isPublic: boolean;
  councilSlug: string;
  today: Day;
}

/** One group, service or activity: what it is like, when, where, who to ask for, and whether it is still right. */
export function ListingPage(value: ListingValue, frame: Frame, again?: Again) {
  const { card, description, person, isPublic } = value;
  return (
    <Page title="A group" frame={frame} section="Community" again={again}>
      <h1>{card.name}</h1>
      <Notices value={value} />
      {card.like && card.like !== description ? <p class="govuk-body-l">{card.like}</p> : null}
      {card.likeBy ? <p class="app-by">{card.likeBy}</p> : null}
      <SummaryList rows={rowsOf(value)} />
      <AskFor card={card} />
      {isPublic && !card.phone ? <AskUs frame={frame} /> : null}
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
      <WhoSaid lines={value.said} sources={value.sources} />
      <ToTakeAlong value={value} frame={frame} />
      {isPublic ? (
        <>
          <p>
            <a href={value.base}>Look for something else nearby</a>
          </p>
          <PublicForms base={value.base} listingId={card.listingId} frame={frame} again={again} />
        </>
      ) : (
        <ForColleagues value={value} frame={frame} again={again} />
      )}
    </Page>
  );
}

/** Nobody gave a number for everybody: whoever cannot write asks us, and we ask them. */
function AskUs({ frame: { phone, councilName } }: { frame: Frame }) {
  if (!phone) return null;
  return (
    <p>
      They give no number of their own. Ring {councilName} on <a href={dialled(phone)}>{phone}</a>, and we ask
      them for you.
    </p>
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
          {capitalised(concern.toldBy)} told us on {longDate(dayOf(concern.toldAt))} that something is wrong:{' '}
          {concern.words}
        </InsetText>
      ))}
    </>
  );
}

/** A slip to print, and the address to read out on the telephone. */
function ToTakeAlong({ value, frame }: { value: ListingValue; frame: Frame }) {
  const { card, base, councilSlug, state } = value;
  if (state !== 'listed' || !card.short) return null;
  const address = shortAddress({ origin: frame.origin ?? '', councilSlug, short: card.short });
  return (
    <p>
      <a href={`${base}/slips?ids=${card.listingId}`}>A slip to print</a>
      {'. Its short address: '}
      <ShortAddress address={address} />
    </p>
  );
}

function ForColleagues({
  value,
  frame,
  again,
}: {
  value: ListingValue;
  frame: Frame;
  again: Again | undefined;
}) {
  const shared = { listingId: value.card.listingId, frame, again };
  return (
    <>
      <TellForms {...shared} />
      {value.stands ? <StandingForm {...shared} stands={value.stands} /> : null}
      <KnownForm {...shared} known={value} version={value.version} />
      {value.mayRest ? <RestForms {...shared} state={value.state} /> : null}
      <p>
        <a href={`/community/${value.card.listingId}/group-page`}>The group’s own page</a>
      </p>
    </>
  );
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
