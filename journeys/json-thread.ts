import assert from 'node:assert/strict';
import type { Program } from './program.ts';
import { type Counted, countedNow, now, today } from './thread.ts';

/** The main job again, as a program does it. Returns what the evidence counts before and after. */
export async function threadAsJson(
  program: Program,
  name: string,
): Promise<{ before: Counted; after: Counted }> {
  const before = await countedNow(program);
  const words = 'The stairs are getting the better of me.';
  const { personId } = await program.post<{ personId: string }>('/contacts', {
    name,
    words,
    permission: 'own-words',
  });
  await conversation1(program, personId);
  await introduction(program, personId);
  await crisis(program, personId);
  const conversationId = await openConversation3(program, personId);
  await decisionAndPlan(program, personId, conversationId);
  return { before, after: await countedNow(program) };
}

async function conversation1(program: Program, personId: string): Promise<void> {
  const { entryId } = await program.post<{ entryId: string }>(`/people/${personId}/entries`, {
    withWhom: 'Them',
    isWithPerson: true,
    when: now(),
    said: 'Singing is what I miss. Ring me any day.',
    agreed: '- I ring the chapel by Friday',
  });
  await program.post(`/entries/${entryId}/promises`, { promise: [0] });
  await program.post(`/entries/${entryId}/facts`, { place: 'said:0-22', kind: 'what-matters' });
  const { conversations } = await program.get<{ conversations: { id: string; restingOn: string | null }[] }>(
    `/people/${personId}/conversations`,
  );
  const id = conversations[0]?.id ?? '';
  const early = await program.refused(`/conversations/${id}/rest`);
  assert.deepEqual([early.status, early.type?.split(';')[0]], [409, 'application/problem+json']);
  assert.match(JSON.stringify(early.body), /C1-1/);
  const answers = [
    { kind: 'may-have-needs', voice: 'think', answer: 'no' },
    { kind: 'carer-asked', voice: 'noticed', answer: 'nobody' },
    { kind: 'information-given', voice: 'agreed', what: 'The bus', format: 'Talked', givenOn: today() },
    { kind: 'how-to-come-back', voice: 'agreed' },
    { kind: 'check-back', voice: 'agreed', declined: 'yes' },
  ];
  for (const answer of answers)
    await program.post(`/conversations/${id}/answers`, { ...answer, sentence: `About ${answer.kind}.` });
  await program.post(`/conversations/${id}/rest`);
}

async function introduction(program: Program, personId: string): Promise<void> {
  const { found } = await program.get<{ found: { listingId: string }[] }>('/community?q=sing');
  const { introductionId } = await program.post<{ introductionId: string }>(
    `/people/${personId}/introductions`,
    { listing: found[0]?.listingId, why: 'Sang alto.', how: 'going-along', permission: 'Go on then.' },
  );
  for (const step of ['agreed', 'introduced', 'went'])
    await program.post(`/introductions/${introductionId}/${step}`);
}

async function crisis(program: Program, personId: string): Promise<void> {
  const { me, colleagues } = await whoIsWho(program, personId);
  const { conversationId } = await program.post<{ conversationId: string }>(`/people/${personId}/crisis`, {
    mustChange: 'I cannot go up in the dark again.',
    safetyNote: 'The hall light stays on.',
    namedAccountId: me,
    coverAccountId: colleagues[0],
  });
  await program.post(`/glue/${conversationId}/contacts`, { line: 'Rang: slept well.', withPerson: true });
  await program.post(`/conversations/${conversationId}/crisis/money`, {
    amount: '24.50',
    whatFor: 'a stair lamp',
  });
  await program.post(`/conversations/${conversationId}/crisis/peers`, {
    attendees: colleagues.slice(0, 1),
    whatWeHeard: 'The lamp did it.',
  });
  await program.post(`/conversations/${conversationId}/crisis/end`, {
    next: 'conversation-3',
    whatChanged: 'There is light.',
    personsView: 'Better.',
    howToComeBack: 'Ring Rowan.',
  });
}

async function openConversation3(program: Program, personId: string): Promise<string> {
  const { colleagues } = await whoIsWho(program, personId);
  const at = `/people/${personId}/conversation-3`;
  const tooSoon = await program.refused(at, { way: 'tested' });
  assert.equal(tooSoon.status, 409);
  assert.match(JSON.stringify(tooSoon.body), /C3-1/);
  await program.post(`/people/${personId}/peer-tests`, {
    why1UsedUp: 'The choir is good and the stairs remain.',
    why2UsedUp: 'The fall is over.',
    attendees: colleagues.slice(0, 1),
  });
  const { conversationId } = await program.post<{ conversationId: string }>(at, { way: 'tested' });
  await program.post(`/conversations/${conversationId}/told-beforehand`, {
    toldOn: today(),
    format: 'spoken',
  });
  return conversationId;
}

async function decisionAndPlan(program: Program, personId: string, conversationId: string): Promise<void> {
  const { me } = await whoIsWho(program, personId);
  const unable = (outcome: string) => ({
    [`finding-${outcome}`]: 'unable',
    [`sense-${outcome}`]: 'danger',
    [`words-${outcome}`]: 'I go up on my hands.',
  });
  await program.post(`/conversations/${conversationId}/determination`, {
    causeIsMet: 'yes',
    causeWords: 'Arthritis in both knees.',
    ...unable('home-safety'),
    ...unable('habitable-home'),
    impactIsMet: 'yes',
    impactWords: 'Upstairs is shut to me.',
    personsWish: 'To live downstairs.',
    practitionersView: 'It would give the house back.',
    viewBy: me,
    reasons: 'Two outcomes are out of reach.',
    decidedOn: today(),
  });
  const { planId } = await program.post<{ planId: string }>(`/conversations/${conversationId}/plans`);
  const at = `/plans/${planId}`;
  await program.post(`${at}/needs`, {
    need: 'To sleep and wash on one floor',
    isEligible: true,
    metBy: 'paid',
    who: 'Lantern Lane support',
    how: 'An hour each morning',
  });
  const { plan } = await program.get<{ plan: { needs: { id: string }[]; wordsVersion: number } }>(at);
  const part = { what: 'Seven mornings', howOften: 'weekly', council: '140', person: '10' };
  await program.post(`${at}/budget-parts`, { ...part, needId: plan.needs[0]?.id });
  await program.post(`/people/${personId}/money`, {
    how: 'light-touch',
    doneOn: today(),
    fromOn: today(),
    words: 'From the pension letter.',
    weekly: '10',
  });
  await program.post(`${at}/words`, {
    goodLife: 'My own front door.',
    ifThingsGoWrong: 'Ring Rowan.',
    advice: 'The side door has no step.',
    directPayment: 'offered-and-declined',
    version: plan.wordsVersion,
  });
  const { version } = (await program.get<{ plan: { version: number } }>(at)).plan;
  const words = { agreement: 'agree', agreementWords: 'Yes.', startsOn: today(), version };
  await program.post(`${at}/agreement`, words);
  const stands = await program.get<{ plan: { state: string; agreementWords: string } }>(at);
  assert.deepEqual([stands.plan.state, stands.plan.agreementWords], ['standing', 'Yes.']);
}

async function whoIsWho(program: Program, personId: string): Promise<{ me: string; colleagues: string[] }> {
  const { me, colleagues } = await program.get<{ me: string; colleagues: { id: string }[] }>(
    `/people/${personId}/conversation-3`,
  );
  return { me, colleagues: colleagues.map(({ id }) => id).filter((id) => id !== me) };
}
