import { nearDate } from '../../platform/ui/dates.ts';
import { capitalised, type ListingCard } from '../finder/card.ts';
import type { ListingValue } from './listing.pages.tsx';

/** What somebody needs to decide to go, a line each; what nobody has said is left out, or said to be unknown. */
export function rowsOf({ card, website, email, audiences, howToJoin, today }: ListingValue) {
  const row = (key: string, value: string | null | undefined) => (value ? { key, value } : undefined);
  return [
    row('Next on', card.nextOn.map((day) => nearDate(day, today)).join(', ')),
    row('When', card.when.join('; ')),
    card.where ? { key: 'Where', value: <Where card={card} /> } : undefined,
    row('Cost', card.cost ?? 'Nobody has said'),
    row('Getting in', card.access.join('; ') || 'Ask about steps, toilets, hearing and quiet'),
    row('Room', card.room && capitalised(card.room)),
    row('Somebody to go with', card.canGoWith),
    row('For', audiences.join(', ')),
    row('Ages', card.ages),
    row('Run by', card.isUserLed ? 'The people it is for' : null),
    row('Joining', howToJoin.join('; ')),
    row('Languages', card.languages.join(', ')),
    website
      ? {
          key: 'Website',
          value: (
            <a href={website} rel="noreferrer">
              {website}
            </a>
          ),
        }
      : undefined,
    email ? { key: 'Email', value: <a href={`mailto:${email}`}>{email}</a> } : undefined,
  ];
}

/** The address, how far, and a link that a telephone opens in its own map. */
function Where({ card: { where, howFar, geo } }: { card: ListingCard }) {
  return (
    <>
      {where}
      {howFar ? `, ${howFar}` : ''}
      {geo ? (
        <>
          <br />
          <a class="app-map" href={geo}>
            Open in your telephone’s map
          </a>
        </>
      ) : null}
    </>
  );
}
