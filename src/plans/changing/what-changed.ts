import { sentence } from '../../platform/ui/sentence.ts';
import { type BudgetPart, moneyInWords, totalsInWords, totalsOf } from '../budget.ts';
import { type MetBy, metByInWords, type NeedLine, type Plan } from '../plan.ts';
import { type Answered, quoted, setNeedsBeside } from './beside.ts';

export type Told = Pick<
  Plan,
  'needs' | 'parts' | 'beside' | 'goodLife' | 'whatIDo' | 'wishes' | 'ifThingsGoWrong' | 'advice'
>;

/**
 * What changed from one plan to the next, as sentences: more and less alike, needs first and money after.
 * @example whatChanged(plan, plan, 'Wilf') // []
 */
export function whatChanged(before: Told, after: Told, name: string): string[] {
  const groups = setNeedsBeside(before, after);
  const known = new Set(groups.flatMap(({ now }) => now.map(({ id }) => id)));
  const added = after.needs.filter(({ id }) => !known.has(id));
  return [
    ...groups.flatMap((group) => changedIn(group, name)),
    ...added.map((line) => `${quoted([line])} is new. ${metAs(line)}.`),
    ...moneyChanged(before, after, name),
    ...wordsChanged(before, after),
  ];
}

function changedIn(group: Answered, name: string): string[] {
  const { was, now } = group;
  const [before] = was;
  const [after] = now;
  if (!after || !before) return was.map((line) => `${quoted([line])} was in it before, and is not now.`);
  if (was.length > 1 || now.length > 1)
    return [
      `${quoted(was)} ${was.length > 1 ? 'are' : 'is'} now ${quoted(now)}.`,
      ...was.map((line) => `Before, ${quoted([line])}: ${howMet([line], [], name)}`),
      ...now.map((line) => `Now, ${quoted([line])}: ${howMet([line], [], name)}`),
      ...moneyIn(group),
    ];
  return [...oneChanged(before, after), ...moneyIn(group)];
}

function oneChanged(before: NeedLine, after: NeedLine): string[] {
  const need = quoted([after]);
  return [
    ...(before.need === after.need ? [] : [`${quoted([before])} is now ${need}.`]),
    ...(before.metBy === after.metBy && before.who === after.who
      ? []
      : [`${need}: it was ${lower(metAs(before))}. It is ${lower(metAs(after))} now.`]),
    ...howChanged(before, after, need),
    ...(before.isEligible === after.isEligible ? [] : [`The law ${requires(after)} us to meet ${need}.`]),
  ];
}

function howChanged(before: NeedLine, after: NeedLine, need: string): string[] {
  if (before.how === after.how) return [];
  return [
    ...(before.how ? [`How ${need} was met before: ${ended(before.how)}`] : []),
    ...(after.how ? [`How ${need} is met now: ${ended(after.how)}`] : []),
  ];
}

const requires = ({ isEligible }: NeedLine): string =>
  isEligible ? 'requires' : 'is no longer said to require';

const metAs = ({ metBy, who }: NeedLine): string =>
  metBy === 'not-met' || !who ? metByInWords[metBy] : `${metByInWords[metBy]} (${who})`;

function moneyIn({ now, wasParts, nowParts }: Answered): string[] {
  const was = totalsOf(wasParts).weekly;
  const is = totalsOf(nowParts).weekly;
  if (was.council === is.council) return [];
  return [
    `For ${quoted(now)} the council pays ${moneyInWords(is.council)} a week, where it paid ${moneyInWords(was.council)}.`,
  ];
}

function moneyChanged(before: Told, after: Told, name: string): string[] {
  const was = totalsOf(before.parts).weekly;
  const is = totalsOf(after.parts).weekly;
  const change = (who: string, from: number, to: number) =>
    from === to ? [] : [`In all ${who} ${moneyInWords(to)} a week, where it was ${moneyInWords(from)}.`];
  return [
    ...change('the council pays', was.council, is.council),
    ...change(name === 'you' ? 'you pay' : `${name} pays`, was.person, is.person),
  ];
}

const parts = {
  goodLife: 'what a good life is',
  whatIDo: 'what they do themselves',
  wishes: 'what they would like',
  ifThingsGoWrong: 'what happens if things go wrong',
  advice: 'what else can help',
} as const;

function wordsChanged(before: Told, after: Told): string[] {
  const changed = (Object.keys(parts) as (keyof typeof parts)[]).filter(
    (part) => before[part].trim() !== after[part].trim(),
  );
  return changed.length
    ? [`There are new words about ${changed.map((part) => parts[part]).join(', ')}.`]
    : [];
}

const lower = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
const ended = (text: string): string => (/[.!?…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);

/**
 * P1: who meets a need, how, and what is paid for it each week, so that before and now can be read beside each other.
 * @param to whose plan it is, or "you" in a letter
 * @example howMet([nights], [calls], 'you')
 * // 'By Saltbeck Nights, and paid for. A waking call at two, every night. £160 a week: the council pays all of it.'
 */
export function howMet(needs: readonly NeedLine[], parts: readonly BudgetPart[], to: string): string {
  const met = needs.flatMap((line) => [`${by(line, to)}.`, sentence(line.how)]);
  const its = parts.filter(({ needId }) => needs.some(({ id }) => id === needId));
  return [...met, ...totalsInWords(totalsOf(its), to)].filter(Boolean).join(' ');
}

function by({ metBy, who }: NeedLine, to: string): string {
  const somebody = who.trim();
  const ways: Record<MetBy, string> = {
    self: to === 'you' ? 'By you yourself' : `By ${to}`,
    family: `By ${somebody || 'family or friends'}`,
    group: `By ${somebody || 'a group or somebody nearby'}`,
    paid: somebody ? `By ${somebody}, and paid for` : 'By support that is paid for',
    'not-met': 'By nobody yet',
  };
  return ways[metBy];
}
