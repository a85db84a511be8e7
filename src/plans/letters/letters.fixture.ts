import { sql } from 'kysely';
import type { TestAccount, TestCouncil } from '../../../test/council.ts';
import { findConversation, openConversation } from '../../conversations/conversations.store.ts';
import { findEntry, saveEntry } from '../../conversations/entries.store.ts';
import { tagFact } from '../../conversations/facts.store.ts';
import type { FactName } from '../../conversations/facts.ts';
import { saveToldBeforehand } from '../../conversations/gate/told-beforehand.store.ts';
import { addAddress, addNeed, makePerson } from '../../people/people.store.ts';
import { type CouncilDb, councilOf } from '../../platform/db/council.ts';
import { newId } from '../../platform/ids.ts';
import { saveDetermination } from '../determinations/determinations.store.ts';
import type { LetterKind } from './letter.ts';

/** Somebody of whom everything a letter can be made from is kept, and the thing each letter is made from. */
export interface WholeRecord {
  personId: string;
  things: Record<LetterKind, string>;
}

export const protectedHome = { lines: '4 Chandlery Steps\nSaltbeck', postcode: 'SB1 1AA' };

export const said = {
  matters: 'Tuesdays at the chapel. I sing.',
  wants: 'My own front door.',
  unable: 'I slip in the bath, I hold the towel rail.',
  impact: 'I do not sleep, waiting for the fall.',
  help: 'Ama next door has a key and a kettle.',
  involved: 'I want Ama there, not my brother.',
};

export const needs = [
  {
    need: 'Somebody near at night',
    metBy: 'paid',
    who: 'Night calls',
    how: 'At two, every night',
    isEligible: true,
  },
  { need: 'to wash without a fall', metBy: 'self', who: 'Wilf', how: 'with the new rail', isEligible: true },
  {
    need: 'Company on Sundays',
    metBy: 'not-met',
    who: '',
    how: 'We are asking the chapel',
    isEligible: false,
  },
  { need: 'A hot lunch', metBy: 'family', who: 'Ama Mensah', how: 'Monday to Friday', isEligible: false },
];

export const reasons = 'He cannot bath without danger, and his nights are gone; both come from his hip.';

/** Makes the record. Saved at the test's own instant, 21 November 2026. */
export async function wholeRecord(council: TestCouncil, worker: TestAccount): Promise<WholeRecord> {
  return council.as(worker, async (db) => {
    const personId = await makePerson(db, { fullName: 'Wilfred Acheson', knownAs: 'Wilf' });
    await addNeed(db, personId, {
      kind: 'communication',
      need: 'Large print, please',
      recordedOn: '2026-11-01',
    });
    await addAddress(db, personId, { ...protectedHome, isProtected: true });
    const earlier = await openConversation(db, { personId, kind: 1 });
    await tagged(db, personId, earlier, 1, said.matters, 'what-matters', {});
    const conversationId = await openConversation(db, { personId, kind: 3 });
    await saveToldBeforehand(db, await findConversation(db, conversationId), {
      toldOn: '2026-11-10',
      format: 'in large print',
    });
    const tags: [string, FactName, Record<string, string>][] = [
      [said.wants, 'wanted-outcome', {}],
      [said.unable, 'unable', { outcome: 'hygiene', sense: 'danger' }],
      [said.impact, 'impact', {}],
      [said.help, 'other-help', {}],
      [said.involved, 'who-was-involved', {}],
    ];
    for (const [words, kind, details] of tags)
      await tagged(db, personId, conversationId, 3, words, kind, details);
    const determination = await decided(db, worker, personId, conversationId);
    return {
      personId,
      things: {
        'told-beforehand': conversationId,
        'needs-assessment': conversationId,
        determination,
        advice: determination,
        plan: await aPlan(db, personId, conversationId, worker),
        'financial-assessment': await aShare(db, personId, conversationId, worker),
        'move-difference': await aMove(db, personId),
      },
    };
  });
}

async function tagged(
  db: CouncilDb,
  personId: string,
  conversationId: string,
  kind: 1 | 3,
  words: string,
  fact: FactName,
  details: Record<string, string>,
): Promise<void> {
  const entryId = await saveEntry(db, {
    personId,
    conversationId,
    kind,
    happenedAt: new Date('2026-11-17T14:30:00Z'),
    isWithPerson: true,
    said: words,
    title: 'A conversation',
  });
  await tagFact(db, {
    entry: await findEntry(db, entryId),
    voice: 'said',
    startsAt: 0,
    endsAt: words.length,
    kind: fact,
    details,
  });
}

