import type { Locator, Page } from 'playwright-core';

/** How somebody works a page. The same thread is walked with different hands. */
export interface Hands {
  page: Page;
  write(field: Locator, words: string): Promise<void>;
  choose(radio: Locator): Promise<void>;
  tick(box: Locator): Promise<void>;
  /** The choice that begins with these words. */
  pick(list: Locator, begins: string): Promise<void>;
  open(summary: Locator): Promise<void>;
  /** A link or a button that leads to another page. */
  go(target: Locator): Promise<void>;
}

/** A mouse, or a finger. */
export function pointer(page: Page): Hands {
  return {
    page,
    write: (field, words) => field.fill(words),
    choose: (radio) => radio.check(),
    tick: (box) => box.check(),
    pick: async (list, begins) => {
      const texts = await list.locator('option').allTextContents();
      await list.selectOption({ label: texts.find((text) => text.startsWith(begins)) ?? begins });
    },
    open: (summary) => summary.click(),
    go: (target) => arriving(page, () => target.click()),
  };
}

/** Tab, arrows, Space and Enter; nothing else. Focus must be seen wherever it rests. */
export function keyboard(page: Page): Hands {
  const press = (key: string) => page.keyboard.press(key);
  return {
    page,
    write: async (field, words) => {
      await reach(page, field);
      await press('ControlOrMeta+a');
      await page.keyboard.type(words);
    },
    choose: async (radio) => {
      await reachGroup(page, radio);
      for (let more = 20; more > 0 && !(await hasFocus(radio)); more -= 1) await press('ArrowDown');
      if (!(await radio.isChecked())) await press('Space');
      if (!(await radio.isChecked())) throw new Error(`The keyboard could not choose ${radio}`);
    },
    tick: async (box) => {
      await reach(page, box);
      if (!(await box.isChecked())) await press('Space');
    },
    pick: async (list, begins) => {
      await reach(page, list);
      await page.keyboard.type(begins);
      const picked = await list.locator('option:checked').textContent();
      if (!picked?.startsWith(begins)) throw new Error(`The keyboard picked “${picked}” for “${begins}”`);
    },
    open: async (summary) => {
      await reach(page, summary);
      await press('Enter');
    },
    go: async (target) => {
      await reach(page, target);
      await arriving(page, () => press('Enter'));
    },
  };
}

async function arriving(page: Page, act: () => Promise<void>): Promise<void> {
  await Promise.all([page.waitForEvent('load'), act()]);
}

const mostSteps = 400;

async function reach(page: Page, target: Locator): Promise<void> {
  await stepUntil(page, target, () => hasFocus(target));
  if (!(await isSeen(target))) throw new Error(`Focus rests on ${target} and cannot be seen`);
}

/** A group of radios is one stop of the Tab key, on the one that is chosen or the first. */
function reachGroup(page: Page, radio: Locator): Promise<void> {
  return stepUntil(page, radio, () =>
    radio.evaluate((one) => {
      const [{ form, name }, active] = [one as HTMLInputElement, document.activeElement];
      return active instanceof HTMLInputElement && active.form === form && active.name === name;
    }),
  );
}

async function stepUntil(page: Page, target: Locator, isThere: () => Promise<boolean>): Promise<void> {
  await target.waitFor({ state: 'attached' });
  for (let steps = 0; steps < mostSteps; steps += 1) {
    if (await isThere()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${target} cannot be reached with the Tab key`);
}

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((one) => one === document.activeElement);

/** Something shows that it has the focus, and it is on the screen. */
export const isSeen = (target: Locator): Promise<boolean> =>
  target.evaluate((one) => {
    const styles = [one, one.nextElementSibling].flatMap((each) =>
      each ? [getComputedStyle(each), getComputedStyle(each, '::before')] : [],
    );
    const shows = styles.some(
      ({ outlineStyle, boxShadow }) => outlineStyle !== 'none' || boxShadow !== 'none',
    );
    const { top, bottom } = one.getBoundingClientRect();
    return shows && bottom > 0 && top < innerHeight;
  });
