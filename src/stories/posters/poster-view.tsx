import { QrCode } from '../../access/links/qr-view.tsx';
import { ShortAddress } from '../../community/public/short-address-view.tsx';
import type { Day } from '../../platform/clock.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { Paragraphs } from '../told-story.tsx';
import { type Poster, storyAddress } from './poster.ts';

export interface PosterSheetProps {
  poster: Poster;
  origin: string;
  councilSlug: string;
  today: Day;
}

/** One side of A4, black on white: somebody's words, large; whose they are as they wish; and how to read on, by camera or by hand. */
export function PosterSheet({ poster, origin, councilSlug, today }: PosterSheetProps) {
  const { title, words, name, untilOn, short } = poster;
  const address = storyAddress({ origin, councilSlug, short });
  return (
    <article class={words.length > 400 ? 'app-poster' : 'app-poster app-poster--few'}>
      <h2>{title}</h2>
      <div class="app-poster-words">
        <Paragraphs text={words} />
        {name ? <p class="app-poster-name">{name}</p> : null}
      </div>
      <div class="app-poster-way">
        <QrCode address={address} label="The same address, for a telephone’s camera" />
        <p>
          Read on, and read others:
          <br />
          <b>
            <ShortAddress address={address} />
          </b>
        </p>
      </div>
      <p class="app-poster-foot">
        Printed {longDate(today)}. It was agreed that this hangs until {longDate(untilOn)}; please take it
        down then. Whoever told it may take their story down at any time, and the address then says so.
      </p>
    </article>
  );
}
