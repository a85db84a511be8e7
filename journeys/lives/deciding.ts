import type { Answers, Worker } from './steps.ts';

/** A decision as it is put down: what is in each outcome, and the rest of the page. */
export interface Deciding {
  /** By outcome, as the page calls it: the words, when they manage; in which way and the words, when unable. */
  outcomes: Record<string, string | { unable: string; words: string }>;
  answers: Answers;
}

/** Fills in the page of the decision, outcome by outcome, and gives it. */
export async function decide(worker: Worker, { outcomes, answers }: Deciding): Promise<void> {
  for (const [outcome, how] of Object.entries(outcomes)) {
    const row = worker.page
      .locator('main details')
      .filter({ hasText: new RegExp(outcome, 'i') })
      .first();
    if (typeof how === 'string') await worker.fill({ [outcome]: ['They manage'], [showing]: how }, row);
    else
      await worker.fill(
        { [outcome]: ['Unable'], 'If unable, in which way': how.unable, [showing]: how.words },
        row,
      );
  }
  await worker.send(answers, 'Give the decision');
}

const showing = 'The words that show it, or why nothing was said';
