import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractText } from 'unpdf';
import type { Answers, Worker } from './steps.ts';

/** Somebody who wants to read the letters as the people in these lives do names a folder for them. */
const keptIn = process.env.KEEP_LETTERS_IN;
let kept = 0;

/** Reads the latest letter of this heading on the page and as a PDF, and writes down that it was given. */
export async function giveLetter(worker: Worker, heading: string, answers: Answers): Promise<string> {
  const { page } = worker;
  await worker.follow('Letters');
  const letter = page
    .locator('section.app-letter', { has: page.locator('h3', { hasText: heading }) })
    .first();
  const pdf = await page.request.get(
    (await letter.getByRole('link', { name: /^PDF/ }).getAttribute('href')) ?? '',
  );
  assert.equal(pdf.status(), 200);
  const { text: onPaper } = await extractText(new Uint8Array(await pdf.body()), { mergePages: true });
  await worker.follow(new RegExp(`^A page to print.*: ${heading}`));
  const onPage = await page.locator('main article').innerText();
  if (keptIn) writeFileSync(join(keptIn, `letter-${++kept}.txt`), `${onPage}\n\n=== PDF\n${onPaper}`);
  await worker.follow('All their letters');
  await worker.send(answers, 'It was given', letter);
  return `${onPage}\n${onPaper.replaceAll(/\s+/g, ' ')}`;
}

/** Both the page and the paper say each of these. */
export function tells(letter: string, ...sentences: string[]): void {
  for (const one of sentences) assert.ok(letter.split(one).length > 2, `“${one}” is not in both: ${letter}`);
}

export function tellsNothingOf(letter: string, ...words: string[]): void {
  for (const one of words) assert.ok(!letter.includes(one), `“${one}” is in the letter`);
}
