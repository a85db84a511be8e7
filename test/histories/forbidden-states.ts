import { newId } from '../../src/platform/ids.ts';
import { at, before, crisis, day, decision, type Forbid, fact, gate, resting } from './put.ts';

/** For every question of `never.ts`, a state it must find. */
export const forbiddenStates: Record<string, Forbid> = {
  'F1 a contact with nobody, or with somebody who neither answered it nor said yes': async (
    put,
    personId,
  ) => {
    const contact = await put('contact', { person_id: personId, answered_by: newId(), held_by: newId() });
    await put('contact_asked', { contact_id: contact, asked: newId(), answer: 'yes' });
  },
  'F2 a contact whose clock was set again, or which is gone': async (put, personId) => {
    const id = await put('contact', { person_id: personId, made_at: at });
    return { contacts: [{ id, madeAt: `${before}T12:00:00Z` }] };
  },
  'F2 a clock that was stopped by no real conversation': async (put, personId) => {
    await put('contact', { person_id: personId, made_at: `${before}T12:00:00Z`, spoken_on: day });
    await put('entry', { person_id: personId, happened_at: at, is_with_person: false });
  },
  'C1-1 a conversation 1 resting with what matters, a carer, information or the way back missing': async (
    put,
    personId,
  ) => {
    const id = await resting(put, personId, { how_to_come_back: 'Ring us.', check_back_declined: true });
    for (const kind of ['what-matters', 'carer-asked', 'how-to-come-back']) await fact(put, id, kind);
  },
  'C1-1 a conversation 1 resting with needs unsettled': async (put, personId) => {
    const id = await resting(put, personId);
    const details = {
      abuseRisk: 'yes',
      capacity: 'not-in-doubt',
      declinedOn: day,
      wouldBringBack: 'A fall.',
    };
    await fact(put, id, 'declined', { details });
  },
  'C1-2 a “no” that let it rest although they asked again, or something changed': async (put, personId) => {
    const id = await resting(put, personId);
    await fact(put, id, 'declined', { happened_on: before, recorded_at: `${before}T12:00:00Z` });
    await fact(put, id, 'asked-again', { details: { askedOn: day } });
  },
  'N1 a conversation 1 resting on what they asked they are entitled to': async (put, personId) => {
    const id = await resting(put, personId);
    await fact(put, id, 'declined', { details: { declinedOn: day } });
    await fact(put, id, 'asked-if-entitled', { details: { askedOn: day } });
  },
  'N2 a conversation 1 resting while an enquiry was open and nothing had come of it': async (
    put,
    personId,
  ) => {
    await resting(put, personId);
    await put('enquiry', { person_id: personId, opened_at: `${before}T12:00:00Z` });
  },
  'R1 a conversation that came to rest with no way back': async (put, personId) => {
    await resting(put, personId, { kind: 3, how_to_come_back: ' ' });
  },
  'C2-1 a conversation 2 with no named person, no cover, or one who is both': async (put, personId) => {
    const one = newId();
    await crisis(put, personId, { named_account_id: one, cover_account_id: one });
  },
  'C2-1 a conversation 2 that does not say what must change, or how to be safe': async (put, personId) => {
    const id = await crisis(put, personId);
    await put('crisis_plan', { conversation_id: id, must_change: 'Nights.', safety_note: ' ' });
  },
  'C2-2 two conversations 2 open with one person': async (put, personId) => {
    await crisis(put, personId);
    await crisis(put, personId);
  },
  'C2-2 a named person who is not the one both said yes to': async (put, personId) => {
    const [first, other] = [newId(), newId()];
    const id = await crisis(put, personId, { named_account_id: other, cover_account_id: newId() });
    await put('named_person_change', {
      conversation_id: id,
      to_account_id: other,
      to_yes_at: at,
      from_yes_at: null,
    });
    return { named: [{ conversationId: id, accountId: first }] };
  },
  'C2-2 two colleagues asked at once to be the named person': async (put, personId) => {
    const id = await crisis(put, personId);
    for (const one of [newId(), newId()])
      await put('named_person_change', { conversation_id: id, to_account_id: one });
  },
  'C2-5 more small money than the site lets a conversation spend': async (put, personId) => {
    const rules = await put('rule_set', { rules: { smallMoneyLimitPence: 5_000 } });
    const id = await crisis(put, personId, { rule_set_id: rules });
    for (const amount of [3_000, 2_001])
      await put('small_money', { conversation_id: id, amount_pence: amount });
  },
  'C2-6 a conversation 2 that ended without what changed, their view, or a day to ask': async (
    put,
    personId,
  ) => {
    const said = {
      what_changed: 'She sleeps.',
      persons_view: 'Better.',
      what_next: 'resting',
      check_back_on: null,
    };
    await crisis(put, personId, { resting_on: day, ...said });
  },
  'C2-3 a conversation 3 opened during a conversation 2, with no exception': async (put, personId) => {
    await crisis(put, personId);
    await gate(put, personId);
  },
  'C3-1 two conversations 3 open with one person': async (put, personId) => {
    await gate(put, personId);
    await gate(put, personId);
  },
  'C3-1 a conversation 3 with no exception and no peer test by somebody else since the plan was read again':
    async (put, personId) => {
      await gate(put, personId);
      const presenter = newId();
      const share = await put('peer_share', {
        person_id: personId,
        purpose: 'peer-test',
        presenter_id: presenter,
        shared_at: `${before}T12:00:00Z`,
        why_1_used_up: 'So.',
        why_2_used_up: 'So.',
      });
      await put('peer_share_attendee', { peer_share_id: share, account_id: newId() });
      await put('crisis_contact', { person_id: personId, reread_plan: true, at: `${before}T13:00:00Z` });
    },
  'C3-2 a conversation 3 that opened at once and does not say why': async (put, personId) => {
    await gate(put, personId, { opened_by_exception: 's117' });
  },
  'C3-3 a decision given to somebody who was not told beforehand': async (put, personId) => {
    const id = await gate(put, personId);
    await decision(put, personId, { conversation_id: id, decided_on: before });
    await fact(put, id, 'told-beforehand', { details: { toldOn: day } });
  },
  'C3-4 a decision that is somebody else’s than whoever gave it': async (put, personId) => ({
    decisions: [{ id: await decision(put, personId), by: newId() }],
  }),
  'C3-4 a decision with an outcome that is unable and has no words, or with fewer than ten': async (
    put,
    personId,
  ) => {
    const id = await decision(put, personId);
    await put('determination_outcome', { determination_id: id, finding: 'unable', words: '' });
  },
  'C3-4 a “yes” without the three tests, or a “no” with no written advice': async (put, personId) => {
    await decision(put, personId, { is_eligible: true, cause_is_met: true, impact_is_met: true });
  },
  'C3-6 a decider said to have met somebody they wrote of no meeting with': async (put, personId) => {
    const decider = newId();
    await decision(put, personId, { decided_by: decider, decider_has_met_person: true });
    await put('entry', { person_id: personId, author_id: decider, is_with_person: false });
  },
};
