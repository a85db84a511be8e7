import { newId } from '../../src/platform/ids.ts';
import {
  agreed,
  at,
  before,
  crisis,
  day,
  decision,
  ended,
  type Forbid,
  gate,
  livesIn,
  long,
  need,
  smaller,
  unheard,
} from './put.ts';

/** The rest: plans, and what happens as time goes on. */
export const forbiddenLater: Record<string, Forbid> = {
  'C3-5 a plan that stands with no decision in its conversation': async (put, personId) => {
    await agreed(put, personId);
  },
  'C3-5 a plan that stands by nobody’s word and carries nothing over': async (put, personId) => {
    await agreed(put, personId, { agreement: null, agreed_on: null });
  },
  'C3-5 a plan agreed with money for no need, a need with no price, or no word on a direct payment': async (
    put,
    personId,
  ) => {
    await need(put, await agreed(put, personId));
  },
  'C2-3 a plan agreed during a conversation 2, with no duty whose day others set': async (put, personId) => {
    await crisis(put, personId);
    const id = await gate(put, personId, { opened_by_exception: 'asked-for-a-determination' });
    await agreed(put, personId, { conversation_id: id });
  },
  'N3 a decision given while an advocate was wanted and none was there': async (put, personId) =>
    unheard(put, personId, await decision(put, personId), 'determination'),
  'N3 a plan made or changed while an advocate was wanted and none was there': async (put, personId) =>
    unheard(put, personId, await agreed(put, personId), 'plan-stands'),
  'N5 a plan agreed that leans on a carer who had said no, or had not been asked': async (put, personId) => {
    const carer = newId();
    const plan = await agreed(put, personId);
    await need(put, plan, { met_by: 'family', carer_id: carer, carer_thing: 'nights' });
    await put('timeline_event', { person_id: personId, source_id: plan, kind: 'plan-stands', at });
    const said = {
      carer_id: carer,
      for_person_id: personId,
      thing: 'Nights',
      said_on: before,
      recorded_at: at,
    };
    await put('carer_statement', { ...said, side: 'willing', answer: 'yes' });
    await put('carer_statement', { ...said, side: 'able', answer: 'yes', said_on: long });
    await put('carer_statement', { ...said, side: 'able', answer: 'no' });
  },
  'P1 a plan agreed for less with a piece missing': async (put, personId) => {
    await smaller(put, personId);
  },
  'P1 a need of the earlier plan beside nothing in the one that follows': async (put, personId) => {
    await smaller(put, personId);
  },
  'P1 two plans standing for one person': async (put, personId) => {
    await agreed(put, personId);
    await agreed(put, personId);
  },
  'P1 a plan that was followed by none': async (put, personId) => {
    await agreed(put, personId, { state: 'followed-by-a-later-one' });
  },
  'P1 support that ended for no lawful reason': async (put, personId) => {
    await ended(put, personId, 'a-later-plan', { plan_id: newId() });
  },
  'P3 something that may change neither a plan nor support, and did': async () => ({
    unchanged: [{ rule: 'P3 a catch-up', before: 'one', after: 'another' }],
  }),
  'P4 support that stopped for a move before the other council said it had taken over': async (
    put,
    personId,
  ) => {
    await put('move', { person_id: personId, direction: 'away', taken_over_on: '2026-11-22' });
    await ended(put, personId, 'moved-and-met-there');
  },
  'P4 the same needs met from another day than the one they moved': async (put, personId) => {
    await put('move', {
      person_id: personId,
      direction: 'here',
      moves_on: before,
      same_needs_from: day,
      plan_id: newId(),
    });
  },
  'P4 a need that was met there and not here from the day they moved': async (put, personId) => {
    const move = await put('move', {
      person_id: personId,
      direction: 'here',
      moves_on: before,
      same_needs_from: before,
      plan_id: newId(),
    });
    await put('move_need', { move_id: move, met_there: 'Visits' });
    await put('support', { person_id: personId, kind: 'ongoing', what: 'Visits', started_on: day });
  },
  'P4 a plan that follows what was carried over, with less in it and nothing explained in writing': async (
    put,
    personId,
  ) => {
    const carried = await smaller(put, personId);
    await put('move', { person_id: personId, direction: 'here', plan_id: carried, difference_words: 'So.' });
  },
  'P4 another council that took over from nobody who moved there': async (put, personId) => {
    await put('move', { person_id: personId, direction: 'away', taken_over_on: day });
  },
  'P5 more living there than there is room for': async (put, personId) => {
    const home = await put('household', { capacity: 1 });
    await livesIn(put, personId, home);
    await livesIn(put, newId(), home);
  },
  'P5 somebody who moved in without three yeses by that day': async (put, personId) => {
    await livesIn(put, personId, newId(), { scheme_answer_on: '2026-11-22' });
  },
  'P5 somebody who moved in with tea, a night or a weekend neither been nor left out': async (
    put,
    personId,
  ) => {
    const matching = await livesIn(put, personId, newId());
    for (const kind of ['tea', 'overnight'])
      await put('matching_visit', { matching_id: matching, kind, planned_on: before, happened_on: before });
    await put('matching_visit', { matching_id: matching, kind: 'weekend', planned_on: before });
  },
  'P5 somebody who lives in two homes': async (put, personId) => {
    for (const home of [newId(), newId()]) await livesIn(put, personId, home);
  },
  'F6 urgent help that stopped, and nobody looked again': async (put, personId) => {
    const support = await ended(put, personId, 'their-wish', { kind: 'short-term', ended_words: 'So.' });
    await put('urgent_help', { person_id: personId, support_id: support });
  },
  'F6 urgent help that ended before its day at nobody’s wish': async (put, personId) => {
    const support = await ended(put, personId, 'time-was-up', { kind: 'short-term' });
    await put('urgent_help', {
      person_id: personId,
      support_id: support,
      until_on: '2026-11-22',
      looked_again_on: day,
    });
  },
  'P2 a catch-up about a plan that did not run on its day': async (put, personId) => {
    const plan = await agreed(put, personId);
    await put('catch_up', { person_id: personId, plan_id: plan, held_on: before });
  },
  'P3 a catch-up held for what something costs': async (put, personId) => {
    await put('catch_up', { person_id: personId, why: 'cost' });
  },
  'P2 somebody who asked for a catch-up and has a “yes” with no day, or a “no” with no way to challenge it':
    async (put, personId) => {
      await put('catch_up_request', { person_id: personId, answer: 'no', answer_words: 'Not yet.' });
    },
  'P1 a direct payment that ended and does not say how the needs are met': async (put, personId) => {
    await put('direct_payment', {
      person_id: personId,
      ended_on: day,
      ended_because: 'So.',
      needs_met_then: ' ',
    });
  },
  'C3-5 a direct payment for no purpose, or under a plan that never stood': async (put, personId) => {
    const plan = await agreed(put, personId, { state: 'being-written' });
    await put('direct_payment', { person_id: personId, plan_id: plan });
  },
  'C3-5 what somebody pays, worked out before any conversation 3': async (put, personId) => {
    await gate(put, personId);
    await put('financial_assessment', { person_id: personId, done_on: before });
  },
};
