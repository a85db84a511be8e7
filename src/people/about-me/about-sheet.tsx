import type { Day } from '../../platform/clock.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { type OnePage, pointsFor } from './about-me.ts';

/** What a sheet says besides the person's own words. */
export interface SheetWords {
  aboutMe: string;
  headingOf: (heading: string) => string;
  day: (day: Day) => string;
  written: (day: string) => string;
  helped: (names: string) => string;
  photograph: (name: string) => string;
}

export const sheetWords: SheetWords = {
  aboutMe: 'About me',
  headingOf: (heading) => heading,
  day: longDate,
  written: (day) => `My words, ${day}.`,
  helped: (names) => `${names} helped me write it.`,
  photograph: (name) => `A photograph of ${name}`,
};

interface SheetProps {
  page: OnePage;
  words?: SheetWords;
  isLarge: boolean;
  /** Where the photograph is, when it was ticked. */
  photograph: string | null;
}

/** One side of A4 about somebody, as they say it; two at most in large print. */
export function AboutSheet({ page, words = sheetWords, isLarge, photograph }: SheetProps) {
  const points = pointsFor(page, isLarge);
  return (
    <article class={`app-one-page app-one-page--${points}`}>
      {photograph ? (
        <img class="app-one-photograph" src={photograph} alt={words.photograph(page.name)} />
      ) : null}
      <h2>{page.name}</h2>
      <p>
        {words.aboutMe}.{page.saidOn ? ` ${words.written(words.day(page.saidOn))}` : ''}
        {page.helpedBy.length ? ` ${words.helped(page.helpedBy.join(', '))}` : ''}
      </p>
      {page.sections.map((section) => (
        <section>
          <h3>{words.headingOf(section.heading)}</h3>
          <p>{section.words}</p>
        </section>
      ))}
    </article>
  );
}
