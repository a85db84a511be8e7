import { momentIn } from '../../../src/conversations/gate/moment.ts';
import { addDays, type Day, dayOf } from '../../../src/platform/clock.ts';
import { type CouncilDb, nobody, type Pin, pinTo, setPin } from '../../../src/platform/db/council.ts';
import { isRefusal, type Refusal } from '../../../src/platform/refusal.ts';
import type { Moment, PersonKey, Staff, StaffKey } from '../script.ts';

/** Who and what the script's names have become, as the acts are played. */
export interface Stage {
  db: CouncilDb;
  councilId: number;
  today: Day;
  now: Date;
  accounts: Map<string, Staff & { accountId: string; teamId: string }>;
  people: Map<PersonKey, string>;
  /** What a person's record is called, for sentences. */
  names: Map<PersonKey, string>;
  conversations: Map<string, string>;
  contacts: Map<string, string>;
  listings: Map<string, string>;
}

/** The instant of a moment in the script; nothing has happened later than now. */
export function instantOf(stage: Stage, at: Moment): Date {
  const instant = momentIn(addDays(stage.today, -at.daysAgo), at.time);
  return new Date(Math.min(instant.getTime(), stage.now.getTime()));
}

/** The day so many days before the script is played. */
export const daysAgo = (stage: Stage, days: number): Day => addDays(stage.today, -days);

/** The day so many days after a moment. */
export function daysAfter(stage: Stage, at: Moment, days: number): Day {
  return addDays(dayOf(instantOf(stage, at)), days);
}

/**
 * The acting worker at a moment: the same transaction, pinned anew, so that the whole script is loaded or none
 * of it is.
 */
export async function actAs(stage: Stage, who: StaffKey, at: Date): Promise<CouncilDb> {
  const account = known(stage.accounts, who);
  const pin: Pin = {
    councilId: stage.councilId,
    actor: {
      accountId: account.accountId,
      name: account.name,
      role: account.role,
      teamIds: [account.teamId],
    },
    now: at,
    requestId: 'the script',
  };
  await setPin(stage.db, pin);
  return pinTo(stage.db, pin);
}

/** Somebody without an account: a group at its short address, a neighbour, the product's own round. */
export async function actAsAnybody(stage: Stage, at: Moment): Promise<CouncilDb> {
  const { councilId } = stage;
  const pin: Pin = { councilId, actor: nobody, now: instantOf(stage, at), requestId: 'the script' };
  await setPin(stage.db, pin);
  return pinTo(stage.db, pin);
}

/** What the script calls so; a slip in the script is said by name. */
export function known<Key, Value>(map: Map<Key, Value>, key: Key): Value {
  const found = map.get(key);
  if (found === undefined) throw new Error(`The script speaks of “${String(key)}”, whom nobody has met.`);
  return found;
}

/** A rule that refuses an act of the script is a fault in the script: it says which. */
export function allowed<Value>(value: Value, act: string): Exclude<Value, Refusal> {
  if (isRefusal(value)) throw new Error(`${value.refused} refuses “${act}” in the script: ${value.because}.`);
  return value as Exclude<Value, Refusal>;
}
