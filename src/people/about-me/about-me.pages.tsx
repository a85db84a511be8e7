import type { Day } from '../../platform/clock.ts';
import { longDate } from '../../platform/ui/dates.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Checkboxes, Radios } from '../../platform/ui/govuk/choices.tsx';
import { Page } from '../../platform/ui/page.tsx';
import { type Identity, nameFor, possessive } from '../person.ts';
import { PersonFrame } from '../person-frame.tsx';
import type { OnePage, Section } from './about-me.ts';
import { AboutSheet } from './about-sheet.tsx';

export interface AboutMeValue {
  identity: Identity;
  today: Day;
  sections: Section[];
  caring: Section[];
  photograph: string | null;
}

/** What somebody wants us to know about them, in their words: to read before meeting them, and to print. */
export function AboutMePage({ identity, today, sections, caring, photograph }: AboutMeValue, frame: Frame) {
  const name = nameFor(identity);
  const at = `/people/${identity.personId}`;
  const said = sections.filter(({ now }) => now);
  return (
    <PersonFrame identity={identity} today={today} here="around" frame={frame} title="About a person">
      <h2>
        About {name}, as {name} says it
      </h2>
      <p>
        Only {name} writes this, or you beside them, in their words:{' '}
        <a href={`${at}/together/about`}>read it together</a>.
      </p>
      {photograph ? (
        <img class="app-one-photograph" src={photograph} alt={`A photograph of ${name}`} />
      ) : null}
      {said.length ? <Said sections={said} /> : <p>Nothing is written here yet.</p>}
      {caring.length ? (
        <>
          <h2>Caring, as {name} says it</h2>
          <p>This is {possessive(name)} own. It is never on anybody else’s record.</p>
          <Said sections={caring} />
        </>
      ) : null}
      {said.length ? <ToPrint at={`${at}/about-me/print`} hasPhotograph={photograph !== null} /> : null}
    </PersonFrame>
  );
}

function Said({ sections }: { sections: readonly Section[] }) {
  return (
    <>
      {sections.map(({ key, heading, now, earlier }) => (
        <section key={key}>
          <h3>{heading}</h3>
          <blockquote class="app-own-words">{now?.words}</blockquote>
          <p class="app-soft">
            {now ? longDate(now.saidOn) : ''}
            {now?.writtenBy ? `, written down by ${now.writtenBy}` : ''}
            {earlier[0] ? `. Before, on ${longDate(earlier[0].saidOn)}: “${earlier[0].words}”` : ''}
          </p>
        </section>
      ))}
    </>
  );
}

function ToPrint({ at, hasPhotograph }: { at: string; hasPhotograph: boolean }) {
  return (
    <>
      <h2>One page to print</h2>
      <form method="get" action={at}>
        <Radios
          name="letters"
          legend="How big are the letters?"
          value="usual"
          items={[
            { value: 'usual', label: 'One side of A4' },
            { value: 'large', label: 'Large print, two sides at most' },
          ]}
        />
        {hasPhotograph ? (
          <Checkboxes
            name="photograph"
            items={[{ value: 'yes', label: 'With their photograph, if they like' }]}
          />
        ) : null}
        <Button class="govuk-button--secondary">See it as it prints</Button>
      </form>
    </>
  );
}

export interface AboutPrintValue {
  personId: string;
  page: OnePage;
  isLarge: boolean;
  photograph: string | null;
}

/** The page as it prints: press print. */
export function AboutPrintPage({ personId, ...sheet }: AboutPrintValue, frame: Frame) {
  return (
    <Page title="About a person, to print" frame={frame} section="People">
      <p class="app-letter-around">
        This is how it prints.{' '}
        <a href={`/people/${personId}/about-me`}>Back to what they say about themselves</a>
      </p>
      <h1 class="govuk-visually-hidden">About a person</h1>
      <AboutSheet {...sheet} />
    </Page>
  );
}
