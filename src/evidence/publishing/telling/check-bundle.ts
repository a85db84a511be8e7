import { Bundle, type ToldFigure, type ToldLine } from './bundle.ts';
import { lineOf } from './line-of.ts';
import { shareOf } from './told-figures.ts';

/** One thing wrong with a file, and the line it stands on. */
export interface Wrong {
  line: number;
  message: string;
}

export type Checked = { bundle: Bundle; shares: number } | { wrong: Wrong[] };

const mostWrong = 50;

/**
 * Reads a bundle and works every percentage and interval out again from its counts. Everything wrong is told by line, and a
 * file with anything wrong is not read at all.
 */
export function checkBundle(text: string): Checked {
  const parsed = parse(text);
  if ('wrong' in parsed) return { wrong: [parsed.wrong] };
  const read = Bundle.safeParse(parsed.value);
  if (!read.success)
    return {
      wrong: read.error.issues.slice(0, mostWrong).map(({ path, message }) => ({
        line: lineOf(text, path),
        message: `${path.join('.') || 'the file'}: ${message}`,
      })),
    };
  const bundle = read.data;
  const wrong = bundle.figures.flatMap((figure, at) =>
    wrongWith(figure, bundle.figures.slice(0, at)).map((message) => ({
      line: lineOf(text, ['figures', at]),
      message,
    })),
  );
  const lines = bundle.breakdowns ?? [];
  lines.forEach((one, at) => {
    const name = `${one.by}, ${one.line}, ${one.group}`;
    const isTwice = lines.slice(0, at).some((other) => isSameLine(one, other));
    for (const message of isTwice ? [`${name} is told twice`] : wrongShare(name, one))
      wrong.push({ line: lineOf(text, ['breakdowns', at]), message });
  });
  const shares = [...bundle.figures, ...lines].filter(({ percentage }) => percentage !== null).length;
  return wrong.length > 0 ? { wrong: wrong.slice(0, mostWrong) } : { bundle, shares };
}

function wrongWith(figure: ToldFigure, before: readonly ToldFigure[]): string[] {
  const name = `${figure.measure}, ${figure.group}, ${figure.windowDays} days`;
  return before.some((one) => isSame(one, figure)) ? [`${name} is told twice`] : wrongShare(name, figure);
}

type Share = Pick<ToldFigure, 'numerator' | 'denominator' | 'percentage' | 'low' | 'high'>;

function wrongShare(name: string, figure: Share): string[] {
  const { numerator, denominator } = figure;
  if (numerator !== null && denominator === null)
    return [`${name}: ${numerator} of a hidden number is told; hide both`];
  if (numerator !== null && denominator !== null && numerator > denominator)
    return [`${name}: ${numerator} of ${denominator} is more than all of them`];
  const again = shareOf(numerator, denominator);
  return (['percentage', 'low', 'high'] as const).flatMap((part) => {
    const told = figure[part];
    if (told === again[part] || (told !== null && again[part] !== null && near(told, again[part]))) return [];
    return [`${name}: ${part} is told as ${inWords(told)}; worked out again it is ${inWords(again[part])}`];
  });
}

const isSame = (one: ToldFigure, other: ToldFigure): boolean =>
  one.measure === other.measure && one.group === other.group && one.windowDays === other.windowDays;

const isSameLine = (one: ToldLine, other: ToldLine): boolean =>
  one.by === other.by &&
  one.line === other.line &&
  one.group === other.group &&
  one.windowDays === other.windowDays;

/** Told to a tenth of a percentage point. */
const near = (one: number, other: number): boolean => Math.abs(one - other) < 0.051;

const inWords = (percentage: number | null): string => (percentage === null ? 'nothing' : `${percentage}%`);

function parse(text: string): { value: unknown } | { wrong: Wrong } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const line = lineOfSlip(text, error instanceof Error ? error.message : '');
    return { wrong: { line, message: 'This is no JSON from here on: a comma, quote or bracket is missing' } };
  }
}

/** Where reading broke off: the engine names a position, or the ten letters on either side, or that the text ended. */
function lineOfSlip(text: string, said: string): number {
  const position = /position (\d+)/.exec(said)?.[1];
  if (position) return text.slice(0, Number(position)).split('\n').length;
  const [, token = '', cut, around] =
    /^Unexpected token '(.*?)', (\.\.\.)?"(.*)"(?:\.\.\.)? is not valid JSON$/s.exec(said) ?? [];
  const at = around === undefined ? -1 : text.indexOf(around);
  if (around === undefined || at < 0) return text.trimEnd().split('\n').length;
  return text.slice(0, at + (cut ? 10 : around.indexOf(token))).split('\n').length;
}
