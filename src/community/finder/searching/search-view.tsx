import { Button } from '../../../platform/ui/govuk/button.tsx';
import { Input } from '../../../platform/ui/govuk/input.tsx';
import { Select } from '../../../platform/ui/govuk/select.tsx';
import { weekdayInWords, weekdays } from '../../weekdays.ts';
import { freshDays } from '../freshness.ts';
import { MoreFilters, wishesInWords } from './filters-view.tsx';
import type { FinderValue } from './finder.pages.tsx';

/** What is looked for: words and a place first, the rest folded, and a button at both ends. */
export function SearchForm({ value }: { value: FinderValue }) {
  const { asked, near, person, base } = value;
  return (
    <form method="get" action={base} aria-label="Find something nearby">
      <div class="app-search">
        <Input
          name="q"
          label="What would be good?"
          hint="In ordinary words: somewhere to sing"
          value={asked.q ?? ''}
        />
        <Input name="near" label="Near" hint="A postcode, half of one, or a town" value={near} />
        <Select
          name="day"
          label="On"
          items={[
            { value: '', text: 'Any day' },
            ...weekdays.map((day) => ({ value: day, text: weekdayInWords[day] })),
          ]}
          value={asked.day}
        />
        {person ? <input type="hidden" name="person" value={person.personId} /> : null}
        <Button>Look</Button>
      </div>
      <MoreFilters asked={asked} />
    </form>
  );
}

/** @example '3 listings checked in the last 90 days.' */
export function countInWords(value: FinderValue): string {
  const { asked, near, isPlaceKnown, read } = value;
  const wishes = wishesInWords(asked);
  const kept = wishes.length ? ` Kept to: ${wishes.join(', ')}.` : '';
  const slips = read.map((slip) => ` “${slip.typed}” was read as “${slip.read}”.`);
  const place =
    near && !isPlaceKnown ? ` We do not know where ${near} is, so nothing is sorted by distance.` : '';
  return `${howMany(value)}${kept}${slips.join('')}${place}`;
}

/** How many there are; of very many only the likeliest were counted, and it says so. */
function howMany({ asked, fresh, older, isMany, near, isPlaceKnown }: FinderValue): string {
  if (isMany) {
    const which = near && isPlaceKnown ? 'nearest' : 'most lately checked';
    return `The ${which} ${fresh + (asked.older ? older : 0)} of many. Another word or two finds fewer.`;
  }
  const what = fresh === 1 ? 'One listing' : `${fresh === 0 ? 'No' : fresh} listings`;
  return `${what} checked in the last ${freshDays} days${asked.older ? `, and ${older} older` : ''}.`;
}

/** What is kept out of sight, counted, with the way to see it. */
export function AlsoLinks({ value }: { value: FinderValue }) {
  return (
    <>
      <UnsaidLink value={value} />
      <OlderLink value={value} />
    </>
  );
}

function OlderLink({ value }: { value: FinderValue }) {
  const { asked, older, fresh, isMany } = value;
  if (older === 0) return null;
  if (asked.older)
    return (
      <p>
        Each says when it was last checked: ring before you go.{' '}
        <a href={addressOf(value, { older: false })}>Hide them</a>
      </p>
    );
  return (
    <p>
      <a href={addressOf(value, { older: true })}>
        {fresh === 0 ? 'Show' : 'Also show'} {isMany ? '' : `${older} `}older {older === 1 ? 'one' : 'ones'},
        ring first
      </a>
    </p>
  );
}

function UnsaidLink({ value }: { value: FinderValue }) {
  const { asked, unsaid, isMany } = value;
  if (unsaid === 0) return null;
  const isShown = asked.unsaid !== undefined;
  const many = `${isMany ? 'those' : unsaid} that ${unsaid === 1 ? 'does' : 'do'} not say whether ${unsaid === 1 ? 'it fits' : 'they fit'}`;
  return (
    <p>
      <a href={addressOf(value, { unsaid: !isShown })}>
        {isShown ? 'Hide' : 'Also show'} {many}
      </a>
    </p>
  );
}

/** This search again, with something changed. */
export function addressOf(
  { asked, near, base }: FinderValue,
  change: { page?: number; older?: boolean; unsaid?: boolean },
): string {
  const { page: _, older, unsaid, ...filters } = asked;
  const shown = {
    older: change.older ?? older !== undefined,
    unsaid: change.unsaid ?? unsaid !== undefined,
  };
  const also = { older: shown.older ? 'yes' : '', unsaid: shown.unsaid ? 'yes' : '' };
  const query = new URLSearchParams();
  for (const [name, part] of Object.entries({ ...filters, near, ...also }))
    for (const one of [part ?? []].flat()) if (one !== '') query.append(name, String(one));
  if (change.page && change.page > 1) query.set('page', String(change.page));
  return `${base}?${query}`;
}
