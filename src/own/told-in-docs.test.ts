import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { TRIES } from '../access/own-page/choosing-number.store.ts';
import { MESSAGE_MINUTES } from '../access/own-page/getting-in.store.ts';
import { LETTER_DAYS } from '../access/own-page/own-pages.store.ts';
import { DECIDE_WITHIN, lawfulReasons, laws, MOST_MONTHS } from '../people/held-back/held-back.ts';
import { mostBytes, mostBytesOfForm, roomFrom } from '../people/kept-files/kept-file.ts';
import { quietHours } from '../people/messages/hours.ts';
import { lettingOutOf, mostMonths as storyMonths } from '../stories/letting-out/letting-out.ts';
import { addsADay } from './frame/enough-today.ts';
import { answerWithin } from './messages/promised.ts';
import { mostMonths } from './sharing/sharing.ts';

const read = (path: string) => readFileSync(new URL(`../../docs/operate/${path}`, import.meta.url), 'utf8');
const [pages, messages] = [read('own-pages.md'), read('messages.md')];
const mega = (bytes: number) => bytes / 1_000_000;
const evening = (hour: string) => Number(hour.slice(0, 2)) - 12;
const { coolingOffDays, askAfterMonths, answerWithinDays, usualMonths } = lettingOutOf({});
const room = roomFrom({});
const hours = { from: evening(quietHours.notAfter), until: Number(quietHours.notBefore.slice(0, 2)) };

/** What is said of each number where a council reads it, with the number from where it is kept to. */
const said: Record<string, [where: string, words: string]> = {
  'a letter’s days': [pages, `| a letter with a way in | ${LETTER_DAYS} days, once |`],
  'a code’s minutes': [pages, `| a code or link sent as a message | ${MESSAGE_MINUTES} minutes, once,`],
  'wrong numbers': [pages, `| wrong numbers | ${TRIES}, then a wait`],
  'how long sharing lasts': [pages, `| sharing | ends by itself, ${mostMonths} months on at most |`],
  'cooling off': [pages, `| ${coolingOffDays} days between the yes and the wall |`],
  'a council’s own numbers of stories': [
    pages,
    `\`coolingOffDays\` (${coolingOffDays}, at most 60), \`askAfterMonths\` (${askAfterMonths}), \`answerWithinDays\` (${answerWithinDays}, at most 90), \`usualMonths\` (${usualMonths}, at most ${storyMonths})`,
  ],
  'holding back': [
    pages,
    `decided within ${DECIDE_WITHIN} working days; looked at again within ${MOST_MONTHS} months`,
  ],
  'sizes of files': [
    pages,
    `| ${mega(mostBytes.picture)} MB, ${mega(mostBytes.sound)} MB, ${mega(mostBytes.film)} MB |`,
  ],
  'how soon we answer': [pages, `| ${answerWithin} (1 to 10) |`],
  'how much in a day': [pages, `| ${addsADay} (10 to 1000) |`],
  'the largest form': [pages, `one form of up to ${mega(mostBytesOfForm)} MB`],
  'room for files': [pages, `| ${mega(room.person)}, ${mega(room.council)} |`],
  'quiet hours, of pages': [pages, `they are ${hours.from} in the evening to ${hours.until} in the morning`],
  'quiet hours, of messages': [
    messages,
    `Nothing between ${hours.from} in the evening and ${hours.until} in the morning`,
  ],
  'reasons a council turns on': [
    pages,
    laws
      .filter((law) => !lawfulReasons[law].isOn)
      .map((law) => `\`${law}\``)
      .join(', '),
  ],
};

describe('what a council reads of own pages', () => {
  for (const [what, [where, words]] of Object.entries(said))
    it(`says of ${what} what is kept to`, () => assert.ok(where.includes(words), words));

  it('S-3 a council’s own numbers stop where it says they do', () => {
    const asked = { coolingOffDays: 60, answerWithinDays: 90, usualMonths: 24 };
    const over = { coolingOffDays: 61, answerWithinDays: 91, usualMonths: 25 };
    assert.deepEqual({ ...lettingOutOf({ stories: asked }), ...asked }, lettingOutOf({ stories: asked }));
    assert.deepEqual(lettingOutOf({ stories: over }), lettingOutOf({}));
  });
});
