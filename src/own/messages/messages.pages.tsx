import type { Day } from '../../platform/clock.ts';
import { dayOf } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { asked } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import type { Own } from '../frame/own.ts';
import { OwnForm, OwnPage } from '../frame/own-page.tsx';
import type { WhoToRing } from '../now/now.ts';
import type { Message } from './messages.store.ts';
import { CannotWait, RingUs } from './who-to-ring.tsx';

export interface MessagesValue {
  messages: Message[];
  ring: WhoToRing;
  /** What it is about, when a page of theirs led here. */
  about: string | null;
  today: Day;
  /** Working days within which we try to answer. */
  within: number;
  /** The day of what has waited for longer. */
  lateSince: Day | null;
}

/** Write to us, what was written before on both sides, and who to ring when it cannot wait. */
export function MessagesPage(
  { own, messages, ring, about, today, within, lateSince }: MessagesValue & { own: Own },
  frame: Frame,
  again?: Again,
) {
  const { message, dates } = own.words;
  return (
    <OwnPage own={own} place="now" heading={message.heading} frame={frame} again={again}>
      {lateSince ? (
        <InsetText>
          <p>
            <b>{message.late(dates.near(lateSince, today), within)}</b>
          </p>
          <RingUs own={own} ring={ring} />
        </InsetText>
      ) : null}
      <p>
        {ring.team ? message.who(ring.team) : message.whoAnybody} {message.when(within)}
      </p>
      <OwnForm own={own} again={again} frame={frame} action="/message">
        <Textarea {...asked(again, 'words', about ? `${about}: ` : '')} label={message.words} rows={6} />
        <Button preventDoubleClick>{message.send}</Button>
      </OwnForm>
      <h2>{message.cannotWait}</h2>
      <CannotWait own={own} ring={ring} />
      {messages.length ? <h2>{message.before}</h2> : null}
      {messages.map((one) => (
        <OneMessage key={one.id} one={one} own={own} today={today} />
      ))}
    </OwnPage>
  );
}

function OneMessage({ one, own: { words }, today }: { one: Message; own: Own; today: Day }) {
  const { message, dates, frame } = words;
  const day = (at: Date) => dates.near(dayOf(at), today);
  const isTheirs = one.side === 'them';
  const how = one.told && one.told !== 'themselves' ? ` · ${frame.told[one.told]} · ${one.byName}` : '';
  return (
    <div class={isTheirs ? 'app-own-beside' : 'app-entry'}>
      <p class="app-when">
        {message.on(isTheirs ? message.you : one.byName, day(one.writtenAt))}
        {how}
      </p>
      {one.words.split('\n').map((line) => (
        <p>{line}</p>
      ))}
      {isTheirs ? (
        <p class="app-soft">
          {one.readBy && one.readAt ? message.read(one.readBy, day(one.readAt)) : message.notRead}
        </p>
      ) : null}
    </div>
  );
}
