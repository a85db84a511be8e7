/**
 * How following somebody ended: what became of them, and after how many whole days. `lookedNoFurther` is somebody to
 * whom nothing has happened yet on the last day of the record that was looked at. Rows may be single people or,
 * with `people`, everybody for whom it ended the same way on the same day: the answers are the same.
 */
export interface EndOfFollowUp<Cause extends string = string> {
  day: number;
  became: Cause | 'lookedNoFurther';
  people?: number;
}

/** One day on which something happened to somebody. */
export interface RiskSet<Cause extends string> {
  day: number;
  /** People still followed, with nothing decided, as the day began: those last looked at on this day are among them. */
  stillFollowed: number;
  /** How many of them each thing happened to. */
  became: Map<Cause, number>;
}

/**
 * The days on which something happened, earliest first, each with how many were still followed.
 * Throws when a row's day or count of people is not a whole number from 0.
 * @example riskSets([{ day: 3, became: 'died' }, { day: 9, became: 'lookedNoFurther' }]) // [{ day: 3, stillFollowed: 2, became: Map { 'died' => 1 } }]
 */
export function riskSets<Cause extends string>(ends: readonly EndOfFollowUp<Cause>[]): RiskSet<Cause>[] {
  const gone = new Map<number, number>();
  const happened = new Map<number, Map<Cause, number>>();
  for (const end of ends) {
    const people = peopleIn(end);
    gone.set(end.day, (gone.get(end.day) ?? 0) + people);
    if (end.became === 'lookedNoFurther' || people === 0) continue;
    const today = happened.get(end.day) ?? new Map<Cause, number>();
    today.set(end.became, (today.get(end.became) ?? 0) + people);
    happened.set(end.day, today);
  }
  const sets: RiskSet<Cause>[] = [];
  let stillFollowed = [...gone.values()].reduce((sum, people) => sum + people, 0);
  for (const day of [...gone.keys()].sort((a, b) => a - b)) {
    const became = happened.get(day);
    if (became) sets.push({ day, stillFollowed, became });
    stillFollowed -= gone.get(day) ?? 0;
  }
  return sets;
}

/**
 * The numbers at risk to print under a curve: people still followed, with nothing decided, as each day asked began.
 * @example stillFollowedAt([{ day: 3, became: 'died' }, { day: 9, became: 'lookedNoFurther' }], [0, 3, 4, 10]) // [2, 2, 1, 0]
 */
export function stillFollowedAt(ends: readonly EndOfFollowUp[], days: readonly number[]): number[] {
  return days.map((day) => ends.reduce((sum, end) => sum + (end.day >= day ? peopleIn(end) : 0), 0));
}

/** How many people a row stands for. Throws when its day or count is not a whole number from 0. */
export function peopleIn({ day, people = 1 }: EndOfFollowUp): number {
  const isWhole = Number.isInteger(day) && day >= 0 && Number.isInteger(people) && people >= 0;
  if (!isWhole) throw new RangeError(`${people} people on day ${day} are not whole people on a whole day`);
  return people;
}
