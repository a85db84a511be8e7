import { sql } from 'kysely';
import { beginAnother, setUpSite as setUp, startSite } from '../src/evidence/sites/beginning.store.ts';
import {
  agreeRule,
  attachEvidence,
  holdSite,
  joinSite,
  lookAtBaseline,
  nameComparison,
  registerMeasure,
  sayAim,
  sayScope,
  turnTap,
  writeLog,
} from '../src/evidence/sites/keeping.store.ts';
import { promptOf } from '../src/evidence/sites/site-log.ts';
import { mayStart } from '../src/evidence/sites/starting.ts';
import { addDays, type Day } from '../src/platform/clock.ts';
import { type CouncilDb, pinOf, pinTo, readRows } from '../src/platform/db/council.ts';
import { site, staff } from './saltbeck/council.ts';
import { registered } from './saltbeck/measures.ts';
import { log, next, people, saidFirst, showing } from './saltbeck/site-story.ts';

/** The demonstration council's two teams that answer. */
export interface Teams {
  harbour: string;
  marsh: string;
}

/** The transaction as it was so many days ago, so that everything is dated when it was said. */
type Ago = (daysAgo: number) => CouncilDb;

/**
 * Sets up the demonstration council's site as its script says it was agreed, day by day, and the one after it. Then it is
 * today again: what is loaded next would otherwise be held to the day of the last thing said.
 */
export async function setUpSite(db: CouncilDb, teams: Teams, today: Day): Promise<void> {
  const pin = pinOf(db);
  const ago = await asOwner(db, today);
  const first = site.startedDaysAgo + 30;
  const id = await setUp(ago(first), {
    name: site.name,
    teamId: teams[site.team === 'marsh' ? 'marsh' : 'harbour'],
  });
  await sayFirst(ago, id, teams, today);
  await agree(ago, id, today);
  await begin(ago, id, today);
  await goOn(ago, id, today);
  await prepareNext(ago, id, teams, today);
  pinTo(db, pin);
}

/** Whoever owns the site writes, when that account is there; a history loaded by itself has no accounts. */
async function asOwner(db: CouncilDb, today: Day): Promise<Ago> {
  const pin = pinOf(db);
  const owner = staff.find(({ key }) => key === site.owner);
  const [account] = await readRows<{ id: string }>(
    db,
    sql`select id from account where email = ${owner?.email ?? ''}`,
  );
  const actor = account && owner ? { ...pin.actor, accountId: account.id, name: owner.name } : pin.actor;
  return (daysAgo) => pinTo(db, { ...pin, actor, now: noonOf(addDays(today, -daysAgo)) });
}

async function sayFirst(ago: Ago, id: string, teams: Teams, today: Day): Promise<void> {
  const { startedDaysAgo: began, postcodes } = site;
  const fromOn = addDays(today, -began);
  const whose = { kind: 'postcodes', words: saidFirst.firstScope, why: null } as const;
  await sayScope(ago(began + 14), id, { ...whose, postcodes: postcodes.slice(0, 1), fromOn });
  const aim = { owner: nameOf(site.owner), whatStops: site.ifItWorks, why: null };
  await sayAim(ago(began + 14), id, { ...aim, whatMoneyMoves: saidFirst.whatMoneyMoves });
  const { comparison: words, howItDiffers } = saidFirst;
  await nameComparison(ago(began + 10), id, {
    kind: 'team',
    teamId: teams.marsh,
    words,
    howItDiffers,
    why: null,
  });
  const lookedAt = { fromOn: addDays(today, -began - 372), toOn: addDays(today, -began - 9) };
  await lookAtBaseline(ago(began + 8), id, { ...lookedAt, words: saidFirst.baseline });
  for (const { daysAfterStart, measure, definition, whyChanged } of registered)
    await registerMeasure(ago(began - daysAfterStart), id, {
      ...{ about: /\((E\d)\)$/.exec(measure)?.[1] ?? null, measure, definition },
      ...{ replacesId: null, why: whyChanged },
    });
}