const decided = (
  db: CouncilDb,
  worker: TestAccount,
  personId: string,
  conversationId: string,
): Promise<string> =>
  saveDetermination(db, {
    kind: 'adult',
    causeIsMet: true,
    causeWords: 'His hip, since the fall in March.',
    outcomes: [
      { outcome: 'hygiene', finding: 'unable', sense: 'danger', words: said.unable },
      {
        outcome: 'habitable-home',
        finding: 'unable',
        sense: 'much-longer',
        words: 'The stairs take him an hour.',
      },
    ],
    healthAtRisk: false,
    impactIsMet: true,
    impactWords: 'His nights and his singing are both going.',
    isEligible: true,
    personsWish: 'My own door, and the boats.',
    practitionersView: 'Nights are the thing.',
    viewById: worker.accountId,
    reasons,
    decidedOn: '2026-11-20',
    writtenAdvice: 'Rails are free. The chapel has a side door without a stair.',
    personId,
    conversationId,
  });

async function aPlan(
  db: CouncilDb,
  personId: string,
  conversationId: string,
  worker: TestAccount,
): Promise<string> {
  const id = newId();
  const council = councilOf(db);
  await sql`insert into plan (council_id, id, person_id, conversation_id, number, good_life, what_i_do, if_things_go_wrong, wishes,
      advice, direct_payment, starts_on, state, agreement, agreement_words, agreed_on, written_by)
    values (${council}, ${id}, ${personId}, ${conversationId}, 1, 'My own door, and the boats.', 'I make my breakfast.',
      ${'Ring the Harbour team; Ama comes to 4 Chandlery Steps.'}, 'A garden one day.', 'The pendant is free for six weeks.',
      'offered-and-declined', '2026-12-01', 'standing', 'partly', 'Not the pendant.', '2026-11-20', ${worker.accountId})`.execute(
    db,
  );
  for (const [position, { need, metBy, who, how, isEligible }] of needs.entries())
    await sql`insert into plan_need (council_id, id, plan_id, position, need, is_eligible, met_by, who, how)
      values (${council}, ${newId()}, ${id}, ${position}, ${need}, ${isEligible}, ${metBy}, ${who}, ${how})`.execute(
      db,
    );
  await sql`insert into budget_part (council_id, id, plan_id, position, what, how_often, council_pence, person_pence)
    values (${council}, ${newId()}, ${id}, 1, 'Night calls', 'weekly', 16050, 2500),
      (${council}, ${newId()}, ${id}, 2, 'A rail by the bath', 'once', 4000, 0)`.execute(db);
  return id;
}

async function aShare(
  db: CouncilDb,
  personId: string,
  conversationId: string,
  worker: TestAccount,
): Promise<string> {
  const id = newId();
  const council = councilOf(db);
  await sql`insert into financial_assessment (council_id, id, person_id, conversation_id, done_on, how, weekly_pence, words, from_on, done_by)
    values (${council}, ${id}, ${personId}, ${conversationId}, '2026-11-19', 'full', 2500, 'From the pension letter, together.', '2026-12-01', ${worker.accountId})`.execute(
    db,
  );
  for (const [position, [side, what, pence]] of [
    ['coming-in', 'State pension', 22_100],
    ['left-out', 'Mobility money', 0],
    ['kept', 'What the law leaves you', 19_000],
    ['costs', 'Extra washing', 600],
  ].entries())
    await sql`insert into financial_line (council_id, id, financial_assessment_id, position, side, what, weekly_pence)
      values (${council}, ${newId()}, ${id}, ${position}, ${side}, ${what}, ${pence})`.execute(db);
  return id;
}

async function aMove(db: CouncilDb, personId: string): Promise<string> {
  const id = newId();
  const council = councilOf(db);
  await sql`insert into move (council_id, id, person_id, direction, other_council, told_on, told_by, moves_on, difference_words)
    values (${council}, ${id}, ${personId}, 'here', 'Fenwick Council', '2026-10-01', 'Wilf', '2026-11-01',
      'Here a neighbour scheme does the Sunday visit, because no agency goes out on Sundays.')`.execute(db);
  await sql`insert into move_need (council_id, id, move_id, position, need, met_there, met_here)
    values (${council}, ${newId()}, ${id}, 1, 'Company on Sundays', 'An agency, two hours', 'Neighbours, two hours')`.execute(
    db,
  );
  return id;
}
