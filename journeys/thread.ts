import assert from 'node:assert/strict';
import { describe, it as test } from 'node:test';
import type { Locator } from 'playwright-core';
import type { Hands } from './hands.ts';
import { type Program, programOf } from './program.ts';

/** What the evidence page counts of a thread, as numbers. */
export interface Counted {
  contacts: number;
  spokenWith: number;
  reachedThree: number;
  ongoing: number;
  refusedC31: number;
}

/**
 * The main job, from a ring on the phone to what the council sees of it, walked with whatever hands it is given.
 * Each step goes on from where the one before it ended.
 */
export function walkTheThread(title: string, name: string, put: () => Promise<Hands>): void {
  const called = name.split(' ')[0] ?? name;
  describe(title, () => {
    let hands: Hands;
    let before: Counted;
    let person = '';
    let stopped = '';

    /** One step; after one has failed the rest say so at once. */
    const it = (step: string, walk: () => Promise<void>) =>
      test(step, { timeout: 120_000 }, async () => {
        assert.equal(stopped, '', 'an earlier step of this thread failed');
        stopped = step;
        await walk();
        stopped = '';
      });

    it('signs in and comes to Today', async () => {
      hands = await put();
      await hands.page.goto('/');
      await hands.go(button('Rowan Teale'));
      await sees('heading', 'Today');
      before = await counted();
    });

    it('F4 looks for somebody who gets in touch before writing them down', async () => {
      await hands.go(link('Somebody gets in touch'));
      await hands.write(label(/^A name, in any order/), name);
      await hands.go(button('Look'));
      await says('We have not met anybody by that name');
      await hands.write(label('What did they say?'), 'The stairs are getting the better of me.');
      await hands.choose(radio('Who is speaking?', 'They are speaking for themselves'));
      await hands.go(button('Save, and it is mine'));
      await sees('heading', name);
      await says('Not yet spoken with.');
      person = new URL(hands.page.url()).pathname;
    });

    it('writes conversation 1 in four voices, and what was written is there after a reload', async () => {
      await hands.go(link('Write about a conversation').first());
      await hands.write(label(`What ${called} said`), said);
      await hands.write(label('What I noticed'), 'A stick by the door that is never used.');
      await keepDraft();
      await hands.page.goto(`${person}/write`);
      assert.equal(await label(`What ${called} said`).inputValue(), said);
      await hands.write(label('What I think'), 'It is the singing, more than the stairs.');
      await hands.write(label('What we agreed'), '- I ring the chapel by Friday\n- We talk again in a week');
      await hands.go(button('Save'));
    });

    it('turns lines of agreement into promises with a yes', async () => {
      await says('Are these promises?');
      await hands.go(button('Yes, keep these'));
      await hands.page.goto(person);
      await says(/ring the chapel/);
    });

    it('marks a sentence as what matters', async () => {
      await hands.go(link('Mark what the law needs to know in these words').first());
      await hands.choose(hands.page.getByRole('radio', { name: 'Singing on a Tuesday' }));
      await hands.pick(label('What do they settle?'), 'What matters');
      await hands.go(button('Go on'));
      await hands.go(button('Mark it'));
      await says('What these words settle');
    });

    it('C1-1 may not rest too early, and is told what would satisfy the rule', async () => {
      await hands.page.goto(person);
      await hands.go(link('Let it rest'));
      await hands.go(button('Let it rest'));
      await says('Rule C1-1');
      await says('ask who does and how that is for them');
    });

    it('keeps a sentence when the day beside it cannot be read', async () => {
      await answer(information, 'Talked through the bus pass.', async (form) => {
        await hands.write(form.getByLabel('What it was'), 'The bus pass');
        await hands.write(form.getByLabel(/^How: talked through/), 'Talked through');
        await hands.write(form.getByLabel('The day'), 'the day it rained');
      });
      const form = hands.page.locator('details[open] form');
      assert.equal(await form.getByLabel('Information given').inputValue(), 'Talked through the bus pass.');
      await says('Write the day like 21 November 2026');
      await hands.write(form.getByLabel('The day'), today());
      await hands.go(form.getByRole('button', { name: 'Write it and mark it' }));
    });

    it('C1-1 answers the gaps as plain questions, and then it rests', async () => {
      await answer('Might they need care and support?', 'The stairs may need looking at.', (form) =>
        hands.choose(form.getByRole('radio', { name: 'No', exact: true })),
      );
      await answer(carer, 'Nobody but the cat.', (form) =>
        hands.choose(form.getByRole('radio', { name: 'Nobody does' })),
      );
      await answer('Do they know how to come back to us?', 'Ring Rowan, any time.');
      await answer(/^When will we ask how it went/, 'In three weeks.', (form) =>
        hands.write(form.getByLabel('The day we ask'), inDays(21)),
      );
      await says('Everything is there.');
      await hands.go(button('Let it rest'));
      await says('Resting. How to come back is in the story.');
    });

    it('finds something nearby, and introduces them until they went', async () => {
      await hands.page.goto(person);
      await hands.go(link('Community').last());
      await hands.write(label('Look for something else'), 'sing');
      await hands.go(button('Look'));
      await hands.go(link(new RegExp(`^Introduce ${called}`)).first());
      await hands.write(label(`Why this one, for ${called}?`), 'Sang alto for thirty years.');
      await hands.choose(radio(/like to be introduced/, 'Somebody goes along with them'));
      await hands.write(label(`How did ${called} say yes?`), 'Go on then, if you come in with me.');
      await hands.go(button('Offer this introduction'));
      for (const step of ['They and the group said yes', 'They were introduced', 'They went'])
        await hands.go(button(new RegExp(`^${step}`)));
      await hands.go(link('Community').last());
      await says(/went/);
    });

    it('C2-1 stays close in a crisis with a named person and cover', async () => {
      await hands.go(link('Now'));
      await hands.go(link('It is a crisis: stay close'));
      await hands.write(label('What must change now'), 'I cannot go up those stairs in the dark again.');
      await hands.pick(label('Their cover'), 'Ama Boateng');
      await hands.write(label('To keep safe'), 'The hall light stays on.');
      await hands.go(button('Stay close'));
      await says('Rowan Teale is the named person, and Ama Boateng covers.');
    });

    it('logs a contact from the board in one line', async () => {
      await hands.go(link('Everybody we are sticking to'));
      const card = hands.page.getByRole('article').filter({ has: link(name) });
      await hands.write(
        card.getByLabel(/^Log a contact in one line/),
        'Rang: slept downstairs, in good heart.',
      );
      await hands.tick(card.getByLabel('With them'));
      await hands.go(card.getByRole('button', { name: 'Log it' }));
      const again = hands.page.getByRole('article').filter({ has: link(name) });
      await hands.go(again.getByRole('link', { name: /^Plan, peers and money/ }));
      await says('slept downstairs, in good heart');
    });

    it('C2-5 spends small money, and peers hear of it', async () => {
      await hands.open(summary('Write down small money'));
      await hands.write(label('How much'), '24.50');
      await hands.write(label('What it was for'), 'a stair lamp');
      await hands.go(form('How much').getByRole('button', { name: 'Write it down' }));
      await says('£24.50');
      await hands.open(summary('Peers have heard'));
      await hands.tick(hands.page.getByRole('checkbox', { name: 'Ama Boateng' }));
      await hands.write(label('What we heard'), 'The lamp did more than we did.');
      await hands.go(form('What we heard').getByRole('button', { name: 'Write it down' }));
      await says('The lamp did more than we did.');
    });

    it('C2-6 ends with what changed, their view and what is next', async () => {
      await hands.open(summary('Is it time to end this, or to go on?'));
      await hands.write(label('What changed'), 'There is light on the stairs.');
      await hands.write(label(`What ${called} says of it`), 'I want to think about living downstairs.');
      await hands.choose(radio('What is next', /^Building a good life/));
      await hands.write(label('How to come back, unless it goes on'), 'Ring Rowan.');
      await hands.go(form('What changed').getByRole('button', { name: 'Write it down' }));
    });

    it('C3-1 is refused without a peer test, and the attempt is kept', async () => {
      await hands.page.goto(`${person}/conversation-3`);
      await hands.go(button('Begin building a good life'));
      await says('Rule C3-1');
      await hands.page.goto(`${person}/conversation-3`);
      await says('Tried before');
    });

    it('C3-1 opens once colleagues have tested it', async () => {
      await hands.write(
        label(/listening and connecting is used up/),
        'The choir is good and the stairs remain.',
      );
      await hands.write(label(/working intensively is used up/), 'The fall is over; the house is the same.');
      await hands.tick(hands.page.getByRole('checkbox', { name: /^Ama Boateng/ }));
      await hands.go(form(/listening and connecting/).getByRole('button', { name: 'Write it down' }));
      await hands.go(button('Begin building a good life'));
      await says('Conversation 3 is open.');
    });

    it('C3-3 tells them beforehand what this conversation is', async () => {
      await hands.choose(radio('How', 'Out loud'));
      await hands.go(button('Write it down'));
      await says(`${called} was told on`);
    });

    it('C3-4 gives the decision on the three tests with the words that show it', async () => {
      await hands.choose(radio(/come from an impairment or illness/, 'Yes'));
      await hands.write(label('What it comes from'), 'Arthritis in both knees.');
      await unable('getting about their home safely', 'can, and it puts', 'I go up on my hands.');
      await unable(
        'keeping the home fit to live in',
        'can, with great pain',
        'I have not changed a bed since spring.',
      );
      await hands.choose(radio(/significant difference/, 'Yes'));
      await hands.write(label('What difference it makes'), 'The upstairs of my own house is shut to me.');
      await hands.write(label(`What ${called} wants`), 'To live downstairs, in my own house, and sing.');
      await hands.write(label('What they think'), 'A bed downstairs would give the house back.');
      await hands.write(
        label('Your decision: the reasons'),
        'Two outcomes are out of reach, and it matters.',
      );
      await hands.go(button('Give the decision'));
      await says(`The law requires us to help ${called}`);
    });

    it('C3-5 writes the plan: a good life, needs, and then money', async () => {
      await hands.go(link('Plan'));
      await hands.go(button('Begin a plan'));
      await hands.open(summary('Set down a need'));
      await hands.write(label('What is needed'), 'To sleep and wash on one floor');
      await hands.tick(label('The law requires us to meet this'));
      await hands.choose(radio('How it is met', 'By support that is paid for'));
      await hands.write(label('Who, by name'), 'Lantern Lane support');
      await hands.write(label(/^How, and how often/), 'An hour each morning');
      await hands.go(button('Set it down'));
      await hands.open(summary('Add a part to the budget'));
      await hands.pick(label('For which need'), 'To sleep and wash on one floor');
      await hands.write(label('What it pays for'), 'Seven mornings');
      await hands.write(label('The council pays'), '140');
      await hands.write(label(`${called} pays`), '10');
      await hands.go(button('Add it'));
      await hands.go(link('Write about a good life'));
      await hands.write(label(`What a good life is to ${called}`), 'My own front door, and Tuesdays.');
      await hands.write(label('If things go wrong'), 'Ring Rowan; Ama comes.');
      await hands.write(label('Advice on what else can help'), 'The chapel has a stair-free side door.');
      await hands.choose(radio(/like a direct payment/, /^They were offered it/));
      await hands.go(button('Save the words'));
      await hands.go(link(`What ${called} pays, and how it is worked out`));
      await hands.choose(radio('How was it worked out?', /^With a light look/));
      await hands.write(label(`${called} pays each week`), '10');
      await hands.write(label(/^How it was worked out/), 'Ten pounds, from the pension letter.');
      await hands.go(button('Keep it'));
      await hands.go(link('Plan'));
      await hands.go(link('Go on writing the plan'));
    });

    it('C3-5 agrees it in their words, and it stands', async () => {
      await hands.go(link('Read it together and agree it'));
      await hands.choose(radio(`Does ${called} agree?`, 'In part'));
      await hands.write(label('In their words'), 'Yes to the mornings. I am not sure of ten pounds.');
      await hands.tick(hands.page.getByRole('checkbox', { name: /in the fair budget$/ }).first());
      await hands.go(button('Let the plan stand'));
      await says(`${called} agrees in part`);
    });

    it('prints a copy for the person, addressed to them', async () => {
      await hands.go(link('A copy to print'));
      await sees('heading', 'Your plan');
      await says('My own front door, and Tuesdays.');
      await says('End of letter');
      await hands.page.goBack();
      await hands.open(summary('Write down that a copy was given'));
      await hands.choose(radio('In what format', 'In large print'));
      await hands.go(button('It was given'));
      await says(`to ${called}, in large print, by Rowan Teale`);
    });

    it('changes what the evidence page counts by exactly what was done', async () => {
      await hands.go(link('Evidence'));
      await sees('heading', 'Is the new way helping?');
      assert.deepEqual(await counted(), {
        contacts: before.contacts + 1,
        spokenWith: before.spokenWith + 1,
        reachedThree: before.reachedThree + 1,
        ongoing: before.ongoing + 1,
        refusedC31: before.refusedC31 + 1,
      });
    });

    const said =
      'Singing on a Tuesday is what I miss. I have not been since the bus changed. Those stairs frighten me.';
    const information = 'What information did you give them?';
    const carer = /^Have you asked who looks out for them/;
    const label = (text: string | RegExp) => hands.page.getByLabel(text, { exact: typeof text === 'string' });
    const button = (text: string | RegExp) =>
      hands.page.getByRole('button', { name: text, exact: typeof text === 'string' });
    /** A link, or a link that looks like a button. */
    const link = (text: string | RegExp) =>
      hands.page
        .getByRole('link', { name: text, exact: typeof text === 'string' })
        .or(hands.page.locator('a').and(button(text)));
    const summary = (text: string | RegExp) => hands.page.locator('summary', { hasText: text });
    const form = (field: string | RegExp) => hands.page.locator('form', { has: label(field) });
    const radio = (legend: string | RegExp, choice: string | RegExp) =>
      hands.page
        .getByRole('group', { name: legend })
        .getByRole('radio', { name: choice, exact: typeof choice === 'string' });
    const sees = (role: 'heading', text: string) =>
      hands.page.getByRole(role, { name: text, level: 1 }).waitFor();
    const says = (text: string | RegExp) =>
      hands.page.getByText(text).filter({ visible: true }).first().waitFor();

    /** With script it keeps itself; without, there is a button. */
    async function keepDraft() {
      const script = await hands.page.locator('body.js-enabled').count();
      if (script) await says(/^Saved \d/);
      else await hands.go(button('Keep as a draft'));
    }

    async function answer(
      question: string | RegExp,
      sentence: string,
      details: (form: Locator) => Promise<void> = async () => undefined,
    ) {
      const box = hands.page.locator('details', { has: summary(question) });
      await hands.open(box.locator('summary'));
      await hands.write(box.getByRole('textbox').first(), sentence);
      await details(box);
      await hands.go(box.getByRole('button', { name: 'Write it and mark it' }));
    }

    async function unable(outcome: string, sense: string, words: string) {
      const row = hands.page.locator('details', { has: summary(`Nothing yet about ${outcome}`) });
      await hands.open(row.locator('summary'));
      await hands.choose(row.getByRole('radio', { name: 'Unable' }));
      await hands.pick(row.getByLabel('If unable, in which way'), sense);
      await hands.write(row.getByLabel(/^The words that show it/), words);
    }

    const counted = async (): Promise<Counted> => countedNow(await programOf(hands.page));
  });
}

interface EvidenceJson {
  evidence: {
    site: {
      came: { contacts: number };
      waits: { spokenWith: number };
      reached: { three: number; ongoing: number };
    };
  };
  log: { refusals: { what: string; times: number }[] };
}

/** What is counted this minute: where counting is dear, figures are kept a while unless they are asked for again. */
export async function countedNow(program: Program): Promise<Counted> {
  await program.post('/evidence/counts');
  const { evidence, log } = await program.get<EvidenceJson>('/evidence');
  const { site } = evidence;
  return {
    contacts: site.came.contacts,
    spokenWith: site.waits.spokenWith,
    reachedThree: site.reached.three,
    ongoing: site.reached.ongoing,
    refusedC31: log.refusals.find(({ what }) => what === 'C3-1')?.times ?? 0,
  };
}

const london = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });
const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/London' });

export const inDays = (days: number): string => london.format(Date.now() + days * 86_400_000);
export const today = (): string => inDays(0);
export const now = (): string => `${today()}, ${clock.format(Date.now())}`;
