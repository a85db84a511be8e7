import type { Transaction } from 'kysely';
import { type Chance, chance } from '../../demo/random.ts';
import { comeAlongside } from '../../src/people/opening.store.ts';
import { addPersonAround, makePerson } from '../../src/people/people.store.ts';
import { addDays, type Day, dayOf } from '../../src/platform/clock.ts';
import { type CouncilDb, type Pin, pinTo, setPin } from '../../src/platform/db/council.ts';
import type { Tables } from '../../src/platform/db/tables.ts';
import { isRefusal, type Refusal } from '../../src/platform/refusal.ts';
import type { TestAccount, TestCouncil } from '../council.ts';

/** One random history: somebody, the one who looks out for them, three colleagues, and a day that goes on. */
export interface World {
  transaction: Transaction<Tables>;
  council: TestCouncil;
  luck: Chance;
  personId: string;
  carerId: string;
  now: Date;
  /** What was done, in order, with what came of it: printed when something forbidden was reached. */
  told: string[];
  refusals: Map<string, number>;
}

export const workers = ['rowan', 'priya', 'sam'] as const;

/** Begins a history on its own seed. Everything happens in the one transaction, which is rolled back. */
export async function beginWorld(
  transaction: Transaction<Tables>,
  council: TestCouncil,
  seed: number,
): Promise<World> {
  const luck = chance(seed);
  const now = new Date(Date.UTC(2024, luck.between(0, 11), luck.between(1, 28), luck.between(0, 23), 30));
  const world = { transaction, council, luck, now, personId: '', carerId: '', told: [], refusals: new Map() };
  const db = await as(world, council.accounts.rowan);
  world.personId = await makePerson(db, { fullName: 'Ada Thorne' });
  world.carerId = await makePerson(db, { fullName: 'Jean Thorne' });
  for (const id of [world.personId, world.carerId])
    await comeAlongside(db, id, { teamId: council.teams.harbour }, 'contact');
  await addPersonAround(db, world.personId, {
    name: 'Jean',
    relation: 'wife',
    phone: null,
    gives: null,
    ifItStopped: null,
    isCarer: true,
    carerPersonId: world.carerId,
  });
  return world;
}

/** The history's hand, as one colleague, on its day. */
export async function as(world: World, who: TestAccount): Promise<CouncilDb> {
  const pin: Pin = {
    councilId: world.council.councilId,
    actor: { accountId: who.accountId, name: who.name, role: who.role, teamIds: who.teamIds },
    now: world.now,
    requestId: 'a random history',
  };
  await setPin(world.transaction, pin);
  return pinTo(world.transaction, pin);
}

export const someWorker = (world: World): TestAccount => world.council.accounts[world.luck.pick(workers)];

/** Time goes on: minutes, a night, weeks or months, across midnights, leap days and clocks changing. */
export function goOn(world: World): void {
  const { luck } = world;
  const minutes = luck.pick([3, 50, 600, 1_440, 3 * 1_440, 10 * 1_440, 45 * 1_440, 200 * 1_440]);
  world.now = new Date(world.now.getTime() + minutes * 60_000);
}

export const today = (world: World): Day => dayOf(world.now);

/** A day near today, as people write them: often today, sometimes before, seldom after. */
export function someDay(world: World): Day {
  return addDays(today(world), world.luck.pick([0, 0, 0, 0, -1, -3, -20, -100, 1, 30]));
}

/** Keeps what came of an act. */
export function tell(world: World, act: string, came: unknown): void {
  const refusal: Refusal | null = isRefusal(came) ? came : null;
  world.told.push(
    `${world.now.toISOString()} ${act}${refusal ? `: ${refusal.refused} ${refusal.because}` : ''}`,
  );
  if (refusal) world.refusals.set(refusal.refused, (world.refusals.get(refusal.refused) ?? 0) + 1);
}
