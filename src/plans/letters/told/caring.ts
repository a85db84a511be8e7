import { latestOn, type Side, type Statement, sameThing, sides } from '../../../people/carers/willing.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import type { Determination } from '../../determinations/determinations.store.ts';
import { type Block, heading } from '../letter.ts';

/** What a carer said about one thing, willing and able apart. */
export interface CarerSaid extends Statement {
  forWhom: string;
}

/**
 * N5: what a carer is willing and able to do, one thing a sentence, said to them (Care Act 2014 s10(5)(a) and (b)).
 * @example willingToYou(statements) // ['Nights: you are willing (20 November 2026), and you are not able (21 November 2026).']
 */
export function willingToYou(statements: readonly CarerSaid[]): string[] {
  const people = [...new Set(statements.map(({ forWhom }) => forWhom))];
  return people.flatMap((forWhom) => {
    const about = people.length > 1 ? `For ${forWhom}, ` : '';
    return thingsToYou(
      statements.filter((one) => one.forWhom === forWhom),
      about,
    );
  });
}

function thingsToYou(statements: readonly CarerSaid[], about: string): string[] {
  const things: string[] = [];
  for (const { thing } of statements) if (!things.some((one) => sameThing(one, thing))) things.push(thing);
  return things.map((thing) => {
    const said = sides.map((side) => sideToYou(statements, thing, side)).join(', and ');
    const first = about ? `${about}${thing}` : `${thing.charAt(0).toUpperCase()}${thing.slice(1)}`;
    return `${first}: ${said}.`;
  });
}

function sideToYou(statements: readonly CarerSaid[], thing: string, side: Side): string {
  const last = latestOn(statements, thing, side);
  if (!last) return `nobody has asked yet whether you are ${side}`;
  return `you are ${last.answer === 'yes' ? '' : 'not '}${side} (${longDate(last.saidOn)})`;
}

/** Whether caring harms their health, as it was decided (SI 2015/313 reg 3(2)(a)). */
export function healthToYou(determination: Determination | null): Block[] {
  if (determination?.kind !== 'carer') return [];
  const found = determination.healthAtRisk
    ? 'Your health is getting worse because of the care you give, or may.'
    : 'We did not find that the care you give is making your health worse.';
  return [heading('Your health'), { kind: 'paragraph', words: found }];
}
