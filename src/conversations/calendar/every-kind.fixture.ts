import { sql } from 'kysely';
import type { TestCouncil } from '../../../test/council.ts';
import { makePerson } from '../../people/people.store.ts';
import type { CouncilDb } from '../../platform/db/council.ts';
import { catchUp, directPayment, put, putEntry, putFact, putPlan, somebody } from './calendar.fixture.ts';

type Make = (
  db: CouncilDb,
  who: { personId: string; conversationId: string },
  by: string,
) => Promise<unknown>;

const home = async (db: CouncilDb, personId: string, more: Record<string, unknown> = {}) => {
  const householdId = await put(db, 'household', {
    ...{ name: `The lofts ${personId.slice(-6)}`, who_lives_here: 'Two of us', what_home_is_like: 'Warm' },
    ...{ place: 'Saltbeck', capacity: 2, approval_until_on: '2026-11-20' },
  });
  return put(db, 'matching', {
    person_id: personId,
    household_id: householdId,
    ...{ began_on: '2026-10-01', why_each_other: 'Boats', ...more },
  });
};

const saidYes = {
  ...{ person_answer: 'yes', household_answer: 'yes', scheme_answer: 'yes', moved_in_on: '2026-10-20' },
};

const move = (personId: string, direction: string, more: Record<string, unknown> = {}) => ({
  person_id: personId,
  ...{ direction, other_council: 'Northmoor', told_on: '2026-10-01', told_by: 'Ada', ...more },
});

const advocateAsked = { what_for: 'the plan', asked_on: '2026-11-02', asked_of: 'Saltbeck Voices' };

