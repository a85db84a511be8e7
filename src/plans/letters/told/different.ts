import { longDate } from '../../../platform/ui/dates.ts';
import { sentence } from '../../../platform/ui/sentence.ts';
import { totalsInWords, totalsOf } from '../../budget.ts';
import { type Answered, quoted, setNeedsBeside } from '../../changing/beside.ts';
import { howMet } from '../../changing/what-changed.ts';
import type { Plan } from '../../plan.ts';
import { type Block, heading, type NeedAndHow, paragraph, written } from '../letter.ts';

/** P1: each need that was, how it was met and paid for, beside how it is now, and why. Nothing where all is the same. */
export function whatIsDifferent(plan: Plan, before: Plan | null): Block[] {
  const { down, startsOn } = plan;
  const rows = before ? rowsOf(before, plan) : [];
  if (!rows.length && !down.reasons) return [];
  const told = down.toldOn ? `We told you on ${longDate(down.toldOn)}. ` : '';
  const until = startsOn ? `Your plan before runs until ${longDate(startsOn)}.` : '';
  return [
    heading(`What is different from your plan before${down.reasons ? ', and why' : ''}`),
    ...(down.reasons ? [{ kind: 'written' as const, words: down.reasons.trim() }] : []),
    ...(told || until ? [paragraph(`${told}${until}`.trim())] : []),
    ...(rows.length ? [{ kind: 'needs' as const, rows }] : []),
    ...(before ? inAll(before, plan) : []),
    ...written('How you were involved', down.involved),
  ];
}

function rowsOf(before: Plan, plan: Plan): NeedAndHow[] {
  const groups = setNeedsBeside(before, plan);
  const known = new Set(groups.flatMap(({ now }) => now.map(({ id }) => id)));
  const added = plan.needs.filter(({ id }) => !known.has(id));
  return [
    ...groups.flatMap(rowOf),
    ...added.map((line) => ({
      need: sentence(line.need),
      how: ['Before: it was not in your plan.', `Now: ${howMet([line], plan.parts, 'you')}`],
    })),
  ];
}

function rowOf({ was, now, wasParts, nowParts, words }: Answered): NeedAndHow[] {
  const before = howMet(was, wasParts, 'you');
  const after = now.length ? howMet(now, nowParts, 'you') : 'It is not in this plan.';
  const renamed = now.length > 0 && quoted(was) !== quoted(now);
  const said = words.map((one) => sentence(one.words)).filter(Boolean);
  if (before === after && !renamed && !said.length) return [];
  return [
    {
      need: was.map(({ need }) => sentence(need)).join(' '),
      how: [
        `Before: ${before}`,
        `Now${renamed ? `, as ${quoted(now)}` : ''}: ${after}`,
        ...new Set(said.filter((one) => !after.includes(one))),
      ],
    },
  ];
}

/** Money in all, only where it is another sum. */
function inAll(before: Plan, plan: Plan): Block[] {
  const was = totalsInWords(totalsOf(before.parts), 'you').join(' ');
  const now = totalsInWords(totalsOf(plan.parts), 'you').join(' ');
  if (was === now) return [];
  return [
    paragraph(`In all, before: ${was || 'no money.'}`),
    paragraph(`In all, now: ${now || 'no money.'}`),
  ];
}
