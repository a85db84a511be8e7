import assert from 'node:assert/strict';
import type { Walk } from '../evidence/windows.ts';
import type { Worker } from '../lives/steps.ts';

const told: [string] = ['On paper'];
const hers = 'I did not fall. I sat down suddenly among the sweet peas.';

/** Miss Lightfoot, ninety-six, has no screen and wants none: the same by post, put in by a worker as she wrote it. */
export function onPaper({ windows, colleague, scenes }: Walk): void {
  scenes('all of it on paper', (scene) => {
    let ama: Worker;

    scene('her worker prints what she would see, with room to write beside each part', async () => {
      ama = await colleague('Ama Boateng');
      await ama.meet('Margaret Ann Lightfoot');
      await ama.follow(/own page$/);
      await ama.follow('Read it with them now');
      await ama.says(/You are reading this with Miss Lightfoot/);
      await ama.follow('All of this on paper');
      await ama.says(hers);
      const pdf = await ama.page.pdf({ format: 'A4' });
      assert.ok(pdf.length > 10_000, 'a booklet');
    });

    scene('what she wrote beside a line is put in as hers, and said to have come on paper', async () => {
      await reading();
      await ama.follow('Say something about this', partWith(ama, hers));
      await ama.send(
        {
          'How did they tell you?': told,
          'What do you want to do?': ['This is wrong. I will say how it should read'],
          'Your words': 'Sweet peas, and one sweet william. I should like the flowers right.',
        },
        'Send this',
      );
      await reading();
      await ama.follow('Say something about this', partWith(ama, hers));
      await ama.send(
        {
          'How did they tell you?': told,
          'What do you want to do?': ['I do not agree'],
          'Your words': 'I was never frail.',
        },
        'Send this',
      );
      await reading();
      await ama.says(/I should like the flowers right/, /I was never frail/);
    });

    scene('W2 one line is shared with a former pupil, on paper, and taken back', async () => {
      await ama.follow('Share this', partWith(ama, hers));
      await ama.send(
        {
          'How did they tell you?': told,
          'Who with?': ['Somebody else'],
          'Their name': 'Beatrice Oduya',
          'Who are they?': ['Family or a friend'],
          'Until when?': ['A week'],
        },
        'Share it',
      );
      await ama.says(/We tell them, or give it to them on paper/);
      await ama.press('Stop sharing this');
      await ama.says(/They do not see it any more/);
    });

    scene(
      'she tells a story by letter, sees it on the wall as a poster, and takes it down by post',
      async () => {
        await ama.follow('My stories');
        await ama.follow('Tell a story');
        await ama.send(
          {
            'How did they tell you?': told,
            'What shall we call it?': 'Long division',
            'Your story, in your words':
              'I was asked before anything was done to me. It was new, and I recommend it.',
          },
          'Keep this',
        );
        await ama.follow('Read it and say yes');
        await ama.send({ 'How did they tell you?': told }, 'Yes, this is right');
        await ama.follow('Let others see it');
        const steps: [Record<string, string | [string]>, string][] = [
          [{ 'Who may see your story?': ['Everybody who works for the council'] }, 'Go on'],
          [{ 'Should your name be there?': ['No name'] }, 'Go on'],
          [{ 'Until when?': ['One year'] }, 'Go on'],
          [
            {
              'Whose idea was it?': 'Hers, in her second letter',
              'Who else is in the room with you now?': 'nobody',
              'Is this your own wish?': ['Yes, I want this'],
            },
            'Go on',
          ],
          [{}, 'Yes, let them see it'],
        ];
        for (const [answers, button] of steps)
          await ama.send({ 'How did they tell you?': told, ...answers }, button);
        const { clock } = windows.site;
        clock.set(new Date(clock.now().getTime() + 8 * 86_400_000).toISOString());
        const rowan = await colleague('Rowan Teale');
        await rowan.page.goto(`${windows.site.address}/stories/wall`);
        await rowan.says('Long division', /It was new, and I recommend it/);

        ama = await colleague('Ama Boateng');
        await reading();
        await ama.follow('My stories');
        await ama.follow('Long division');
        await ama.follow('Take it down everywhere');
        await ama.send({ 'How did they tell you?': told }, 'Take it down now');
        await rowan.page.goto(`${windows.site.address}/stories/wall`);
        await rowan.saysNothingOf('Long division');
      },
    );

    const reading = async () => {
      await ama.meet('Margaret Ann Lightfoot');
      await ama.follow(/own page$/);
      await ama.follow('Read it with them now');
      await ama.follow('What we talked about');
    };
  });
}

const partWith = ({ page }: Worker, words: string) =>
  page.locator('article').filter({ hasText: words }).first();
