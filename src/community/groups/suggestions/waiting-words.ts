import { answerWithin, type Waiting } from './suggestion.ts';

/** @example waitingInWords({ count: 3, overAWeek: 1, longest: 12 }) // '3 wait for an answer, 1 of them for more than 7 days; the longest 12 days.' */
export function waitingInWords({ count, overAWeek, longest }: Waiting): string {
  if (count === 0 || longest === null) return 'Every suggestion has its answer.';
  const waits = count === 1 ? '1 waits for an answer' : `${count} wait for an answer`;
  const old = overAWeek ? `, ${overAWeek} of them for more than ${answerWithin} days` : '';
  return `${waits}${old}; the longest ${longest === 1 ? '1 day' : `${longest} days`}.`;
}
