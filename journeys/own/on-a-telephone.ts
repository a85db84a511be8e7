import assert from 'node:assert/strict';
import { isNarrow, type Walk } from '../evidence/windows.ts';
import { scenesOf, type Worker } from '../lives/steps.ts';
import { type LetterHeld, openWith, readLetter } from './doors.ts';

const number = '730418';
const sistersNumber = '295813';
const wrong = 'Help is needed with money, nights at first, and the bus.';

/** Shan, nineteen, on a telephone 320 pixels wide without JavaScript: her record, her sister, her story. */
export function onATelephone({ windows, colleague }: Walk): void {
  let here: Worker | undefined;
  const phone = async () => {
    here = await windows.phone();
    return here;
  };
  // The sister has a screen and scripts, and so her pages are looked at too.
  const desk = async () => {
    here = await windows.neighbour();
    return here;
  };
  scenesOf(
    'at her own page, on a telephone',
    () => here,
    (scene) => {
      let letter: LetterHeld = { address: '', code: '' };
      let shan: Worker;
      let sister: Worker;
      const origin = windows.site.address;

      scene('a worker opens it with her, in a conversation about who else might look', async () => {
        const rowan = await colleague('Rowan Teale');
        await rowan.meet('Shanice Campbell-Roe');
        await rowan.follow(/own page$/);
        await rowan.send(
          {
            'Who else might look, or press them to show it?':
              'In the park, without Nan. Her phone has a lock that only she knows. Nan may ask; Shan will show her the food pictures.',
            'Do they want a code by message, when they have no letter with them?': ['No, letters only'],
            'The number they choose': number,
          },
          'Open their own page',
        );
        await rowan.press('Make the letter');
        letter = await readLetter(rowan);
      });

      scene('S2 a code without her number opens nothing, and with it her page, once', async () => {
        shan = await phone();
        await shan.page.goto(`${origin}${letter.address.replace(/^[^/]+/, '')}`);
        await shan.isRefused(
          { 'The code from your letter or message': letter.code, 'Your number': '111222' },
          'Open my page',
          /do not open a page together/,
        );
        await openWith(shan, origin, letter, number);
        await shan.page.getByRole('heading', { name: 'Now', level: 1 }).waitFor();
        await isNarrow(shan);
      });

      scene('she reads what we talked about, her words first', async () => {
        await shan.follow('What we talked about');
        await shan.says(/a cooker with two doors/);
        await isNarrow(shan);
      });

      scene('she corrects a line, and the old words stay', async () => {
        await shan.follow('Say something about this', entryWith(shan, wrong));
        await shan.send(
          {
            'What do you want to do?': ['This is wrong. I will say how it should read'],
            'Your words': 'Help with money and the bus. Not nights. I said so.',
          },
          'Send this',
        );
        await shan.says('We have your words. Thank you.');
        await isNarrow(shan);
      });

      scene('she says what she does not agree with', async () => {
        await shan.follow('What we talked about');
        await shan.follow('Say something about this', entryWith(shan, wrong));
        await shan.send(
          { 'What do you want to do?': ['I do not agree'], 'Your words': 'I can do nights with a phone.' },
          'Send this',
        );
      });

      scene('her worker sees both beside the line', async () => {
        const rowan = await colleague('Rowan Teale');
        await rowan.meet('Shanice Campbell-Roe');
        await rowan.says(/Not nights. I said so./, /I can do nights with a phone/);
      });

      scene(
        'W2 she shares one line with her sister, who has a page only after a talk about pressure',
        async () => {
          await shan.follow('What we talked about');
          await shan.follow('Share this', entryWith(shan, wrong));
          await shan.send(
            {
              'Who with?': ['Somebody else'],
              'Their name': 'Dionne',
              'Who are they?': ['Family or a friend'],
              'Who are they to you?': 'my sister',
              'Until when?': ['A month'],
            },
            'Share it',
          );
          await shan.says(/Dionne, my sister/);
          await isNarrow(shan);
          const rowan = await colleague('Rowan Teale');
          await rowan.meet('Shanice Campbell-Roe');
          await rowan.follow(/own page$/);
          await rowan.follow('Who they share with');
          await rowan.follow('Dionne');
          await rowan.send(
            {
              'Who was there?': 'Shan and me',
              'Dionne was not in the room, and could not hear': true,
              'What was said about who might press them?':
                'Dionne lives in Leeds and rings on Sundays. Shan wants her to know. Nobody asked her to.',
            },
            'Write it down',
          );
          await rowan.send(
            {
              'The number they choose': sistersNumber,
            },
            'Open a page for Dionne',
          );
          await rowan.press('Make a letter with a way in');
          const hers = await readLetter(rowan);
          sister = await desk();
          await openWith(sister, origin, hers, sistersNumber);
          await sister.says(/a cooker with two doors/);
        },
      );

      scene('A7 she takes it back, and her sister sees nothing at the next press', async () => {
        await shan.follow('What I share');
        await shan.press('Stop sharing this');
        await sister.page.reload();
        await sister.says('Nothing is shared with you now.');
        await sister.saysNothingOf(/a cooker with two doors/);
      });

      scene('who looked says who, her sister too', async () => {
        await shan.follow('Who looked');
        await shan.says(/Rowan Teale/, /Dionne/);
        await isNarrow(shan);
      });

      tellsAStory({ windows, colleague, scene, shan: () => shan });
    },
  );
}

