import assert from 'node:assert/strict';
import { describe, it as test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { addDays, type Day, dayOf } from '../../src/platform/clock.ts';
import type { SiteWithClock } from '../clock-site.ts';
import type { Hands } from '../hands.ts';
import { type Faults, faultsAtWidths } from '../page-checks.ts';
import { giveLetter } from './letters.ts';

/** What is put into a form: words or a choice in a list, `['a choice']` among radios, `true` for a tick. */
export type Answers = Record<string, string | [string] | true>;

/** Somebody at work, who comes to every page by a link or a button that is there to be seen. */
export interface Worker {
  page: Page;
  /** Presses a link, or a link that looks like a button; the first of that name unless told where. */
  follow(link: string | RegExp, within?: Locator): Promise<void>;
  /** Fills in the form that asks these, and sends it with the button. */
  send(answers: Answers, button: string | RegExp, within?: Locator): Promise<void>;
  /** Sends it, or presses what asks nothing, and is told not yet, in these words. */
  isRefused(answers: Answers, button: string | RegExp, ...because: (string | RegExp)[]): Promise<void>;
  /** Fills in without sending. */
  fill(answers: Answers, within: Locator): Promise<void>;
  press(button: string | RegExp): Promise<void>;
  says(...texts: (string | RegExp)[]): Promise<void>;
  saysNothingOf(...texts: (string | RegExp)[]): Promise<void>;
  /** Comes in by the front page. */
  signIn(): Promise<void>;
  /** From the person's plan being written to reading it together. */
  readAndAgree(): Promise<void>;
  /** Signs in when asked to, looks for a person and opens their record. */
  meet(name: string): Promise<void>;
  /** Some days pass; then the same person again. */
  later(days: number, name: string): Promise<void>;
  /** A day so many days from now, as people write it. */
  day(days?: number): string;
  /** Gives the person the latest letter of this heading, and answers what they now hold, on the page and on paper. */
  give(letter: string, answers?: Answers): Promise<string>;
}

export interface WorkerParts {
  site: SiteWithClock;
  hands: Hands;
  /** Who signs in. */
  me: string;
  /** Whether every new kind of page is looked at, wide and narrow. */
  isLooking: boolean;
}

export function workerOf({ site, hands, me, isLooking }: WorkerParts): Worker {
  const { page } = hands;
  const whole = page.locator('body');
  const today = (): Day => dayOf(site.clock.now());
  const named = (name: string | RegExp) => ({ name, exact: typeof name === 'string' });
  const refused = page.getByRole('alert');
  const arrived = async (isRefused = false) => {
    if (!isRefused && (await refused.count())) throw new Error(`Not yet: ${await refused.innerText()}`);
    const faults = isLooking ? await faultsOfNewKind(page) : [];
    assert.deepEqual(faults, [], page.url());
  };
  const go = async (target: Locator) => {
    await unfold(hands, target);
    await hands.go(target);
    await arrived();
  };
  const says = async (...texts: (string | RegExp)[]) => {
    for (const text of texts) await whole.getByText(text).filter({ visible: true }).first().waitFor();
  };
  const sent = async (answers: Answers, button: string | RegExp, within: Locator) => {
    const [first] = Object.keys(answers);
    const its = page.locator('button').filter({ hasText: button });
    const all = within.locator('form', { has: its });
    const form = (first ? all.filter({ has: asked(page, first, answers[first]) }) : all).first();
    await fill(hands, form, answers);
    const sends = form.locator('button').filter({ hasText: button }).first();
    await unfold(hands, sends);
    await hands.go(sends);
  };
  const worker: Worker = {
    page,
    says,
    follow: (link, within = whole) =>
      go(
        within
          .getByRole('link', named(link))
          .or(within.locator('a[role=button]', { hasText: link }))
          .first(),
      ),
    fill: (answers, within) => fill(hands, within, answers),
    press: (button) => go(whole.getByRole('button', named(button)).first()),
    send: async (answers, button, within = whole) => {
      await sent(answers, button, within);
      await arrived();
    },
    isRefused: async (answers, button, ...because) => {
      if (Object.keys(answers).length) await sent(answers, button, whole);
      else await hands.go(whole.getByRole('button', named(button)).first());
      await arrived(true);
      for (const one of because) await refused.getByText(one).first().waitFor();
    },
    saysNothingOf: async (...texts) => {
      for (const text of texts) assert.equal(await whole.getByText(text).count(), 0, `it says ${text}`);
    },
    signIn: async () => {
      await page.goto('/');
      const mine = page.getByRole('button', named(me));
      if (await mine.count()) await hands.go(mine);
    },
    readAndAgree: async () => {
      for (const link of ['Plan', 'Go on writing the plan', 'Read it together and agree it'])
        await worker.follow(link);
    },
    meet: async (name) => {
      await worker.signIn();
      await hands.go(page.getByRole('link', named('People')));
      await worker.send(
        { 'A name, in any order. Or a birth date, phone, postcode or NHS number': name },
        'Look',
      );
      await worker.follow(name);
      await page.getByRole('heading', { name, level: 1 }).waitFor();
    },
    later: async (days, name) => {
      site.clock.set(`${addDays(today(), days)}T10:00:00Z`);
      await worker.meet(name);
    },
    day: (days = 0) => longDay.format(new Date(`${addDays(today(), days)}T12:00:00Z`)),
    give: (letter, answers = {}) => giveLetter(worker, letter, answers),
  };
  return worker;
}

const longDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });

