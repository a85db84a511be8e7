import type { ListingParticulars, PlaceKept } from '../../listing-kept.ts';
import type { Sayable } from '../../said/sayable.ts';
import { type Change, costsOf, type GroupSays, placesWith, type Subject, schedulesOf } from './group-says.ts';

/** What a group says, as the fields of a listing that changed and no others: what it left alone stays its source's. */
export function sayableFrom(
  now: GroupSays,
  changes: readonly Change[],
  held: { particulars: ListingParticulars; places: readonly PlaceKept[] },
): Partial<Sayable> {
  const changed = new Set(changes.map(({ subject }) => subject));
  const said: Partial<Record<Subject, Partial<Sayable>>> = {
    name: { name: now.name },
    summary: { summary: now.summary },
    description: { description: now.description },
    when: { schedules: schedulesOf(now) },
    where: { places: placesWith(held.places, now) },
    phone: { phones: phonesWith(held.particulars, now) },
    email: { email: now.email },
    website: { website: now.website },
    cost: { costs: costsOf(now.cost) },
    access: { accessibility: now.access },
    languages: { languages: now.languages },
    whoToAskFor: { whoToAskFor: now.whoToAskFor },
    canGoWith: { canGoWith: now.canGoWith },
    room: { room: now.room },
  };
  return Object.assign({}, ...[...changed].map((subject) => said[subject] ?? {}));
}

function phonesWith(
  { phones: [first, ...others] }: ListingParticulars,
  { phone, isPhoneForAll }: Pick<GroupSays, 'phone' | 'isPhoneForAll'>,
): ListingParticulars['phones'] {
  if (!phone) return others;
  const label = first?.number === phone ? first.label : null;
  return [{ number: phone, label, mayBePersonal: !isPhoneForAll }, ...others];
}

/** The box on the page in which a field of the listing is typed. @example boxOf('places.0.postcode') // 'postcode' */
export function boxOf(field: string): string {
  const [top = '', , inner = ''] = field.split('.');
  if (top === 'places') return { name: 'venue', lines: 'address' }[inner] ?? (inner || 'venue');
  const boxes: Record<string, string> = {
    phones: 'phone',
    costs: 'cost',
    accessibility: 'access',
    schedules: 'days0',
  };
  return boxes[top] ?? top;
}