/** For each kind of clock, the fewest facts from which it follows. */
const facts: Record<string, Make> = {
  promise: (db, { personId }, by) =>
    put(db, 'promise', {
      person_id: personId,
      ...{ who: 'Rowan', account_id: by, what: 'will ring', due_on: '2026-11-20', made_on: '2026-11-01' },
    }),
  'not-spoken': (db, { personId }, by) =>
    put(db, 'contact', {
      person_id: personId,
      ...{
        team_id: teamOf(personId),
        made_at: new Date('2026-11-16T10:00:00Z'),
        ended_on: '2026-11-16',
        how: 'phone',
        made_by: 'Carol',
      },
      ...{ made_by_relation: 'niece', permission: 'agreed', words: 'He has stopped coming', held_by: by },
    }),
  'check-back': (db, { conversationId }) =>
    sql`update conversation set resting_on = '2026-11-10', check_back_on = '2026-11-20' where id = ${conversationId}`.execute(
      db,
    ),
  'conversation-2': (db, { conversationId }, by) =>
    sql`update conversation set kind = 2, named_account_id = ${by}, cover_account_id = (select id from account where name = 'Priya' limit 1)
      where id = ${conversationId}`.execute(db),
  'entitled-asked': (db, who, by) => putFact(db, who, by, 'asked-if-entitled', { askedOn: '2026-10-01' }),
  'needs-under-way': (db, who, by) => putFact(db, who, by, 'under-way', { startsOn: '2026-10-01' }),
  'no-revived': async (db, who, by) => {
    const no = {
      declinedOn: '2026-09-01',
      capacity: 'not-in-doubt',
      abuseRisk: 'no',
      wouldBringBack: 'A fall',
    };
    await putFact(db, who, by, 'declined', no);
    await putFact(db, who, by, 'situation-changed', { changedOn: '2026-10-01' });
  },
  'offer-back': (db, who, by) =>
    putFact(db, who, by, 'offer', { what: 'a lift', answer: 'not-now', askAgainOn: '2026-11-20' }),
  'other-law': (db, who, by) =>
    putFact(db, who, by, 'other-law', { which: 'becoming-an-adult', happensOn: '2026-11-20' }),
  'need-check': (db, { personId }) =>
    put(db, 'communication_need', {
      person_id: personId,
      ...{
        kind: 'communication',
        need: 'Large print',
        recorded_on: '2026-01-01',
        check_again_on: '2026-11-20',
      },
    }),
  'introduction-ask': async (db, { personId }) => {
    const listing = await put(db, 'listing', { name: 'The boat shed' });
    await put(db, 'introduction', {
      ...{ person_id: personId, listing_id: listing, stage: 'introduced', how: 'message', why: 'Boats' },
      ...{
        permission_words: 'Yes',
        offered_on: '2026-11-01',
        introduced_on: '2026-11-06',
        ask_on: '2026-11-20',
      },
    });
  },
  'power-unseen': (db, { personId }, by) =>
    put(db, 'deciding_for', {
      ...{
        person_id: personId,
        name: 'Carol Thorne',
        authority: 'lasting-power-health',
        scope: 'Where to live',
      },
      ...{ recorded_by: by, recorded_on: '2026-10-01' },
    }),
  'advocate-wanted': (db, { personId }, by) =>
    put(db, 'involvement', {
      ...{
        person_id: personId,
        looked_on: '2026-11-10',
        understanding: true,
        retaining: false,
        weighing: false,
      },
      ...{
        communicating: false,
        words: 'Lost the thread',
        recorded_by: by,
        recorded_at: new Date('2026-11-10'),
      },
    }),
  'advocate-awaited': (db, { personId }, by) =>
    put(db, 'advocate', { person_id: personId, ...advocateAsked, recorded_by: by }),
  'safe-ask': (db, { personId }, by) => enquiry(db, personId, by),
  'safe-step': async (db, { personId }, by) => {
    const enquiryId = await enquiry(db, personId, by, { outcomes_asked_on: '2026-11-10' });
    await put(db, 'enquiry_step', {
      ...{ enquiry_id: enquiryId, at: new Date('2026-11-10T10:00:00Z'), account_id: by, who: 'The police' },
      ...{ words: 'Call round', due_on: '2026-11-20' },
    });
  },
  'catch-up-first': (db, who) => putPlan(db, who, '2026-09-28'),
  'catch-up-yearly': async (db, who, by) => {
    const plan = await putPlan(db, who, '2025-09-01');
    await put(db, 'catch_up', catchUp(who.personId, plan, '2025-11-01', by));
  },
  'catch-up-asked': (db, { personId }) =>
    put(db, 'catch_up_request', {
      ...{ person_id: personId, asked_on: '2026-11-01', asked_by: 'Ada', words: 'Can we talk?' },
    }),
  'catch-up-day': (db, { personId }) =>
    put(db, 'catch_up_request', {
      ...{ person_id: personId, asked_on: '2026-11-01', asked_by: 'Ada', words: 'Can we talk?' },
      ...{ answer: 'yes', answered_on: '2026-11-02', day_set: '2026-11-20' },
    }),
  'payment-first': async (db, who, by) => {
    const plan = await putPlan(db, who, '2026-11-20');
    await put(db, 'direct_payment', directPayment(who.personId, plan, '2026-04-01', by));
  },
  'payment-next': async (db, who, by) => {
    const plan = await putPlan(db, who, '2025-01-01');
    const payment = await put(db, 'direct_payment', directPayment(who.personId, plan, '2025-01-01', by));
    const held = catchUp(who.personId, plan, '2025-11-01', by);
    await put(db, 'catch_up', { ...held, direct_payment_id: payment });
  },
  'urgent-help': async (db, who, by) => {
    const { personId } = who;
    const support = await put(db, 'support', {
      ...{
        person_id: personId,
        kind: 'short-term',
        what: 'Nights',
        started_on: '2026-11-10',
        until_on: '2026-11-20',
      },
    });
    await put(db, 'urgent_help', {
      ...{
        person_id: personId,
        met_on: '2026-11-10',
        what: 'Nights',
        until_on: '2026-11-20',
        cost_pence: 100,
      },
      ...{
        support_id: support,
        entry_id: await putEntry(db, who, by),
        how_often: 'weekly',
        why: 'It could not wait',
        met_by: by,
      },
    });
  },
  'copy-owed': (db, who) => putPlan(db, who, '2026-11-01'),
  'carer-no': async (db, who, by) => {
    const carer = await makePerson(db, { fullName: `Carer of ${who.personId}` });
    const plan = await putPlan(db, who, '2026-11-01');
    await put(db, 'plan_need', {
      ...{
        plan_id: plan,
        position: 1,
        need: 'Nights',
        met_by: 'family',
        who: 'Carol',
        how: 'She sleeps there',
      },
      ...{ carer_id: carer, carer_thing: 'Nights' },
    });
    await put(db, 'carer_statement', {
      ...{ carer_id: carer, for_person_id: who.personId, thing: 'nights', side: 'able', answer: 'no' },
      ...{
        said_on: '2026-11-19',
        words: 'My back has gone',
        recorded_by: by,
        recorded_at: new Date('2026-11-19'),
      },
    });
  },
  'family-day': (db, { personId }) =>
    put(db, 'family_conference', {
      ...{ person_id: personId, offered_on: '2026-11-01', answer: 'yes', planned_on: '2026-11-20' },
    }),
  'family-again': (db, { personId }) =>
    put(db, 'family_conference', {
      ...{ person_id: personId, offered_on: '2026-08-01', answer: 'yes', held_on: '2026-09-01' },
      look_again_on: '2026-11-20',
    }),
  'move-here': (db, { personId }) => put(db, 'move', move(personId, 'here', { moves_on: '2026-11-20' })),
  'move-decision': (db, { personId }) =>
    put(db, 'move', move(personId, 'here', { moves_on: '2026-10-01', same_needs_from: '2026-10-01' })),
  'move-away': (db, { personId }) => put(db, 'move', move(personId, 'away', { moves_on: '2026-11-20' })),
  'home-approval': (db, { personId }) => home(db, personId),
  'home-visit': async (db, { personId }) => {
    const matching = await home(db, personId, saidYes);
    await put(db, 'matching_visit', {
      matching_id: matching,
      kind: 'after-moving-in',
      planned_on: '2026-11-20',
    });
  },
  'home-settling': (db, { personId }) => home(db, personId, saidYes),
};

const teamOf = (personId: string) =>
  sql`(select team_id from relationship where person_id = ${personId} limit 1)`;

export function enquiry(db: CouncilDb, personId: string, by: string, more: Record<string, unknown> = {}) {
  return put(db, 'enquiry', {
    ...{
      person_id: personId,
      has_needs: 'yes',
      at_risk: 'yes',
      cannot_protect: 'suspected',
      words: 'Afraid',
    },
    ...{ told_by: 'Ada', answered_at: new Date('2026-11-10T09:00:00Z'), answered_by: by },
    ...{ opened_at: new Date('2026-11-10T09:00:00Z'), lead_id: by, ...more },
  });
}

/** Every kind there is a fact for. */
export const kindsMade = Object.keys(facts);

/** Somebody for each kind, named after it, whose calendar has that kind. Returns their ids by kind. */
export async function oneOfEach(council: TestCouncil): Promise<Map<string, string>> {
  const made = new Map<string, string>();
  const { rowan } = council.accounts;
  for (const [kind, make] of Object.entries(facts))
    await council.as(rowan, async (db) => {
      const isOfPlan = /^(catch-up|payment|copy|carer)/.test(kind);
      const who = await somebody(council, db, `Somebody ${kind}`, isOfPlan ? 3 : 1);
      await make(db, who, rowan.accountId);
      made.set(kind, who.personId);
    });
  return made;
}