/** A field by its label, or a group of radios by its legend. */
function asked(page: Page, label: string, answer: Answers[string] | undefined): Locator {
  return Array.isArray(answer)
    ? page.getByRole('group', { name: label, exact: true, includeHidden: true })
    : page.getByLabel(label, { exact: true });
}

async function fill(hands: Hands, form: Locator, answers: Answers): Promise<void> {
  for (const [label, answer] of Object.entries(answers)) {
    const field = Array.isArray(answer)
      ? form
          .locator('fieldset')
          .filter({ has: hands.page.locator('> legend').filter({ hasText: label }) })
          .or(form.locator(`fieldset[aria-label="${label}"]`))
          .last()
          .getByLabel(answer[0], { exact: true })
          .first()
      : form.getByLabel(label, { exact: true }).first();
    await unfold(hands, field);
    if (Array.isArray(answer)) await hands.choose(field);
    else if (answer === true) await hands.tick(field);
    else if ((await field.evaluate((one) => one.tagName)) === 'SELECT') await hands.pick(field, answer);
    else await hands.write(field, answer);
  }
}

/** Opens whatever it is folded away in. */
async function unfold(hands: Hands, target: Locator): Promise<void> {
  await target.waitFor({ state: 'attached' });
  for (const folded of await target.locator('xpath=ancestor::details[not(@open)]').all())
    await hands.open(folded.locator('> summary'));
}

const seen = new Set<string>();

/** Looks at each kind of page once. */
async function faultsOfNewKind(page: Page): Promise<Faults> {
  const kind = new URL(page.url()).pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id');
  if (seen.has(kind)) return [];
  seen.add(kind);
  return faultsAtWidths(page);
}

/** A life told in scenes; each goes on from where the one before it ended. */
export function scenesOf(life: string, worker: () => Worker | undefined, tell: (scene: Scene) => void): void {
  describe(life, () => {
    let stopped = '';
    tell((title, play) => {
      test(title, { timeout: 120_000 }, async () => {
        assert.equal(stopped, '', 'an earlier scene of this life failed');
        stopped = title;
        await play().catch(async (error: Error) => {
          const page = worker()?.page;
          throw new Error(`${error.message}\n${page ? await shownOn(page) : ''}`, { cause: error });
        });
        stopped = '';
      });
    });
  });
}

export type Scene = (title: string, play: () => Promise<void>) => void;

const shownOn = async (page: Page): Promise<string> =>
  `at ${page.url()}\n${(await page.locator('main').ariaSnapshot()).slice(0, 9_000)}`;
