import type { Day } from '../../platform/clock.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import { longDate } from '../../platform/ui/dates.ts';

/**
 * May this day be written down as the day somebody died? It has come, it is no day before they were born, and it is
 * not written already: a day written by mistake is taken back first, with why.
 * @example mayWriteDeath({ bornOn: '1944-03-01', diedOn: null }, '2026-11-20', '2026-11-21') // null: it may
 */
export function mayWriteDeath(
  person: { bornOn: Day | null; diedOn: Day | null },
  diedOn: Day,
  today: Day,
): Refusal | null {
  if (person.diedOn)
    return refuse(
      'W1',
      `it is written already that they died on ${longDate(person.diedOn)}`,
      'if that is a mistake, take it back first and say why',
    );
  if (diedOn > today) return refuse('W1', 'that day has not come yet', 'write the day they died');
  if (person.bornOn && diedOn < person.bornOn)
    return refuse('W1', `they were born on ${longDate(person.bornOn)}`, 'write a day after they were born');
  return null;
}

/** P1: support ends for a death only when the death is written down, and no earlier than it. */
export function mayEndForDeath(diedOn: Day | null, endsOn: Day): Refusal | null {
  if (!diedOn)
    return refuse(
      'P1',
      'nobody has written down that they died',
      'write it on their own page first, with the day',
    );
  if (endsOn < diedOn)
    return refuse('P1', `they died on ${longDate(diedOn)}`, 'let it end on that day or after it');
  return null;
}
