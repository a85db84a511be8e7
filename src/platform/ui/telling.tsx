import type { ComponentChildren } from 'preact';
import type { Day } from '../clock.ts';
import { momentOf, weekdayDate } from './dates.ts';

/** A day, or a day and time: `<When on="2026-11-17" />`, `<When at={madeAt} />`. */
export function When(props: { on: Day } | { at: Date }) {
  if ('on' in props) return <time dateTime={props.on}>{weekdayDate(props.on)}</time>;
  return <time dateTime={props.at.toISOString()}>{momentOf(props.at)}</time>;
}

/** A rare number, large and in a sentence: `<BigNumber number="1 day">from Carol’s call to …</BigNumber>`. */
export function BigNumber({ number, children }: { number: string; children: ComponentChildren }) {
  return (
    <p class="app-number">
      <b>{number}</b> {children}
    </p>
  );
}

/** One matter beside the story. */
export function Aside({ heading, children }: { heading?: string; children: ComponentChildren }) {
  return (
    <section class="app-aside">
      {heading && <h2>{heading}</h2>}
      {children}
    </section>
  );
}

export interface EntryProps {
  id?: string | undefined;
  title: ComponentChildren;
  /** When, and who with: "Tuesday 17 November 2026, 2:30pm · Rowan with Wilf". */
  when: ComponentChildren;
  children?: ComponentChildren;
}

/** One thing that happened, as a card on the page. */
export function Entry({ id, title, when, children }: EntryProps) {
  return (
    <article class="app-entry" id={id}>
      <h3>{title}</h3>
      <p class="app-when">{when}</p>
      {children}
    </article>
  );
}

export { Paged } from './govuk/paged.tsx';
