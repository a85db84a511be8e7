import type { ComponentChildren } from 'preact';
import type { Day } from '../../platform/clock.ts';
import { nearDate } from '../../platform/ui/dates.ts';
import { capitalised, dialled, type ListingCard } from './card.ts';

export interface CardProps {
  card: ListingCard;
  today: Day;
  href: string;
  /** The heading's level: 3 when the list has a heading of its own. */
  level?: 2 | 3;
  /** What can be done with it, or why it is shown. */
  children?: ComponentChildren;
}

/** A listing in a list: what it is like, when it is next on, how far, and who to ask for. */
export function Card({ card, today, href, level = 2, children }: CardProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <>
      <Heading class="govuk-heading-s">
        <a href={href}>{card.name}</a>
      </Heading>
      {card.notice ? (
        <p>
          <b>{card.notice}</b>
        </p>
      ) : null}
      {card.like ? <p>{like(card)}</p> : null}
      <NextOn card={card} today={today} />
      {card.where || card.howFar ? <p>{whereInWords(card)}</p> : null}
      <p class="app-soft">{capitalised(particularsOf(card).join(' · '))}</p>
      <AskFor card={card} />
      <p class="app-by">{capitalised(card.checking)}</p>
      {children}
    </>
  );
}

function NextOn({ card, today }: { card: ListingCard; today: Day }) {
  const [next] = card.nextOn;
  if (!next) return card.when.length ? <p>{card.when.join('; ')}</p> : null;
  return (
    <p>
      <b>Next on {nearDate(next, today)}</b>
      {card.nextWhen ? ` (${card.nextWhen})` : ''}
    </p>
  );
}

const whereInWords = ({ where, howFar }: ListingCard): string =>
  [where, where ? howFar : capitalised(howFar ?? '')].filter(Boolean).join(', ');

const like = ({ like, likeBy }: ListingCard): string => (likeBy ? `“${like}” ${likeBy}` : (like ?? ''));

function particularsOf(card: ListingCard): string[] {
  const { cost, access, ages, room, canGoWith, isUserLed, sourceName } = card;
  return [
    cost ?? (access.length ? 'ask what it costs' : ''),
    access.length ? access.join(', ') : `ask about ${cost ? '' : 'the cost, '}steps, toilets and hearing`,
    ages ? `ages ${ages}` : '',
    room && room !== 'full' ? room : '',
    canGoWith ?? '',
    isUserLed ? 'run by the people it is for' : '',
    sourceName ? `from ${sourceName}` : '',
  ].filter(Boolean);
}

export function AskFor({ card: { whoToAskFor, phone } }: { card: ListingCard }) {
  if (!whoToAskFor && !phone) return null;
  return (
    <p>
      {whoToAskFor ? `Ask for ${whoToAskFor}. ` : ''}
      {phone ? (
        <a class="app-call" href={dialled(phone)}>
          Ring {phone}
        </a>
      ) : null}
    </p>
  );
}
