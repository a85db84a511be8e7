import { QrCode } from '../../access/links/qr-view.tsx';
import type { Day } from '../../platform/clock.ts';
import { longDate, nearDate } from '../../platform/ui/dates.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import { Page } from '../../platform/ui/page.tsx';
import { capitalised, type ListingCard } from '../finder/card.ts';
import { shortAddress } from './short-address.ts';
import { ShortAddress } from './short-address-view.tsx';

export interface SlipsValue {
  cards: ListingCard[];
  /** Where they were chosen. */
  base: string;
  councilSlug: string;
  today: Day;
}

/** Slips to take along, three to a sheet of paper. They hold nobody's name: whoever finds one learns nothing of anybody. */
export function SlipsPage({ cards, base, councilSlug, today }: SlipsValue, frame: Frame) {
  const many = cards.length === 1 ? 'One slip' : `${cards.length} slips`;
  return (
    <Page title="Slips to print" frame={frame} section="Community">
      <div class="app-slips-around">
        <h1>Slips to print</h1>
        <p role="status">
          {cards.length === 0
            ? 'Nothing was ticked yet.'
            : `${many}, three to a sheet. Print this page from your browser’s menu.`}
        </p>
        <p>
          <a href={base}>Back</a>
        </p>
      </div>
      <div class="app-slips">
        {cards.map((card) => (
          <Slip
            key={card.listingId}
            card={card}
            today={today}
            address={addressOf(card, councilSlug, frame)}
          />
        ))}
      </div>
    </Page>
  );
}

const addressOf = (card: ListingCard, councilSlug: string, { origin = '' }: Frame): string =>
  shortAddress({ origin, councilSlug, short: card.short ?? '' });

function Slip({ card, today, address }: { card: ListingCard; today: Day; address: string }) {
  return (
    <article class="app-slip">
      <div>
        <h2>{card.name}</h2>
        {card.notice ? (
          <p>
            <b>{card.notice}</b>
          </p>
        ) : null}
        {card.like ? <p>{cut(card.like)}</p> : null}
        <dl>
          {linesOf(card, today).map(([term, words]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div class="app-slip-way">
        <QrCode address={address} label="The same address, for a telephone’s camera" />
      </div>
      <p class="app-slip-address">
        More: <ShortAddress address={address} />
      </p>
      <p class="app-slip-foot">
        Printed {longDate(today)}. {capitalised(card.checking)}. You need not say who told you.
      </p>
    </article>
  );
}

function linesOf(card: ListingCard, today: Day): [string, string][] {
  const [next] = card.nextOn;
  const when = [next ? `next on ${nearDate(next, today)}` : '', card.nextWhen ?? card.when[0] ?? '']
    .filter(Boolean)
    .join('; ');
  const lines: [string, string | null][] = [
    ['When', capitalised(when)],
    ['Where', card.where],
    ['Ask for', card.whoToAskFor],
    ['Ring', card.phone],
    ['Cost', card.cost],
    ['Getting in', card.access.slice(0, 3).join('; ')],
  ];
  return lines.flatMap(([term, words]) => (words ? [[term, words] as [string, string]] : []));
}

/** So that three fit on a sheet. */
const longest = 140;
const cut = (text: string): string =>
  text.length <= longest ? text : `${text.slice(0, longest).replace(/\s+\S*$/, '')} …`;
