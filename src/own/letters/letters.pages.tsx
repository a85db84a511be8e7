import {
  kindsInWords,
  type Layout,
  type Letter,
  type LetterKind,
  layouts,
} from '../../plans/letters/letter.ts';
import { LetterSheet } from '../../plans/letters/letter-view.tsx';
import type { LetterOfTheirs } from '../../plans/letters/letters.store.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import type { Own } from '../frame/own.ts';
import { OwnPage } from '../frame/own-page.tsx';
import { Idea } from '../reading/idea.tsx';

export interface OwnLetterValue {
  letter: Letter;
  layout: Layout;
  thing: string;
}

const addressOf = ({ base }: Own, of: LetterKind, thing: string): string =>
  `${base}/letters/${kindsInWords[of].place}/${thing}`;

/** Everything they may open, what is newest first. */
export function OwnLettersPage({ own, letters }: { own: Own; letters: LetterOfTheirs[] }, frame: Frame) {
  const { letters: words } = own.words;
  return (
    <OwnPage own={own} place="letters" frame={frame}>
      <Idea own={own} picture="letter">
        <p>{letters.length ? words.intro : words.none}</p>
      </Idea>
      <ul class="app-plain-list">
        {letters.map((letter) => (
          <li>
            <OneLetter own={own} letter={letter} />
          </li>
        ))}
      </ul>
      <Idea own={own} picture="phone">
        <p>{words.ask}</p>
      </Idea>
    </OwnPage>
  );
}

function OneLetter({ own, letter: { of, thingId, since, copies } }: { own: Own; letter: LetterOfTheirs }) {
  const { letters: words, dates } = own.words;
  const at = addressOf(own, of, thingId);
  const given = copies.find(({ isToPerson }) => isToPerson);
  return (
    <>
      <h2>
        <a href={at}>{words.kinds[of]}</a>
      </h2>
      <p>
        {since ? words.from(dates.day(since)) : ''}{' '}
        {given ? words.given(dates.day(given.sentOn)) : words.notGiven}
      </p>
      <p>
        <a href={`${at}/letter.pdf`}>
          {words.pdf}
          <span class="govuk-visually-hidden">: {words.kinds[of]}</span>
        </a>
      </p>
    </>
  );
}

/** One letter, in any of its layouts, to read here or keep. */
export function OwnLetterPage({ own, letter, layout, thing }: OwnLetterValue & { own: Own }, frame: Frame) {
  const { letters: words } = own.words;
  const at = addressOf(own, letter.kind, thing);
  return (
    <OwnPage own={own} place="letters" heading={words.kinds[letter.kind]} frame={frame}>
      <LetterSheet letter={letter} layout={layout} level={2} />
      <nav class="app-letter-around" aria-label={words.other}>
        <ul>
          <li>
            <a href={`${at}/letter.pdf?format=${layout}`}>{words.pdf}</a>
          </li>
          {layouts
            .filter((one) => one !== layout)
            .map((one) => (
              <li>
                <a href={`${at}?format=${one}`}>{words.ways[one]}</a>
              </li>
            ))}
          <li>
            <a href={`${own.base}/letters`}>{words.all}</a>
          </li>
        </ul>
      </nav>
      <p>{words.ask}</p>
    </OwnPage>
  );
}
