import type { WayIn } from '../../access/own-page/own-codes.ts';
import type { Day } from '../../platform/clock.ts';
import { longDate } from '../../platform/ui/dates.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import { Page } from '../../platform/ui/page.tsx';
import { type Identity, nameFor } from '../person.ts';
import { HowToOpen } from './how-to-open.tsx';

export interface OwnLetterValue {
  identity: Identity;
  way: WayIn;
  on: Day;
  endsOn: Day;
  isLarge: boolean;
  council: string;
  phone: string | null;
  /** The short address of the door, such as https://alongside.example/at/saltbeck/me. */
  door: string;
  frame: Frame;
}

/** The letter that holds a way in: shown this once, to be printed. Their number is not in it, so alone it opens nothing. */
export function OwnLetterPage(letter: OwnLetterValue) {
  const { identity, on, isLarge, council, frame, endsOn } = letter;
  return (
    <Page title="A letter with a way in" frame={frame} section="People">
      <nav class="app-letter-around" aria-label="This letter">
        <p>
          Print this now: it is shown this once and kept nowhere. If it goes astray, make another, and this
          one stops working. Give it into their own hands where you can.
        </p>
        <p>
          <a href={`/people/${identity.personId}/own-page`}>Back to their own page</a>
        </p>
      </nav>
      <article class={isLarge ? 'app-copy app-copy--large' : 'app-copy'}>
        <div class="app-letter-head">
          <p>
            <b>{council}</b>
          </p>
          <p>{identity.fullName}</p>
          <p>{longDate(on)}</p>
        </div>
        <h1>Your own page</h1>
        <p>Dear {nameFor(identity)},</p>
        <p>You asked for a page of your own. It says what we talked about and what we agreed.</p>
        <HowToOpen {...letter} />
        <p>
          This letter works once, until {longDate(endsOn)}. After that we send you a code, or another letter.
        </p>
        <p>Keep your number in your head. Nobody from the council will ask you for it.</p>
        <h2>You need none of this</h2>
        <RatherTalk {...letter} />
        <p class="app-letter-foot">
          For {identity.fullName}, {longDate(on)}
        </p>
      </article>
    </Page>
  );
}

function RatherTalk({ phone }: OwnLetterValue) {
  return (
    <p>
      {phone ? `Ring us on ${phone}` : 'Ring us'}, write to us or come in. We will read your page to you, or
      send it on paper. Nothing we do for you changes.
    </p>
  );
}
