import type { Worker } from '../lives/steps.ts';

/** What a printed letter says: where to go and what to type there. */
export interface LetterHeld {
  address: string;
  code: string;
}

/** Reads the letter on the screen as whoever is given it would. */
export async function readLetter({ page }: Worker): Promise<LetterHeld> {
  const address = await page.locator('.app-address').first().innerText();
  const code = await page.locator('.app-code').first().innerText();
  return { address: address.trim(), code: code.trim() };
}

/** Types what the letter says, and the number in one's head. */
export async function openWith(
  somebody: Worker,
  origin: string,
  letter: LetterHeld,
  number: string,
): Promise<void> {
  const path = letter.address.replace(/^[^/]+/, '');
  await somebody.page.goto(`${origin}${path}`);
  await somebody.send(
    { 'The code from your letter or message': letter.code, 'Your number': number },
    'Open my page',
  );
}
