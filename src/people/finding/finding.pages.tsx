import type { Day } from '../../platform/clock.ts';
import { longDate } from '../../platform/ui/dates.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Page } from '../../platform/ui/page.tsx';
import { When } from '../../platform/ui/telling.tsx';
import type { Found } from '../people.store.ts';
import { ageOn } from '../person.ts';

export interface PeopleValue {
  q: string;
  found: Found[];
  today: Day;
}

/** Find a known person in seconds, while talking. */
export function PeoplePage({ q, found, today }: PeopleValue, frame: Frame) {
  return (
    <Page title="People" frame={frame}>
      <h1>Find a person</h1>
      <SearchLine q={q} action="/people" />
      {q && found.length === 0 ? <p>Nobody here matches that.</p> : null}
      <FoundList found={found} today={today} href={(id) => `/people/${id}`} />
      <p>
        <a href={`/contacts/new${q ? `?q=${encodeURIComponent(q)}` : ''}`}>Somebody is getting in touch</a>
      </p>
    </Page>
  );
}

/** One line for a name in any order, a birth date, a phone, a postcode or an NHS number. */
export function SearchLine({ q, action, isQuiet = false }: { q: string; action: string; isQuiet?: boolean }) {
  return (
    <form class="app-search" method="get" action={action} aria-label="Find a person">
      <Input
        name="q"
        label="A name, in any order. Or a birth date, phone, postcode or NHS number"
        value={q}
        autoComplete="off"
        spellcheck={false}
      />
      <Button class={isQuiet ? 'govuk-button--secondary' : undefined}>Look</Button>
    </form>
  );
}

/** People who may be the one, each with what they told us before, so nobody tells their story twice. */
export function FoundList({
  found,
  today,
  href,
}: {
  found: Found[];
  today: Day;
  href: (id: string) => string;
}) {
  return (
    <ul class="app-found">
      {found.map((one) => (
        <li key={one.id}>
          <a href={href(one.id)}>{one.fullName}</a>
          <span class="app-soft"> {particulars(one, today)}</span>
          {one.lastWords && one.lastAt ? (
            <p class="app-last-words">
              <When at={one.lastAt} />:{' '}
              {one.lastWords.length > 160 ? `${one.lastWords.slice(0, 160)}…` : one.lastWords}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function particulars(one: Found, today: Day): string {
  return [
    one.knownAs ? `known as ${one.knownAs}` : null,
    one.bornOn ? `${ageOn(one.bornOn, today)}, born ${longDate(one.bornOn)}` : null,
    one.postcodeArea,
  ]
    .filter(Boolean)
    .join(' · ');
}
