import type { Again } from '../../platform/http/routes.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import type { Own } from '../frame/own.ts';
import { OwnPage } from '../frame/own-page.tsx';

/** Only how the page reads, which every page has at its foot. */
export function ReadingPage({ own }: { own: Own }, frame: Frame, again?: Again) {
  return (
    <OwnPage own={own} place="now" heading={own.words.reading.easier} frame={frame} again={again}>
      {again ? <p>{own.words.reading.problem}</p> : null}
    </OwnPage>
  );
}
