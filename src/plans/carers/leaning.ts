import { mayLeanOn, type Statement } from '../../people/carers/willing.ts';
import type { Day } from '../../platform/clock.ts';
import type { Refusal } from '../../platform/refusal.ts';
import type { NeedLine } from '../plan.ts';

/** Those who look out for a person and have a record of their own, and what they said (thing, answer and day). */
export interface Carers {
  carers: readonly { carerId: string; name: string; alsoCalled: readonly string[] }[];
  statements: readonly Statement[];
}

export const noCarers: Carers = { carers: [], statements: [] };

type Line = Pick<NeedLine, 'need' | 'metBy' | 'who' | 'carerId' | 'carerThing'>;

/**
 * N5: why a need may not be met by leaning on somebody, as things stand. A need that names a carer with a record of
 * their own holds only by what they themselves said; a day that somebody wrote for them is not enough.
 * @returns null for a need that leans on nobody with a record, or on one who is willing and able
 */
export function cannotLean(line: Line, { carers, statements }: Carers, today: Day): Refusal | null {
  if (line.metBy !== 'family') return null;
  if (line.carerId && line.carerThing)
    return mayLeanOn(
      statements.filter(({ carerId }) => carerId === line.carerId),
      line.carerThing,
      today,
    );
  const theirs = carers.find(({ name, alsoCalled }) =>
    [name, ...alsoCalled].some((one) => alike(one) === alike(line.who)),
  );
  if (!theirs) return null;
  return {
    refused: 'N5',
    because: `${theirs.name} has a record of their own, and it does not say which thing they said yes to`,
    satisfyBy: 'choose it in the need; or ask them first, and write it on their own record',
  };
}

/** The same for every need of a plan, by need; those that may lean are left out. */
export function whatCannotLean(
  needs: readonly (Line & { id: string })[],
  carers: Carers,
  today: Day,
): Map<string, Refusal> {
  return new Map(
    needs.flatMap((line) => {
      const refusal = cannotLean(line, carers, today);
      return refusal ? [[line.id, refusal] as const] : [];
    }),
  );
}

const alike = (name: string): string => name.trim().toLowerCase();
