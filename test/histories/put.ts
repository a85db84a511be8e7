/** Writes one row past every rule and constraint; what is not said is filled with anything. Returns its id. */
export type Put = (table: string, values: Record<string, unknown>) => Promise<string>;
/** Writes one state that is forbidden, about somebody; gives what was noted (`Noted`) when that is part of it. */
export type Forbid = (put: Put, personId: string) => Promise<unknown>;

export const day = '2026-11-21';
export const at = `${day}T12:00:00Z`;
export const before = '2026-11-01';
export const long = '2026-01-01';

export const resting = (put: Put, personId: string, values: Record<string, unknown> = {}) =>
  put('conversation', {
    person_id: personId,
    kind: 1,
    resting_on: day,
    opened_at: `${before}T09:00:00Z`,
    ...values,
  });
export const fact = (put: Put, conversationId: string, kind: string, values: Record<string, unknown> = {}) =>
  put('fact', { conversation_id: conversationId, kind, happened_on: day, recorded_at: at, ...values });
export const crisis = (put: Put, personId: string, values: Record<string, unknown> = {}) =>
  put('conversation', { person_id: personId, kind: 2, opened_at: `${before}T09:00:00Z`, ...values });
export const gate = (put: Put, personId: string, values: Record<string, unknown> = {}) =>
  put('conversation', { person_id: personId, kind: 3, opened_at: at, ...values });
export const agreed = (put: Put, personId: string, values: Record<string, unknown> = {}) =>
  put('plan', {
    person_id: personId,
    state: 'standing',
    agreement: 'agree',
    agreed_on: day,
    starts_on: day,
    ...values,
  });
export const need = (put: Put, planId: string, values: Record<string, unknown> = {}) =>
  put('plan_need', { plan_id: planId, need: 'Nights', met_by: 'paid', ...values });
export const decision = (put: Put, personId: string, values: Record<string, unknown> = {}) =>
  put('determination', { person_id: personId, kind: 'adult', decided_on: day, ...values });
export const ended = (
  put: Put,
  personId: string,
  because: string | null,
  values: Record<string, unknown> = {},
) =>
  put('support', {
    person_id: personId,
    kind: 'ongoing',
    started_on: before,
    ended_on: day,
    ended_because: because,
    ...values,
  });
export const livesIn = (
  put: Put,
  personId: string,
  householdId: string,
  values: Record<string, unknown> = {},
) =>
  put('matching', { person_id: personId, household_id: householdId, moved_in_on: day, ...yeses, ...values });
export const yeses = {
  ...{ person_answer: 'yes', household_answer: 'yes', scheme_answer: 'yes' },
  ...{ person_answer_on: before, household_answer_on: before, scheme_answer_on: before },
};

/** An advocate was wanted and none was in place when this was told in the story. */
export async function unheard(put: Put, personId: string, sourceId: string, kind: string): Promise<void> {
  await put('involvement', {
    person_id: personId,
    looked_on: before,
    weighing: true,
    recorded_at: `${before}T09:00:00Z`,
  });
  await put('advocate', { person_id: personId, in_place_on: long, ended_on: before });
  await put('timeline_event', { person_id: personId, source_id: sourceId, kind, at });
}

/** A plan and the smaller one that follows it. */
export async function smaller(put: Put, personId: string): Promise<string> {
  const was = await agreed(put, personId, { state: 'followed-by-a-later-one', starts_on: before });
  const now = await agreed(put, personId, { follows: was });
  await need(put, now, { need: 'Company' });
  await need(put, was, {});
  return was;
}
