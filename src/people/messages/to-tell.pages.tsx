import type { Frame } from '../../platform/ui/frame.ts';
import { Page } from '../../platform/ui/page.tsx';
import { wordsOf } from './news.ts';
import { ToTell } from './to-tell.tsx';
import type { Told } from './told.ts';

export interface ToTellValue {
  waiting: Told[];
  /** What the council signs its messages with; null when nothing. */
  from: string | null;
}

/** Everybody one of us has still to ring, see or write to, and the letters, to print: in each only what every message says. */
export function ToTellPage({ waiting, from }: ToTellValue, frame: Frame) {
  const letters = waiting.filter(({ how }) => how === 'letter');
  const calls = waiting.filter(({ how }) => how !== 'letter');
  return (
    <Page title="To tell somebody" frame={frame} section="Today">
      <div class="app-slips-around">
        <h1>To tell somebody</h1>
        <p>What the team has still to tell, those who have waited longest first.</p>
        <h2>To ring, or say when you see them</h2>
        <List rows={calls} frame={frame} />
        <h2>To post</h2>
        <List rows={letters} frame={frame} />
        {letters.length ? (
          <p>
            Print this page: the letters alone come out. Each says no more than a message would. No address is
            printed; take it from their page, and mind whether it is one to keep from others.
          </p>
        ) : null}
      </div>
      {letters.length ? (
        <div class="app-slips">
          {letters.map((one) => (
            <article class="app-slip" key={one.messageId}>
              <h2>{one.toName ?? one.name}</h2>
              {wordsOf(from)
                .split('\n\n')
                .map((words) => (
                  <p>{words}</p>
                ))}
            </article>
          ))}
        </div>
      ) : null}
    </Page>
  );
}

function List({ rows, frame }: { rows: readonly Told[]; frame: Frame }) {
  if (!rows.length) return <p>Nobody.</p>;
  return (
    <ul class="app-plain-list">
      {rows.map((one) => (
        <li key={one.messageId}>
          <ToTell one={one} frame={frame} on="messages" />
        </li>
      ))}
    </ul>
  );
}
