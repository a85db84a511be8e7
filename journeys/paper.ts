import type { Page } from 'playwright-core';

/** The width of an A4 page with its margins, in the pixels a browser prints with. */
const paper = { width: 700, height: 1000 };

/** What would be wrong with the page on paper, each as a sentence. */
export async function faultsOnPaper(page: Page): Promise<string[]> {
  await page.setViewportSize(paper);
  await page.emulateMedia({ media: 'print' });
  const faults = await page.evaluate((width) => {
    const all = [...document.querySelectorAll<HTMLElement>('body *')].filter((one) => one.checkVisibility());
    const faulty = {
      'is printed': all.filter((one) => one.matches('nav a, button, form, .govuk-skip-link, [role=button]')),
      'is wider than the paper': all.filter((one) => one.getBoundingClientRect().right > width + 1),
      'is cut off': all.filter(
        (one) =>
          getComputedStyle(one).overflow !== 'visible' &&
          (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1),
      ),
    };
    return Object.entries(faulty).flatMap(([fault, ones]) =>
      ones.map((one) => `${one.outerHTML.slice(0, 100)} ${fault}`),
    );
  }, paper.width);
  const pages =
    (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  await page.emulateMedia({ media: null });
  return pages > 0 ? faults : [...faults, 'prints no page'];
}
