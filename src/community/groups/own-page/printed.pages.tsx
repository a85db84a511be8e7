import { QrCode } from '../../../access/links/qr-view.tsx';
import type { Day } from '../../../platform/clock.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import type { Frame } from '../../../platform/ui/frame.ts';
import { Page } from '../../../platform/ui/page.tsx';
import { dialled, type ListingCard } from '../../finder/card.ts';
import { shortAddress } from '../../public/short-address.ts';
import { ShortAddress } from '../../public/short-address-view.tsx';

export interface PrintedValue {
  code: string;
  card: ListingCard;
  short: string;
  councilSlug: string;
  today: Day;
}

/** A poster: what, when, where, and a QR that leads to the times as they are today. */
export function PosterPage({ card, short, councilSlug, today }: PrintedValue, frame: Frame) {
  const address = shortAddress({ origin: frame.origin ?? '', councilSlug, short });
  return (
    <Page title="A poster" frame={frame}>
      <article class="app-copy app-copy--large">
        <h1>{card.name}</h1>
        {card.like ? <p>{card.like}</p> : null}
        {card.when.map((when) => (
          <p key={when}>
            <b>{when}</b>
          </p>
        ))}
        {card.where ? <p>{card.where}</p> : null}
        {card.cost ? <p>{card.cost}</p> : null}
        {card.canGoWith ? <p>{card.canGoWith}</p> : null}
        {card.phone ? (
          <p>
            {card.whoToAskFor ? `Ask for ${card.whoToAskFor}: ` : ''}
            <a href={dialled(card.phone)}>{card.phone}</a>
          </p>
        ) : null}
        <LiveTimes address={address} />
      </article>
      <p class="app-by">Printed {longDate(today)}. The times behind the square are always today’s.</p>
    </Page>
  );
}

/** A card for a window: the name, and where the times of today are. It says nothing that goes out of date. */
export function WindowCardPage({ card, short, councilSlug }: PrintedValue, frame: Frame) {
  const address = shortAddress({ origin: frame.origin ?? '', councilSlug, short });
  return (
    <Page title="A card for the window" frame={frame}>
      <article class="app-copy">
        <h1>{card.name}</h1>
        <p>Is it on this week? When, where, and who to ask for:</p>
        <LiveTimes address={address} />
      </article>
    </Page>
  );
}

/** A QR with the same address below it to be typed. */
export function LiveTimes({ address }: { address: string }) {
  return (
    <>
      <QrCode address={address} label="The same address, for a telephone’s camera" />
      <p>
        <b>
          <ShortAddress address={address} />
        </b>
      </p>
    </>
  );
}
