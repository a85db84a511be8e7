import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { anyName } from '../lives/answers.ts';
import { type Answers, scenesOf, type Worker } from '../lives/steps.ts';
import type { Windows } from './windows.ts';

const alec = 'Alec Thornbury';
const engines = 'I had a ship’s engine under my feet for thirty years, and I miss engines.';
const feedName = 'Sheds and barges';

/** A shy widower who liked engines: from a feed that is read to whether he still goes, and the group's side of it. */
export function enginesForAlec(windows: Windows): void {
  const { site } = windows;
  let here: Worker | undefined;
  let dilys: Worker;
  let group: Worker;
  let address = '';
  const at = (worker: Worker) => {
    here = worker;
    return worker;
  };

  scenesOf(
    'a shy widower who liked engines',
    () => here,
    (scene) => {
      scene('what waits comes first for the directory’s editor, who adds a directory', async () => {
        const tomasz = at(await windows.colleague('Tomasz Zielinski'));
        await tomasz.signIn();
        const [first] = await tomasz.page.getByRole('heading', { level: 2 }).allTextContents();
        assert.equal(first, 'For you to look at');
        await tomasz.follow('Directories');
        await tomasz.send(
          { 'What to call it': feedName, 'Web address': 'https://sheds.example.org/services' },
          'Add it',
        );
        await tomasz.says(feedName);
      });

      scene('it is read, and what was wrong in it is told', async () => {
        await site.readFeed(fileURLToPath(new URL('sheds-feed.json', import.meta.url)), feedName);
        const tomasz = at(await windows.colleague('Tomasz Zielinski'));
        await tomasz.signIn();
        await tomasz.follow('Directories');
        await tomasz.follow(feedName);
        await tomasz.says(/2 of its listings are shown/, /1 refused/);
        await tomasz.follow(/^Every record of Sheds and barges/);
        await tomasz.says('name: Has no name. Did not list it.');
      });

      scene('he is met, and says what matters to him', async () => {
        dilys = at(await windows.colleague('Dilys Penhallow'));
        await dilys.signIn();
        await dilys.follow('Somebody gets in touch');
        await dilys.send({ [anyName]: alec }, 'Look');
        await dilys.send(ring, 'Save, and it is mine');
        await dilys.follow('Write about a conversation');
        await dilys.send(firstTalk, 'Save');
        await dilys.page.getByRole('radio', { name: engines }).check();
        await dilys.send({ 'What do they settle?': 'What matters' }, 'Go on');
        await dilys.press('Mark it');
        await dilys.says(engines);
      });

      scene('three good ideas, and why each is shown', async () => {
        await community(dilys);
        const ideas = dilys.page.locator('.app-found > li');
        assert.ok((await ideas.count()) >= 3, `${await ideas.count()} ideas`);
        for (const idea of await ideas.all()) assert.match(await idea.innerText(), /Shown because/);
        const names = (await ideas.getByRole('heading').allTextContents()).slice(0, 4);
        for (const name of ['The Boat Shed', 'Steam Barge Saturday crew'])
          assert.ok(names.includes(name), `${name} is among ${names.join(', ')}`);
      });

      scene('C1-3 he is introduced by going along, and says what may be told', async () => {
        await dilys.follow('Introduce Alec to The Boat Shed');
        await dilys.send(offer, 'Offer this introduction');
        await dilys.says('Offered.');
        await dilys.follow('The Boat Shed');
        for (const line of lines) await dilys.send(line, 'Write this down');
        await dilys.says('Alec has not been asked. The group is not told.');
        await dilys.send(along, 'Write who goes along');
        await dilys.says(/Dilys Penhallow goes along/);
        await dilys.send({}, 'Ask the group');
        await dilys.says(/No answer yet/);
      });

      scene('the group is given its page, on a card', async () => {
        await dilys.follow('About the group');
        await dilys.follow('The group’s own page');
        await dilys.press('Give the group its page');
        const printed = (await dilys.page.locator('.app-address').innerText()).trim();
        address = /\/g\/[a-z0-9-]{14}$/.exec(printed)?.[0] ?? '';
        assert.ok(address, `the card says ${printed}`);
      });

      scene(
        'W2 the group opens it on a telephone, without JavaScript, and reads the agreed lines only',
        async () => {
          group = at(await windows.phone());
          await opensItsPage();
          await group.says(
            'The Boat Shed',
            'Somebody would like to come.',
            'Alec',
            'By the gate, before the rest.',
          );
          await group.saysNothingOf(/Thornbury/, /widower/i, /since May/i);
          await group.press('Yes, they are welcome');
          await group.says('Thank you. We let them know that they are welcome.', 'Coming');
        },
      );

      scene('it says in one press that everything is still right', async () => {
        await opensItsPage();
        await group.press('Yes, it is still right');
        await group.says('Thank you. That is all: it is marked as right today.');
      });

      scene('it changes its time with one Save, and says that it is full', async () => {
        await group.follow('Change something');
        await group.send({ From: '10am', To: '12.30pm' }, 'Save');
        await group.says(/Thursdays, 10am to 12.30pm/);
        await group.send({}, 'We are full');
        await group.says('Thank you. It says that you are full.');
        await isNarrow();
      });

      scene('whoever looks sees the new time, and that it is full', async () => {
        const neighbour = at(await windows.neighbour());
        await neighbour.page.goto('/at/saltbeck');
        await neighbour.send({ 'What would be good?': 'mend engines' }, 'Look');
        const card = neighbour.page.locator('.app-found > li').filter({ hasText: 'The Boat Shed' });
        assert.match(await card.innerText(), /Full at the moment: ring before you go/);
        assert.match(await card.innerText(), /Thursdays, 10am to 12.30pm/);
      });

      scene('they are introduced, and he goes', async () => {
        at(dilys);
        await dilys.meet(alec);
        await community(dilys);
        await dilys.says(/The Boat Shed/, /They and the group said yes/);
        await dilys.press('They were introduced : The Boat Shed');
        await dilys.says('Written down. We ask in two weeks whether it happened.');
        await dilys.later(10, alec);
        await community(dilys);
        await dilys.press('They went : The Boat Shed');
      });

      scene('a month later he still goes, and it reads as a plain story', async () => {
        await dilys.later(31, alec);
        await community(dilys);
        await dilys.says(/Alec was introduced to The Boat Shed on/, /Alec first went on/);
        await dilys.press('Still going : The Boat Shed');
        await dilys.says('Written down: still going.');
      });

      scene('the group is thanked, and told how many came only as a few', async () => {
        await dilys.follow('The Boat Shed');
        await dilys.follow('About the group');
        await dilys.follow('The group’s own page');
        await dilys.send({ 'What it changed for somebody': thanks }, 'Thank them');
        at(group);
        await opensItsPage();
        await group.says(thanks, /A few people came to you/);
        await group.saysNothingOf(/Thornbury/);
        await isNarrow();
      });
    },
  );

  async function opensItsPage() {
    await group.page.goto(address);
    await isNarrow();
  }

  async function isNarrow() {
    const wide = await group.page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 320, `${group.page.url()} is ${wide} wide`);
  }
}

