import { latestOn, type Statement, sameThing, sides } from '../../people/carers/willing.ts';
import { longDate } from '../../platform/ui/dates.ts';

/** Words a carer said that were marked on their own record. */
export interface MarkedWords {
  kind: 'carer-likely-to-stay' | 'carer-wishes';
  phrase: string;
}

/** What the law asks of a carer's own conversation, beside the outcomes. */
export interface ToldAboutCaring {
  statements: readonly Statement[];
  marked: readonly MarkedWords[];
}

/** @example thingsInWords(statements) // ['Nights: willing, yes, 20 November 2026; able, no, 21 November 2026.'] */
export function thingsInWords(statements: readonly Statement[]): string[] {
  const things: string[] = [];
  for (const { thing } of statements) if (!things.some((one) => sameThing(one, thing))) things.push(thing);
  return things.map((thing) => {
    const said = sides.map((side) => {
      const last = latestOn(statements, thing, side);
      return last ? `${side}, ${last.answer}, ${longDate(last.saidOn)}` : `${side}, not asked yet`;
    });
    return `${thing.charAt(0).toUpperCase()}${thing.slice(1)}: ${said.join('; ')}.`;
  });
}

/**
 * N5, C3-4: what nobody has asked a carer yet, as plain questions. Care Act 2014 s10(5)(a) and (b): whether they are
 * able and willing, and likely to go on being so; s10(6): whether they work or wish to, and learn, or have time of
 * their own or wish to. Nothing is refused for it: a gap is a question.
 * @example stillToAsk({ statements: [], marked: [] }, 'Jean').length // 4
 */
export function stillToAsk({ statements, marked }: ToldAboutCaring, name: string): string[] {
  const has = (kind: MarkedWords['kind']) => marked.some((one) => one.kind === kind);
  return [
    ...sides
      .filter((side) => !statements.some((one) => one.side === side))
      .map((side) => `What is ${name} ${side} to do, one thing at a time?`),
    ...(has('carer-likely-to-stay') ? [] : [`Is ${name} likely to go on being willing and able?`]),
    ...(has('carer-wishes')
      ? []
      : [`What does ${name} want for work, for learning, and for time of their own?`]),
  ];
}
