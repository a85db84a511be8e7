import type { Day } from '../../platform/clock.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import { Page } from '../../platform/ui/page.tsx';
import type { Poster } from './poster.ts';
import { PosterSheet } from './poster-view.tsx';

export interface PosterValue {
  poster: Poster;
  councilSlug: string;
  today: Day;
  /** Where it was asked for. */
  back: string;
}

export function PosterPage({ poster, councilSlug, today, back }: PosterValue, frame: Frame) {
  return (
    <Page title="A poster to print" frame={frame} section="Stories">
      <div class="app-poster-around">
        <h1>A poster to print</h1>
        <p>
          One side of A4. Print this page from your browser’s menu. What is printed cannot be called back.
        </p>
        <p>
          <a href={back}>Back</a>
        </p>
      </div>
      <PosterSheet poster={poster} origin={frame.origin ?? ''} councilSlug={councilSlug} today={today} />
    </Page>
  );
}
