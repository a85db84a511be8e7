import { type Day, daysBetween } from '../platform/clock.ts';

/** One time somebody got in touch by or about a person; most begin and end on the same day. */
export interface ContactSpan {
  startedOn: Day;
  endedOn: Day;
}

/** Contacts close enough together to be one asking. */
export interface ContactEpisode<Contact extends ContactSpan = ContactSpan> {
  startedOn: Day;
  endedOn: Day;
  contacts: Contact[];
}

/** The longest gap, in days, between the end of one contact and the start of the next inside one episode (E1). */
export const EPISODE_GAP_DAYS = 4;

/**
 * E1: the contacts of ONE person, in any order, clustered into contact episodes. A gap of 4 days or less from the
 * latest end so far to the next start joins; 5 days begins a new episode. Overlapping contacts join.
 * Source: NHS England, STS001 replication code (SALT and ASCOF transformations, 2024).
 * @example contactEpisodes([{ startedOn: '2026-03-02', endedOn: '2026-03-02' }]).length // 1
 */
export function contactEpisodes<Contact extends ContactSpan>(
  contacts: readonly Contact[],
): ContactEpisode<Contact>[] {
  const episodes: ContactEpisode<Contact>[] = [];
  for (const contact of [...contacts].sort(byStart)) {
    const open = episodes.at(-1);
    if (open && daysBetween(open.endedOn, contact.startedOn) <= EPISODE_GAP_DAYS) extend(open, contact);
    else episodes.push({ startedOn: contact.startedOn, endedOn: contact.endedOn, contacts: [contact] });
  }
  return episodes;
}

function extend<Contact extends ContactSpan>(episode: ContactEpisode<Contact>, contact: Contact): void {
  episode.contacts.push(contact);
  if (contact.endedOn > episode.endedOn) episode.endedOn = contact.endedOn;
}

const byStart = (a: ContactSpan, b: ContactSpan): number =>
  compare(a.startedOn, b.startedOn) || compare(a.endedOn, b.endedOn);

const compare = (a: Day, b: Day): number => (a < b ? -1 : a > b ? 1 : 0);