interface Telling {
  windows: Walk['windows'];
  colleague: Walk['colleague'];
  scene: (title: string, play: () => Promise<void>) => void;
  shan: () => Worker;
}

function tellsAStory({ windows, colleague, scene, shan }: Telling): void {
  let wall = '';
  scene('she tells a story, reads it as others would, and says yes to it', async () => {
    const her = shan();
    await her.follow('My stories');
    await her.follow('Tell a story');
    await her.send(
      {
        'What shall we call it?': 'An apron of my own',
        'Your story, in your words': 'I did the plates on my own. People asked who did them. It was me.',
      },
      'Keep this',
    );
    await her.follow('Read it and say yes');
    await her.press('Yes, this is right');
    await isNarrow(her);
  });

  scene('she lets everybody see it, one question at a time, for a year', async () => {
    const her = shan();
    await her.follow('Let others see it');
    await her.send({ 'Who may see your story?': ['Everybody, on the open wall'] }, 'Go on');
    await her.send({ 'Should your name be there?': ['Another name'], 'The name to put there': 'S' }, 'Go on');
    await her.send({ 'Until when?': ['One year'] }, 'Go on');
    await her.send(
      {
        'Whose idea was it?': 'Mine',
        'Who else is in the room with you now?': 'nobody',
        'Is this your own wish?': ['Yes, I want this'],
      },
      'Go on',
    );
    await her.says(/Somebody else looks first/, /When they have looked/);
    await isNarrow(her);
  });

  scene('somebody else looks whether it gives her away', async () => {
    const ama = await colleague('Ama Boateng');
    await ama.follow('Stories');
    await ama.follow('An apron of my own');
    await ama.send(
      {
        'May everybody see it?': ['Yes: it gives nobody away who does not want it'],
        'How you came to that, in a sentence': 'A letter for a name and some plates. Nobody could tell.',
      },
      'Keep this',
    );
    const her = shan();
    await her.follow('My stories');
    await her.follow('An apron of my own');
    await her.says(/Somebody has looked at your story/);
    await her.follow('See it and say yes');
    await her.press('Yes, let them see it');
    await her.says(/Until then you can take it back/);
  });

  scene('after the cooling-off anybody reads it on the open wall', async () => {
    const citizen = await windows.phone();
    wall = `${windows.site.address}/at/saltbeck/stories`;
    await citizen.page.goto(wall);
    await citizen.saysNothingOf('An apron of my own');
    const { clock } = windows.site;
    clock.set(new Date(clock.now().getTime() + 8 * 86_400_000).toISOString());
    await citizen.page.reload();
    await citizen.says('An apron of my own', /People asked who did them/);
    await isNarrow(citizen);
  });

  scene(
    'S6 eight days on she is signed out; by a new letter she takes it down, and it is nowhere at the next look',
    async () => {
      const citizen = await windows.phone();
      await citizen.page.goto(wall);
      const address = await citizen.page
        .getByRole('link', { name: 'An apron of my own' })
        .getAttribute('href');
      const her = shan();
      await her.page.goto(`${windows.site.address}/my/stories`);
      await her.saysNothingOf('An apron of my own');
      const rowan = await colleague('Rowan Teale');
      await rowan.meet('Shanice Campbell-Roe');
      await rowan.follow(/own page$/);
      await rowan.press('Make the letter');
      await openWith(her, windows.site.address, await readLetter(rowan), number);
      await her.follow('My stories');
      await her.follow('An apron of my own');
      await her.follow('Take it down everywhere');
      await her.press('Take it down now');
      await her.says(/It is down/);
      await citizen.page.reload();
      await citizen.saysNothingOf('An apron of my own');
      const gone = await citizen.page.goto(`${windows.site.address}${address}`);
      assert.ok(!(await citizen.page.content()).includes('who did them'), `${gone?.status()}`);
    },
  );
}

/** The part of the story that holds these words. */
const entryWith = ({ page }: Worker, words: string) =>
  page.locator('article').filter({ hasText: words }).first();
