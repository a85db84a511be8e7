import type { Frame } from '../../platform/ui/frame.ts';
import { Page } from '../../platform/ui/page.tsx';
import { kindsInWords, type Layout, type Letter } from './letter.ts';
import { LetterSheet } from './letter-view.tsx';

export interface LetterValue {
  letter: Letter;
  layout: Layout;
  /** The address of this letter. */
  at: string;
  personId: string;
}

/** A letter on a page to print: the same words as the PDF, whose it is and its day at the foot of every page. */
export function LetterPage({ letter, layout, at, personId }: LetterValue, frame: Frame) {
  return (
    <Page title={kindsInWords[letter.kind].title} frame={frame} section="People">
      <Around {...{ at, personId, layout }} />
      <LetterSheet letter={letter} layout={layout} />
    </Page>
  );
}

/** For whoever prints it; none of this is printed. */
function Around({ at, personId, layout }: Pick<LetterValue, 'at' | 'personId' | 'layout'>) {
  const others: [Layout, string][] = [
    ['standard', 'Standard print'],
    ['large-print', 'Large print'],
    ['easy-read', 'Easy Read layout'],
  ];
  return (
    <nav class="app-letter-around" aria-label="This letter">
      <p>Read it as they will, then print this page or the PDF. It is made from the record as it is today.</p>
      <ul>
        <li>
          <a href={`${at}/letter.pdf?format=${layout}`}>This as a PDF</a>
        </li>
        {others
          .filter(([value]) => value !== layout)
          .map(([value, text]) => (
            <li>
              <a href={`${at}?format=${value}`}>{text}</a>
            </li>
          ))}
        <li>
          <a href={`/people/${personId}/letters`}>All their letters</a>
        </li>
      </ul>
    </nav>
  );
}