async function agree(ago: Ago, id: string, today: Day): Promise<void> {
  const sinceOn = addDays(today, -site.startedDaysAgo - 20);
  for (const one of people) await joinSite(ago(site.startedDaysAgo + 20), id, { ...one, sinceOn });
  for (const { text, agreedDaysAgo, agreedBy } of site.rules)
    await agreeRule(ago(agreedDaysAgo), id, {
      ...{ rule: text, agreedOn: addDays(today, -agreedDaysAgo), agreedBy: agreedBy.map(nameOf).join(', ') },
      ...{
        withPeople: agreedBy.includes('Our Lives Saltbeck'),
        replacesId: null,
        isSetAside: false,
        why: null,
      },
    });
}

/** The first day, by the same rule as anybody's; then the tap as it was turned, and the scope as it grew. */
async function begin(ago: Ago, id: string, today: Day): Promise<void> {
  const { startedDaysAgo: began, postcodes } = site;
  const startedOn = addDays(today, -began);
  const before = await holdSite(ago(began + 1), id);
  const said = {
    ...before,
    measures: before.measures.filter(({ registeredOn }) => registeredOn < startedOn),
  };
  const refusal = mayStart(said, startedOn);
  if (refusal)
    throw new Error(`${refusal.refused} refuses the first day of ${site.name}: ${refusal.because}.`);
  await startSite(ago(began + 1), id, { startedOn, whyLate: null });
  const [, grew, ...turns] = site.tap;
  if (grew)
    await sayScope(ago(grew.daysAgo), id, {
      ...{ kind: 'postcodes', postcodes, words: 'New or known.', why: saidFirst.widerScope },
      fromOn: addDays(today, -grew.daysAgo),
    });
  for (const { daysAgo, turned, why } of turns)
    await turnTap(ago(daysAgo), id, {
      onDay: addDays(today, -daysAgo),
      isOn: turned === 'on',
      why,
      whyLate: null,
    });
}

async function goOn(ago: Ago, id: string, today: Day): Promise<void> {
  let before: string | null = null;
  let decided: string | null = null;
  for (const { daysAgo, adds, asked, ...said } of log) {
    const onDay = addDays(today, -daysAgo);
    const addsToId: string | null = adds ? before : null;
    const more = { evidence: said.evidence ?? null, whatChanges: said.whatChanges ?? null };
    const prompt = asked ? promptOf(onDay) : null;
    before = await writeLog(ago(daysAgo), id, { ...said, ...more, prompt, onDay, addsToId });
    if (said.kind === 'decided') decided = before;
  }
  for (const { daysAgo, step, words, byWhom, voice, isDocument } of showing)
    await attachEvidence(ago(daysAgo), id, {
      ...{ step, words, byWhom, whoseVoice: voice ?? null, onDay: addDays(today, -daysAgo) },
      at: { kind: isDocument ? 'document' : 'words', id: null },
    });
  await attachEvidence(ago(next.daysAgo + 1), id, {
    ...{ step: 'spread', words: 'What was decided, and on what', byWhom: 'Priya', whoseVoice: 'figures' },
    ...{ onDay: addDays(today, -next.daysAgo - 1), at: { kind: 'log', id: decided } },
  });
}

/** The next site is being set up, and has not said yet what is its own to say. */
async function prepareNext(ago: Ago, id: string, teams: Teams, today: Day): Promise<void> {
  const from = await holdSite(ago(next.daysAgo), id);
  const asked = { name: next.name, teamId: teams[next.team], today: addDays(today, -next.daysAgo) };
  await beginAnother(ago(next.daysAgo), from, asked);
}

const noonOf = (day: Day): Date => new Date(`${day}T12:00:00Z`);

const nameOf = (key: string): string => staff.find((one) => one.key === key)?.name ?? key;
