import { sql, type Transaction } from 'kysely';
import { type Chance, chance } from '../../demo/random.ts';
import { comeAlongside } from '../../src/people/opening.store.ts';
import { addPersonAround, makePerson } from '../../src/people/people.store.ts';
import { makeHousehold } from '../../src/plans/shared-lives/households/households.store.ts';
import { addDays, type Day, dayOf } from '../../src/platform/clock.ts';
import { type CouncilDb, type Pin, pinTo, readRows, setPin } from '../../src/platform/db/council.ts';
import type { Tables } from '../../src/platform/db/tables.ts';
import { Unknown } from '../../src/platform/http/problems.ts';
import { isRefusal, type Refusal } from '../../src/platform/refusal.ts';
import type { TestAccount, TestCouncil } from '../council.ts';

/** What was noted on the way, for questions that no table can answer afterwards. */
export interface Noted {
  /** F2: when somebody got in touch, as it was first kept. */
  contacts: { id: string; madeAt: string }[];
  /** C2-2: who was named when conversation 2 opened. */
  named: { conversationId: string; accountId: string }[];
  /** Who gave a decision. */
  decisions: { id: string; by: string }[];
  /** P3: the plans and support there were before and after something that may change neither. */
  unchanged: { rule: string; before: string; after: string }[];
}

/** One random history: somebody, the two who look out for them, another, three colleagues, and a day that goes on. */
export interface World {
  transaction: Transaction<Tables>;
  council: TestCouncil;
  luck: Chance;
  personId: string;
  /** Jean and Tom, who look out for Ada, each with a record of their own. */
  carerIds: [string, string];
  /** Bert, who would like the same home: it has room for one. */
  otherId: string;
  householdId: string;
  now: Date;
  /** Nothing is forgotten or out of order just now: see `asItMostlyGoes`. */
  isCareful: boolean;
  noted: Noted;
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
  const world: World = {
    ...{ transaction, council, luck, now, isCareful: false, personId: '', otherId: '', householdId: '' },
    carerIds: ['', ''],
    noted: { contacts: [], named: [], decisions: [], unchanged: [] },
    told: [],
    refusals: new Map(),
  };
  const db = await as(world, council.accounts.rowan);
  const somebody = async (fullName: string): Promise<string> => {
    const id = await makePerson(db, { fullName });
    await comeAlongside(db, id, { teamId: council.teams.harbour }, 'contact');
    return id;
  };
  world.personId = await somebody('Ada Thorne');
  world.otherId = await somebody('Bert Lamb');
  world.carerIds = [await somebody('Jean Thorne'), await somebody('Tom Thorne')];
  await knowsCarer(db, world.personId, { name: 'Jean', relation: 'wife', carerPersonId: world.carerIds[0] });
  await knowsCarer(db, world.personId, { name: 'Tom', relation: 'son', carerPersonId: world.carerIds[1] });
  world.householdId = await makeHousehold(db, home);
  return world;
}

const knowsCarer = (
  db: CouncilDb,
  personId: string,
  who: { name: string; relation: string; carerPersonId: string },
) => addPersonAround(db, personId, { ...who, phone: null, gives: null, ifItStopped: null, isCarer: true });

const home = {
  name: 'The Larches',
  whoLivesHere: 'Moll and Kit, and a dog.',
  whatHomeIsLike: 'Loud at teatime.',
  place: 'Saltbeck',
  capacity: 1,
  approvedOn: '2024-01-01',
  approvalUntilOn: '2040-01-01',
  notNowUntilOn: null,
  isActive: true,
};

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
  wait(world, luck.pick([3, 50, 600, 1_440, 3 * 1_440, 10 * 1_440, 45 * 1_440, 200 * 1_440]));
}

export function wait(world: World, minutes: number): void {
  world.now = new Date(world.now.getTime() + minutes * 60_000);
}

export const today = (world: World): Day => dayOf(world.now);

/** A day near today, as people write them: often today, sometimes before, seldom after. */
export function someDay(world: World): Day {
  return addDays(today(world), world.luck.pick([0, 0, 0, 0, -1, -3, -20, -100, 1, 30]));
}

/**
 * Several acts as they mostly go. Of five times three nothing is forgotten, so that histories get far; in the other
 * two any piece may be, so that what is forbidden is tried.
 */
export async function asItMostlyGoes(world: World, acts: () => Promise<void>): Promise<void> {
  const before = world.isCareful;
  world.isCareful = world.luck.happens(0.6);
  await acts();
  world.isCareful = before;
}

/** `right`, unless something slips: never while everybody is careful. */
export function mostly<Value>(world: World, right: Value, slipped: Value, chanceOfIt = 0.12): Value {
  return !world.isCareful && world.luck.happens(chanceOfIt) ? slipped : right;
}

/** Keeps what came of an act. */
export function tell(world: World, act: string, came: unknown): void {
  const refusal: Refusal | null = isRefusal(came) ? came : null;
  world.told.push(
    `${world.now.toISOString()} ${act}${refusal ? `: ${refusal.refused} ${refusal.because}` : ''}`,
  );
  if (refusal) world.refusals.set(refusal.refused, (world.refusals.get(refusal.refused) ?? 0) + 1);
}

/** What came of something that is nobody’s business of theirs: they are told there is no such thing. */
export async function orTurnedAway<Value>(came: Promise<Value>): Promise<Value | null> {
  return came.catch((thrown: unknown) => {
    if (thrown instanceof Unknown) return null;
    throw thrown;
  });
}

/** Does something that may change no plan and no support, and notes both sides of it for `never.ts`. */
export async function changesNothing<Value>(
  world: World,
  db: CouncilDb,
  rule: string,
  act: () => Promise<Value>,
): Promise<Value> {
  const before = await plansAndSupport(world, db);
  const came = await act();
  world.noted.unchanged.push({ rule, before, after: await plansAndSupport(world, db) });
  return came;
}

async function plansAndSupport({ council, personId }: World, db: CouncilDb): Promise<string> {
  const [row] = await readRows<{ all: string }>(
    db,
    sql`select md5(concat(
      (select string_agg(s::text, ',' order by s.id) from support s where s.council_id = ${council.councilId} and s.person_id = ${personId}),
      (select string_agg(p::text, ',' order by p.id) from plan p where p.council_id = ${council.councilId} and p.person_id = ${personId}),
      (select string_agg(n::text, ',' order by n.id) from plan_need n join plan p on p.council_id = n.council_id and p.id = n.plan_id
        where p.council_id = ${council.councilId} and p.person_id = ${personId}),
      (select string_agg(b::text, ',' order by b.id) from budget_part b join plan p on p.council_id = b.council_id and p.id = b.plan_id
        where p.council_id = ${council.councilId} and p.person_id = ${personId}))) as "all"`,
  );
  return row?.all ?? '';
}
