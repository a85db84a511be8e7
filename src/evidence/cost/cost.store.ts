import type { CouncilDb } from '../../platform/db/council.ts';
import { countedOrKept } from '../kept/counted-or-kept.ts';
import type { Looked } from '../looking/which-site.ts';
import { isSetBeside } from '../site/compared.ts';
import { tooFewOf } from '../statistics/too-few.ts';
import { calendarWeeks } from './calendar/calendars.store.ts';
import { type CostFound, costOf } from './cost.ts';
import { hourCosts } from './hours/hour-cost.store.ts';
import { writtenHours } from './hours/written.store.ts';
import { countMoney } from './money/money.store.ts';

/** Everything the page of cost and hours says of a site, as at the day it is looked at; what is dear to count is kept a while. */
export async function readCost(
  db: CouncilDb,
  { site, asOf }: Pick<Looked, 'site' | 'asOf'>,
  settings: Record<string, unknown>,
): Promise<CostFound & { counted: { at: Date; isDear: boolean } }> {
  const question = { site, asOf };
  const { result, ...counted } = await countedOrKept(db, { what: 'cost', question }, async () => ({
    money: await countMoney(db, question),
    written: await writtenHours(db, question),
  }));
  const found = costOf({
    ...result,
    startedOn: site.startedOn,
    isSetBeside: isSetBeside(site),
    weeks: await calendarWeeks(db, question),
    hourCosts: await hourCosts(db, asOf),
    tooFewBelow: tooFewOf(settings),
    hoursKnownForPercent: percentFrom(settings),
  });
  return { ...found, counted };
}

/** A council's own number, where it has said one. */
const percentFrom = ({ hoursKnownForPercent: said }: Record<string, unknown>): number | undefined =>
  typeof said === 'number' && said >= 1 ? said : undefined;
