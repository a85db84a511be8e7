import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import { Page } from '../../platform/ui/page.tsx';
import { Entry, When } from '../../platform/ui/telling.tsx';
import { type Identity, nameFor } from '../person.ts';
import { PersonFrame } from '../person-frame.tsx';
import { subject, wordsOf } from './news.ts';
import { ToTell } from './to-tell.tsx';
import type { OutboxLine } from './told.store.ts';
import { howInWords, newsInWords, type Told, waitsForUs } from './told.ts';

export interface ToldValue {
  identity: Identity;
  told: Told[];
  more: Date | null;
  today: Day;
}

const settled = { told: 'told them', posted: 'posted it', 'not-now': 'let it be' };

/** What somebody was sent, when, how, and whether it arrived. */
export function ToldPage({ identity, told, more, today }: ToldValue, frame: Frame, again?: Again) {
  const name = nameFor(identity);
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="letters"
      frame={frame}
      again={again}
      title="What somebody was told"
    >
      <h2>What {name} was told</h2>
      <p>
        Every message says the same: “{wordsOf(null)}” Several things on one day are one message, and at most
        one goes in a day, in the hours and the way {name} wants.
      </p>
      {told.length ? null : <p>Nothing yet.</p>}
      {told.map((one) => (
        <Entry key={one.messageId} id={one.messageId} title={howInWords(one)} when={<When at={one.madeAt} />}>
          <p>There is {newsInWords(one.news)}.</p>
          {waitsForUs(one) ? <ToTell one={one} frame={frame} /> : null}
          {one.settledAt && one.settledHow ? (
            <p class="app-soft">
              {one.settledBy} {settled[one.settledHow]}, <When at={one.settledAt} />
            </p>
          ) : null}
        </Entry>
      ))}
      {more ? (
        <p>
          <a href={`/people/${identity.personId}/told?before=${more.toISOString()}`}>Earlier</a>
        </p>
      ) : null}
    </PersonFrame>
  );
}

/** In a demonstration nothing goes out: what would have is read here. */
export function DemonstrationOutboxPage({ letters }: { letters: OutboxLine[] }, frame: Frame) {
  return (
    <Page title="What would have gone out" frame={frame}>
      <h1>What would have gone out</h1>
      <p>
        This is a demonstration, with invented people. A real council has no such page: nobody here reads
        messages.
      </p>
      {letters.length ? null : <p>Nothing yet.</p>}
      {letters.map((letter) => (
        <Entry
          key={letter.mailId}
          title={letter.by === 'text' ? 'A text' : letter.subject || subject}
          when={
            <>
              To {letter.to}, written <When at={letter.madeAt} />
            </>
          }
        >
          {letter.words ? <pre class="app-letter">{letter.words}</pre> : null}
        </Entry>
      ))}
    </Page>
  );
}
