import type { OnePage, Section } from '../../people/about-me/about-me.ts';
import { AboutSheet } from '../../people/about-me/about-sheet.tsx';
import type { Again } from '../../platform/http/routes.ts';
import { asked } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { BackLink } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Checkboxes, Radios } from '../../platform/ui/govuk/choices.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import type { Own } from '../frame/own.ts';
import { OwnForm, OwnPage } from '../frame/own-page.tsx';

export interface AboutValue {
  sections: Section[];
  page: OnePage;
  photograph: string | null;
  matters: Matters;
}

/** What matters to somebody, as we keep it with their name; a line of its own to share or to say something of. */
interface Matters {
  id: string;
  words: string | null;
}

/** Who I am, heading by heading, in my words. */
export function AboutPage(
  { own, sections, page, photograph, matters }: AboutValue & { own: Own },
  frame: Frame,
) {
  const { about } = own.words;
  return (
    <OwnPage own={own} place="about" frame={frame}>
      <p>
        {about.intro} {about.who}
      </p>
      <Photograph own={own} photograph={photograph} />
      <WhatMatters own={own} matters={matters} />
      {sections.map((section) => (
        <OneSection own={own} section={section} />
      ))}
      {page.sections.length ? <ToPrint own={own} hasPhotograph={photograph !== null} /> : null}
    </OwnPage>
  );
}

function Photograph({ own, photograph }: { own: Own; photograph: string | null }) {
  const words = own.words.about.photograph;
  return (
    <p>
      {photograph ? (
        <img
          class="app-one-photograph"
          src={`${own.base}${photograph}`}
          alt={own.words.about.sheet.photograph(own.name)}
        />
      ) : null}
      <a href={`${own.base}/about/photo`}>{photograph ? words.change : words.add}</a>
    </p>
  );
}

function WhatMatters({ own: { words, base }, matters: { id, words: kept } }: { own: Own; matters: Matters }) {
  const { about } = words;
  if (!kept) return null;
  return (
    <section>
      <h2>{about.matters}</h2>
      <blockquote class="app-own-words">{kept}</blockquote>
      <p class="app-soft">{about.mattersWhere}</p>
      <p class="app-line-actions">
        <a href={`${base}/say/matters/${id}`}>
          {words.talked.say}
          <span class="govuk-visually-hidden">: {about.matters}</span>
        </a>
        <a href={`${base}/share/matters/${id}`}>
          {about.share}
          <span class="govuk-visually-hidden">: {about.matters}</span>
        </a>
      </p>
    </section>
  );
}

function OneSection({ own, section }: { own: Own; section: Section }) {
  const { words, base } = own;
  const { now, earlier, heading, key, asks } = section;
  const name = words.about.headingOf(heading);
  return (
    <section>
      <h2>{name}</h2>
      {now ? (
        <>
          <blockquote class="app-own-words">{now.words}</blockquote>
          <p class="app-soft">
            {words.about.writtenOn(words.dates.day(now.saidOn))}{' '}
            {now.writtenBy ? words.about.wroteDown(now.writtenBy) : null}
          </p>
        </>
      ) : (
        <p class="app-soft">{words.about.asks(asks)}</p>
      )}
      <p class="app-line-actions">
        <a href={`${base}/about/${key}`}>
          {now ? words.about.change : words.about.write}
          <span class="govuk-visually-hidden">: {name}</span>
        </a>
        {now ? (
          <a href={`${base}/share/about/${now.id}`}>
            {words.about.share}
            <span class="govuk-visually-hidden">: {name}</span>
          </a>
        ) : null}
      </p>
      {earlier[0] ? <Earlier own={own} section={section} /> : null}
    </section>
  );
}

/** What it said before: kept, and folded away. */
function Earlier({ own: { words }, section }: { own: Own; section: Section }) {
  return (
    <>
      {section.earlier.slice(0, 5).map((line, index) => {
        const until = (section.earlier[index - 1] ?? section.now)?.saidOn ?? line.saidOn;
        return (
          <details class="govuk-details">
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">{words.about.before(words.dates.day(until))}</span>
            </summary>
            <div class="govuk-details__text">{line.words}</div>
          </details>
        );
      })}
    </>
  );
}

function ToPrint({ own, hasPhotograph }: { own: Own; hasPhotograph: boolean }) {
  const { about } = own.words;
  return (
    <>
      <h2>{about.print}</h2>
      <form method="get" action={`${own.base}/about/print`}>
        <Radios
          name="letters"
          legend={about.letters}
          value="usual"
          items={[
            { value: 'usual', label: about.usual },
            { value: 'large', label: about.large },
          ]}
        />
        {hasPhotograph ? (
          <Checkboxes name="photograph" items={[{ value: 'yes', label: about.photograph.withIt }]} />
        ) : null}
        <Button class="govuk-button--secondary">{about.see}</Button>
      </form>
      <p class="app-line-actions">
        <a href={`${own.base}/about/print.pdf`}>{about.pdf}</a>
        <a href={`${own.base}/about/print.pdf?letters=large`}>{about.pdfLarge}</a>
      </p>
    </>
  );
}

export interface AboutHeadingValue {
  section: Section;
}

/** One heading, to write or change. */
export function AboutHeadingPage(
  { own, section }: AboutHeadingValue & { own: Own },
  frame: Frame,
  again?: Again,
) {
  const { about } = own.words;
  const heading = about.headingOf(section.heading);
  return (
    <OwnPage own={own} place="about" heading={heading} frame={frame} again={again}>
      <BackLink href={`${own.base}/about`}>{about.back}</BackLink>
      <OwnForm own={own} again={again} action={`/about/${section.key}`} frame={frame}>
        <input type="hidden" name="instead" value={section.now?.id ?? ''} />
        <Textarea
          {...asked(again, 'words', section.now?.words)}
          label={about.asks(section.asks)}
          hint={section.now ? `${about.hint} ${about.takeAway}` : about.hint}
          rows={6}
        />
        <Button>{about.save}</Button>
      </OwnForm>
    </OwnPage>
  );
}

export interface AboutPrintValue {
  page: OnePage;
  isLarge: boolean;
  photograph: string | null;
}

/** The page as it prints. */
export function AboutPrintPage({ own, photograph, ...sheet }: AboutPrintValue & { own: Own }, frame: Frame) {
  const { about } = own.words;
  return (
    <OwnPage own={own} place="about" frame={frame}>
      <p class="app-letter-around">
        {about.asItPrints} <a href={`${own.base}/about`}>{about.back}</a>
      </p>
      <AboutSheet
        {...sheet}
        words={{ ...about.sheet, day: own.words.dates.day }}
        photograph={photograph && `${own.base}${photograph}`}
      />
    </OwnPage>
  );
}
