import type { Side, WorkingLine } from './share.ts';

export type Typed = { lines: WorkingLine[] } | { problem: string };

/** Our judgement: more in a week, or in more lines, is a slip of the pen. */
const mostPence = 10_000_000;
const mostLines = 40;
const longestLine = 300;

const oneLine = /^(.*?\S)[\s,:]+£?\s?(\d[\d,]{0,9}(?:\.\d{1,2})?)$/;

/**
 * Reads a working as people write one: a line each, the amount a week at its end. Empty lines are nothing.
 * @example readWorking('State pension 221.20\nWork pension, £40', 'coming-in')
 * // { lines: [{ side: 'coming-in', what: 'State pension', weeklyPence: 22_120 }, …] }
 */
export function readWorking(text: string, side: Side): Typed {
  const lines: WorkingLine[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (!line) continue;
    const found = line.length <= longestLine ? oneLine.exec(line) : null;
    const weeklyPence = Math.round(Number(found?.[2]?.replaceAll(',', '')) * 100);
    const what = found?.[1]?.replace(/[\s,:]+$/, '') ?? '';
    if (!what || !(weeklyPence <= mostPence))
      return {
        problem: `Write “${line.slice(0, 60)}” with its amount a week at the end, like State pension 221.20`,
      };
    if (lines.length === mostLines) return { problem: `Write ${mostLines} lines or fewer` };
    lines.push({ side, what, weeklyPence });
  }
  return { lines };
}