const community = (worker: Worker) =>
  worker.follow(/^Community$/, worker.page.getByRole('navigation', { name: 'About this person' }));

const ring: Answers = {
  'What did they say?': 'My daughter wrote your number on the calendar. I do not know what I want.',
  'Who is speaking?': ['They are speaking for themselves'],
};

const firstTalk: Answers = {
  'Where, or how?': 'at his door, then in the kitchen',
  'What Alec said': `${engines} Since May the house has been quiet.`,
  'What I noticed': 'A widower, shy until the gasket on the shelf was spoken of.',
};

const offer: Answers = {
  'Why this one, for Alec?': 'There is an engine there that nobody can start.',
  'How would Alec like to be introduced?': ['Somebody goes along with them'],
  'How did Alec say yes?': 'I will look at it. I am not joining anything.',
};

const lines: Answers[] = [
  {
    'What it is': 'First name',
    'In exactly these words': 'Alec',
    'How Alec said yes to this': 'They may have that.',
  },
  {
    'What it is': 'How they like to be met',
    'In exactly these words': 'By the gate, before the rest.',
    'How Alec said yes to this': 'Yes, say that. Then I need not.',
  },
  { 'What it is': 'Good to know', 'In exactly these words': 'A widower since May' },
];

const along: Answers = {
  'Who goes along with Alec?': 'Dilys Penhallow',
  'Who they are': ['One of us'],
  'When and where do they meet?': 'at the gate, ten to ten',
};

const thanks = 'Somebody came home with oil on his cuffs and slept.';
