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
      <p>{capitalised([nextInWords(card, today), card.howFar, card.where].filter(Boolean).join(' · '))}</p>
      <p class="app-soft">{capitalised(particularsOf(card).join(' · '))}</p>
      <AskFor card={card} />
      <p class="app-by">{capitalised(card.checking)}</p>
      {children}
    </>
  );
}

const like = ({ like, likeBy }: ListingCard): string => (likeBy ? `“${like}” ${likeBy}` : (like ?? ''));

/** @example 'next on Tuesday 24 November, 10am to 12 noon' */
export function nextInWords({ nextOn, when }: ListingCard, today: Day): string | null {
  const next = nextOn[0];
  if (!next) return when[0] ?? null;
  return `next on ${nearDate(next, today)}${when[0] ? ` (${when[0]})` : ''}`;
}

function particularsOf({ cost, access, room, canGoWith, sourceName }: ListingCard): string[] {
  return [
    cost ?? 'nobody has said what it costs',
    access.length ? access.join(', ') : 'ask about steps, toilets and hearing',
    room ?? '',
    canGoWith ?? '',
    sourceName ? `from ${sourceName}` : '',
  ].filter(Boolean);
}

export function AskFor({ card: { whoToAskFor, phone } }: { card: ListingCard }) {
  if (!whoToAskFor && !phone) return null;
  return (
    <p>
      {whoToAskFor ? `Ask for ${whoToAskFor}. ` : ''}
      {phone ? <a href={dialled(phone)}>Ring {phone}</a> : null}
    </p>
  );
}
