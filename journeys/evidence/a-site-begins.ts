import assert from 'node:assert/strict';
import type { Answers, Worker } from '../lives/steps.ts';
import { unfold, type Walk } from './windows.ts';

const name = 'Marsh side';

/** A site is set up, says everything before its first day, and begins. */
export function aSiteBegins({ windows, colleague, scenes }: Walk): void {
  scenes('a site says first what it will be measured by', (scene) => {
    let priya: Worker;

    scene('a lead comes to the sites from the figures of one, and sets up another', async () => {
      priya = await colleague('Priya Nair');
      await priya.follow('Evidence');
      await unfold(priya, 'How Harbour was set up');
      await priya.follow(/^All that Harbour has said/);
      await priya.follow('Sites');
      await priya.follow('Set up a site');
      await priya.send({ 'What it is called': name, 'The team that answers': 'Marsh team' }, 'Set it up');
      await priya.says(
        'The site is set up. What it has not said yet is listed.',
        'Before it may begin, it has to say:',
      );
    });

    scene('E11 it cannot begin before it has said what will be measured, and beside whom', async () => {
      await priya.follow('what is to be measured');
      await priya.send(
        {
          'One that the record counts by itself': 'People who came to draw on ongoing support',
        },
        'Register it, with today’s date',
      );
      const asked = await priya.page.locator('.govuk-inset-text li').allTextContents();
      assert.equal(asked.includes('what is to be measured'), false);
      assert.ok(asked.includes('whom it is set beside, or that there is nobody and why'), asked.join('; '));
    });

    for (const [what, answers, button] of said)
      scene(`it says ${what}`, async () => {
        await priya.follow(what);
        await priya.send(answers, button);
      });

    scene('E11 its first day is neither today nor said twice', async () => {
      await priya.says('It has said everything it must before it begins.');
      await priya.follow('Say its first day');
      await priya.isRefused(
        { 'The first day': priya.day() },
        'Begin on that day',
        /a site cannot begin on that day or before it/,
      );
      await priya.send({ 'The first day': priya.day(1) }, 'Begin on that day');
      await priya.says(new RegExp(`begins on ${priya.day(1)}`));
      windows.site.clock.set('2026-11-25T09:30:00Z');
      priya = await colleague('Priya Nair');
      await priya.follow('Evidence');
      await priya.says(new RegExp(`^${name}, since 24 November 2026`), /^It is too soon to say/);
    });
  });
}

const said: [what: string, answers: Answers, button: string][] = [
  ['whose contacts are the site’s', { Whose: ['Everybody new'] }, 'Save'],
  [
    'whom it is set beside, or that there is nobody and why',
    {
      'Beside whom': ['People one other team answered on the same days'],
      'Which team, if it is one other team': 'Connect team',
      'Who they are; where there is nobody, why': 'Everybody new whom Connect answers.',
      'How they differ from the site’s people': 'They live further from the sea and are older.',
    },
    'Name it, with today’s date',
  ],
  [
    'what was usual before, or that there is nothing to look at',
    { 'What was usual; where there is nothing to look at, why': 'Steady, but for the flood in January.' },
    'Save',
  ],
  [
    'who owns it',
    {
      'Who owns it': 'Priya Nair',
      'If it works, what stops': 'The screening desk.',
      'If it works, what money moves': 'Two posts, from the desk to the team.',
    },
    'Save',
  ],
];
