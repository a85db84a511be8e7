import type { ComponentChildren } from 'preact';
import { type Day, dayOf } from '../../platform/clock.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Entry, When } from '../../platform/ui/telling.tsx';
import type { HeldBack } from './held-back.store.ts';
import { heldKinds, isLate, lawfulReasons } from './held-back.ts';

export interface HeldBackEntryProps {
  held: HeldBack;
  today: Day;
  frame: Frame;
  /** Where it is lifted from; left out where whoever looks may not. */
  liftFrom?: string;
  title?: ComponentChildren;
  children?: ComponentChildren;
}

/** One thing held back: why, since when, and what was decided. */
export function HeldBackEntry({ held, today, frame, liftFrom, title, children }: HeldBackEntryProps) {
  const { id, law, reason, askedBy, askedAt, looksHidden } = held;
  const stands = held.liftedAt === null && held.isApproved !== false;
  return (
    <Entry
      id={id}
      title={title ?? heldKinds[held.kind].inWords}
      when={
        <>
          {askedBy} asked, <When at={askedAt} />
        </>
      }
    >
      {held.decidedAt === null && stands && isLate(dayOf(askedAt), today) ? (
        <p class="govuk-error-message">Nobody has decided within five working days.</p>
      ) : null}
      {held.isApproved && stands && held.lookAgainOn < today ? (
        <p class="govuk-error-message">Nobody has looked at this again in time.</p>
      ) : null}
      <p>
        {lawfulReasons[law].inWords} ({lawfulReasons[law].source}).
      </p>
      <blockquote class="app-matters">{reason}</blockquote>
      <p>{decidedInWords(held)}</p>
      {held.lookedAgainAt ? (
        <p>
          {held.lookedAgainBy} looked at it again, <When at={held.lookedAgainAt} />: {held.lookedAgainWords}
        </p>
      ) : null}
      {stands ? (
        <p class="app-soft">
          To be looked at again by {longDate(held.lookAgainOn)}.{' '}
          {looksHidden ? `Looks they are not shown because of it: ${looksHidden}.` : ''}
        </p>
      ) : null}
      {children}
      {stands && liftFrom ? (
        <Form action={`${liftFrom}/${id}/lifted`} frame={frame}>
          <button class="app-link-button" type="submit">
            Hold it back no longer
          </button>
        </Form>
      ) : null}
    </Entry>
  );
}

function decidedInWords({ liftedAt, liftedBy, isApproved, decidedBy, decidedWords }: HeldBack): string {
  if (liftedAt) return `${liftedBy} lifted it on ${longDate(liftedAt)}: they see it.`;
  if (isApproved === null) return 'It is out of sight, and waits for somebody else to decide.';
  return isApproved
    ? `${decidedBy} said yes: ${decidedWords}`
    : `${decidedBy} said no, and they see it: ${decidedWords}`;
}
