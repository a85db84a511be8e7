import { mayNeedToStayHidden, withoutAddresses } from './feeds/records/withheld-place.ts';
import type { ListingPhone } from './listing.ts';
import type { ListingParticulars } from './listing-kept.ts';
import type { ListingRow } from './listings.store.ts';
import {
  labelWithoutName,
  mayBeOwnEmail,
  mayBeOwnNumber,
  withoutOwnContacts,
} from './open-referral/personal-contact.ts';

/** A listing as it is kept, with who said each field where it was not simply its source. */
export interface PublishableRow extends ListingRow {
  description: string | null;
  state: string;
  said: Readonly<Record<string, { by: string } | undefined>>;
}

/** What of a listing anybody may see, on a page of ours or in data given away. */
export interface Published
  extends Omit<ListingRow, 'particulars' | 'checkedBy' | 'whatItIsLikeBy' | 'room'>,
    Omit<ListingParticulars, 'room'>,
    Pick<ListingRow, 'room'> {
  description: string | null;
}

/**
 * What of a listing may be shown to the public, or null when nothing may: it rests, is hidden, or is shown under another.
 * Left out: every place that may have to stay unknown; numbers and e-mail addresses that may be somebody's own, in the
 * words too; whom to ask for and who can go along; and who wrote or checked it. What the group itself said stands, save
 * a place that must stay unknown.
 * Source: Open Referral UK compliance (no refuges, no personal contact details); Data Protection Act 2018.
 * @example publishedOf(row)?.phones // the landline, without the organiser's mobile
 */
export function publishedOf(row: PublishableRow): Published | null {
  if (row.state !== 'listed') return null;
  const { name, status, assuredOn, checkedOn, sourceName, listingId } = row;
  const group = (field: string) => row.said[field]?.by === 'group';
  const ours = (field: 'whoToAskFor' | 'canGoWith') => (group(field) ? row[field] : null);
  const clean = cleaner(row);
  return {
    ...{ listingId, status, assuredOn, checkedOn, sourceName },
    name: clean('name', name) ?? name,
    summary: clean('summary', row.summary),
    description: clean('description', row.description),
    ...particularsShown(row, clean),
    room: row.room ?? row.particulars.room ?? null,
    places: isWithheld(row) ? [] : row.places,
    whatItIsLike: clean('whatItIsLike', row.whatItIsLike),
    whoToAskFor: ours('whoToAskFor'),
    canGoWith: ours('canGoWith'),
  };
}

type Clean = (field: string, text: string | null) => string | null;

/** True when where it meets may have to stay unknown, as its source told or by what it says now. */
function isWithheld(row: PublishableRow): boolean {
  const { name, description, particulars } = row;
  return particulars.isPlaceWithheld || mayNeedToStayHidden({ ...particulars, name, description });
}

function particularsShown(row: PublishableRow, clean: Clean): ListingParticulars {
  const { particulars } = row;
  const hidden = isWithheld(row);
  const all = (field: string, texts: readonly string[]) => texts.flatMap((text) => clean(field, text) ?? []);
  return {
    ...particulars,
    isPlaceWithheld: hidden,
    phones: phonesShown(row),
    email: emailShown(row),
    otherNames: all('otherNames', particulars.otherNames),
    whoFor: clean('whoFor', particulars.whoFor),
    alert: clean('alert', particulars.alert),
    howToJoin: all('howToJoin', particulars.howToJoin),
    ways: all('ways', particulars.ways),
    accessibility: hidden ? [] : all('accessibility', particulars.accessibility),
    areas: hidden ? [] : all('areas', particulars.areas),
    schedules: particulars.schedules.map((each) => ({
      ...each,
      description: clean('schedules', each.description),
    })),
    costs: particulars.costs.map((each) => ({ ...each, text: clean('costs', each.text) ?? each.text })),
  };
}

function phonesShown({ particulars, said }: PublishableRow): ListingPhone[] {
  if (said.phones?.by === 'group') return particulars.phones.filter(({ mayBePersonal }) => !mayBePersonal);
  return particulars.phones
    .filter(({ number, mayBePersonal }) => !mayBePersonal && !mayBeOwnNumber(number))
    .map((phone) => ({ ...phone, label: labelWithoutName(phone.label) }));
}

function emailShown(row: PublishableRow): string | null {
  const { email } = row.particulars;
  if (email === null || row.said.email?.by === 'group') return email;
  return mayBeOwnEmail(email, namesOf(row)) ? null : email;
}

const namesOf = ({ name, particulars }: PublishableRow): (string | null)[] => [
  name,
  particulars.organisation?.name ?? null,
];

/** Takes out of words what may not be published; what the group itself wrote keeps its own numbers. */
function cleaner(row: PublishableRow): Clean {
  const names = namesOf(row);
  const secrets = row.places
    .flatMap(({ lines, name }) => [...lines, name ?? ''])
    .filter((line) => line.length > 4);
  const hidden = isWithheld(row);
  return (field, text) => {
    if (text === null || text === '') return null;
    const placeless = hidden ? withoutAddresses(text, secrets) : text;
    return row.said[field]?.by === 'group' ? placeless : withoutOwnContacts(placeless, names);
  };
}
