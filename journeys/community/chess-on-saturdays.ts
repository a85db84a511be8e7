import assert from 'node:assert/strict';
import { scenesOf, type Worker } from '../lives/steps.ts';
import type { Windows } from './windows.ts';

const suggestion = 'A chess table in the launderette window. Meg would let us.';
const answer = 'Meg says yes to Saturdays at two. It is in the directory from today.';

/** A neighbour without an account looks for chess in vain, tells us, and reads an answer. */
export function chessOnSaturdays(windows: Windows): void {
  let here: Worker | undefined;
  let neighbour: Worker;

  scenesOf(
    'a neighbour who looks for chess',
    () => here,
    (scene) => {
      scene('looks in vain on a Saturday, and tells us in one press', async () => {
        neighbour = await windows.neighbour();
        here = neighbour;
        await neighbour.page.goto('/at/saltbeck');
        await neighbour.send({ 'What would be good?': 'chess', Near: 'SB2', On: 'Saturday' }, 'Look');
        await neighbour.says(/^No listings checked in the last 90 days/);
        await neighbour.press('Tell us');
        await neighbour.says('Thank you. It counts towards what is started here next.');
      });

      scene('suggests a group, and is given an address for the answer', async () => {
        await neighbour.follow('Tell us about something that is missing here');
        await neighbour.send({ 'What is it?': suggestion, 'Where?': 'Capstan Street' }, 'Send it');
        await neighbour.says('Your suggestion', /Somebody reads it within/);
        assert.match(neighbour.page.url(), /\/g\/[a-z0-9-]{14}$/);
      });

      scene('the directory’s editor reads what is asked for and answers', async () => {
        const tomasz = await windows.colleague('Tomasz Zielinski');
        here = tomasz;
        await tomasz.signIn();
        await tomasz.follow('Asked for and not there');
        await tomasz.says(/chess, around SB2: asked of us a few times; looked for in vain about 10 times/);
        await tomasz.page.goto('/');
        await tomasz.follow(/^Suggestions: 2 wait/);
        await tomasz.follow(suggestion);
        await tomasz.send({ 'What they will read': answer }, 'Answer in words');
        await tomasz.says('Answered. They read it at the address they were given.');
      });

      scene('the neighbour reads it at that address', async () => {
        here = neighbour;
        await neighbour.page.reload();
        await neighbour.says(answer);
      });
    },
  );
}
