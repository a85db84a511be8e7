import type { BudgetPart } from '../budget.ts';
import type { NeedLine, Plan } from '../plan.ts';

export type Lines = Pick<Plan, 'needs' | 'parts'>;
export type LaterLines = Lines & Partial<Pick<Plan, 'beside'>>;

/**
 * Needs of the earlier plan with what answers them in the later one. Mostly one and one; one need may become
 * several, and several one, and then they are looked at together so that money moved between them is no loss.
 */
export interface Answered {
  was: NeedLine[];
  now: NeedLine[];
  wasParts: BudgetPart[];
  nowParts: BudgetPart[];
  /** Each of the earlier needs with what answers that one, so that looking at them together hides nothing. */
  each: { was: NeedLine; now: NeedLine[] }[];
  /** How they will now be met, as it was written for each need of the earlier plan. */
  words: { wasNeedId: string; words: string }[];
}

/**
 * P1: every need of the earlier plan beside what answers it: first as it was said, else the need with the same
 * words. A need that nothing answers stands alone. @example setNeedsBeside(before, after)[0]?.now // []
 */
export function setNeedsBeside(before: Lines, after: LaterLines): Answered[] {
  const groups: { was: NeedLine[]; now: Set<string> }[] = [];
  for (const line of before.needs) {
    const answers = answersTo(line, after);
    const touching = groups.filter(({ now }) => answers.some((id) => now.has(id)));
    const joined = {
      was: [...touching.flatMap(({ was }) => was), line],
      now: new Set([...touching.flatMap(({ now }) => [...now]), ...answers]),
    };
    groups.splice(0, groups.length, ...groups.filter((one) => !touching.includes(one)), joined);
  }
  const place = new Map(before.needs.map(({ id }, index) => [id, index]));
  const firstOf = ({ was }: { was: NeedLine[] }) => Math.min(...was.map(({ id }) => place.get(id) ?? 0));
  return groups
    .toSorted((one, other) => firstOf(one) - firstOf(other))
    .map((one) => told(one, before, after));
}

function answersTo(line: NeedLine, after: LaterLines): string[] {
  const ids = new Set(after.needs.map(({ id }) => id));
  const said = (after.beside ?? [])
    .filter(({ wasNeedId }) => wasNeedId === line.id)
    .flatMap(({ answeredBy }) => answeredBy.filter((id) => ids.has(id)));
  if (said.length) return said;
  const same = after.needs.find(({ need }) => alike(need) === alike(line.need));
  return same ? [same.id] : [];
}

function told(
  { was, now }: { was: NeedLine[]; now: Set<string> },
  before: Lines,
  after: LaterLines,
): Answered {
  const wasIds = new Set(was.map(({ id }) => id));
  return {
    was,
    now: after.needs.filter(({ id }) => now.has(id)),
    wasParts: before.parts.filter(({ needId }) => needId !== null && wasIds.has(needId)),
    nowParts: after.parts.filter(({ needId }) => needId !== null && now.has(needId)),
    each: was.map((line) => {
      const ids = answersTo(line, after);
      return { was: line, now: after.needs.filter(({ id }) => ids.includes(id)) };
    }),
    words: was.map(({ id }) => ({
      wasNeedId: id,
      words: after.beside?.find(({ wasNeedId }) => wasNeedId === id)?.words ?? '',
    })),
  };
}

const alike = (need: string): string => need.trim().toLowerCase();

/** Needs as they are quoted. @example quoted(needs) // '“Washing” and “Getting up”' */
export function quoted(needs: readonly { need: string }[]): string {
  const all = needs.map(({ need }) => `“${need}”`);
  return all.length > 1 ? `${all.slice(0, -1).join(', ')} and ${all.at(-1)}` : (all[0] ?? '');
}
