import { type Answer, answerAsked, onlyForNow } from '../../../src/community/asking/answers.store.ts';
import { setSteward } from '../../../src/community/asking/keeping/keeping.store.ts';
import { askAtListedAddresses, saveWay } from '../../../src/community/asking/keeping/ways.store.ts';
import { askToday } from '../../../src/community/asking/rounds/day-round.store.ts';
import { findPairs } from '../../../src/community/duplicates/finding.store.ts';
import { saveFeedRead } from '../../../src/community/feeds/imports.store.ts';
import { noteMissed } from '../../../src/community/finder/missed/missed.store.ts';
import { answerClaim, makeClaim } from '../../../src/community/groups/claims/claims.store.ts';
import { addNeed, addThanks, meetNeed } from '../../../src/community/groups/own-page/own-page.store.ts';
import {
  answerSuggestion,
  makeSuggestion,
} from '../../../src/community/groups/suggestions/suggestions.store.ts';
import { sayUserLed } from '../../../src/community/groups/user-led/user-led.store.ts';
import { askGroup } from '../../../src/community/introductions/group-side/answering.store.ts';
import { setWelcome } from '../../../src/community/introductions/group-side/capacity.store.ts';
import { introductionsOf } from '../../../src/community/introductions/introductions.store.ts';
import { addLine } from '../../../src/community/introductions/lines/lines.store.ts';
import { giveMoney, sayWhatItChanged } from '../../../src/community/introductions/money/money.store.ts';
import { yearlyLimitPence } from '../../../src/community/introductions/money/money.ts';
import { offerIntroduction } from '../../../src/community/introductions/offering.store.ts';
import { type CouncilDb, nowOf } from '../../../src/platform/db/council.ts';
import {
  askedOtherwise,
  churchesFeed,
  claims,
  groupsSaid,
  lookedForInVain,
  money,
  nearCopies,
  needs,
  roundsDaysAgo,
  stewards,
  storyBack,
  suggestions,
  thanks,
  userLed,
  waiting,
  welcomes,
} from '../directory.ts';
import { groups } from '../groups.ts';
import type { Moment } from '../script.ts';
import { listingOf, organisationOf } from './connecting.ts';
import { actAs, actAsAnybody, allowed, daysAfter, instantOf, known, type Stage } from './stage.ts';

/** Where the demonstration’s letters say its pages are, when nobody has said where they really are. */
const origin = 'http://localhost:3000';
const theGroup = 'the group';

/** What groups, neighbours and the directory’s editor did: asked and answered, claimed, suggested, thanked. */
export async function runTheDirectory(stage: Stage): Promise<void> {
  await readTheChurches(stage);
  await sayHowTheyAreAsked(stage);
  await askAndAnswer(stage);
  await claimAndSuggest(stage);
  await needAndThank(stage);
  await waitForTheGroup(stage);
  await giveATaxi(stage);
  await lookInVain(stage);
}

async function readTheChurches(stage: Stage): Promise<void> {
  const db = await actAs(stage, 'tomasz', instantOf(stage, { daysAgo: churchesFeed.daysAgo, time: '07:10' }));
  const at = nowOf(db);
  await saveFeedRead(db, {
    ...{ name: churchesFeed.name, source: churchesFeed.url, startedAt: at, finishedAt: at },
    ...{ brokenBecause: null, isShort: false, keepsWhatWasRead: false, notes: [] },
    reads: nearCopies.map(({ of, changes }) => {
      const group = { ...groupCalled(of), ...changes, checked: { daysAgo: churchesFeed.daysAgo, by: '' } };
      const listing = listingOf(stage, group, churchesFeed);
      return { outcome: 'accepted', listing, organisation: organisationOf(group), terms: [], reasons: [] };
    }),
  });
  await findPairs(db);
}

function groupCalled(key: string) {
  const group = groups.find((one) => one.key === key);
  if (!group) throw new Error(`The script speaks of “${key}”, which is no group of Saltbeck’s.`);
  return group;
}

async function sayHowTheyAreAsked(stage: Stage): Promise<void> {
  const db = await actAs(stage, 'tomasz', instantOf(stage, { daysAgo: 30, time: '09:00' }));
  for (const [district, who] of stewards)
    await setSteward(db, district, known(stage.accounts, who).accountId);
  for (const { group, ...way } of askedOtherwise)
    await saveWay(db, known(stage.listings, group), { ...way, stewardId: null, version: 0 });
  await askAtListedAddresses(db);
}

/** The product’s own rounds on their days, and what groups said, in the order it happened; one says nothing. */
async function askAndAnswer(stage: Stage): Promise<void> {
  const rounds = roundsDaysAgo.map((days): Said => {
    return { at: { daysAgo: days, time: '09:05' }, say: (db) => askToday(db, origin) };
  });
  const all = [...rounds, ...saidByGroups(stage)];
  for (const { at, say } of all.toSorted((one, other) => when(stage, one) - when(stage, other)))
    await say(await actAsAnybody(stage, at));
}

interface Said {
  at: Moment;
  say(db: CouncilDb): Promise<unknown>;
}
const when = (stage: Stage, { at }: Said): number => instantOf(stage, at).getTime();

function saidByGroups(stage: Stage): Said[] {
  const { stillRight, full, paused, onlyForNow: forNow } = groupsSaid;
  const listing = (key: string) => known(stage.listings, key);
  const answers = (group: string, answer: Answer) => (db: CouncilDb) =>
    answerAsked(db, listing(group), answer, theGroup);
  const back = daysAfter(stage, paused.at, paused.days);
  const until = daysAfter(stage, forNow.at, forNow.days);
  return [
    ...stillRight.map(({ group, at }) => ({ at, say: answers(group, { answer: 'yes' }) })),
    { at: full.at, say: answers(full.group, { answer: 'full', room: 'full' }) },
    { at: paused.at, say: answers(paused.group, { answer: 'paused', until: back, words: paused.words }) },
    { at: forNow.at, say: (db) => onlyForNow(db, listing(forNow.group), until, theGroup) },
    {
      at: welcomes.at,
      say: (db) => setWelcome(db, listing(welcomes.group), { aMonth: welcomes.aMonth, until: null }),
    },
  ];
}

async function claimAndSuggest(stage: Stage): Promise<void> {
  for (const { group, at, answeredAt, ...claim } of claims) {
    const listingId = known(stage.listings, group);
    const { claimId } = await makeClaim(await actAsAnybody(stage, at), { ...claim, listingId });
    if (!answeredAt) continue;
    const editor = await actAs(stage, 'tomasz', instantOf(stage, answeredAt));
    await answerClaim(editor, claimId, { answer: 'yes', why: null, coversAll: claim.wantsAll });
  }
  for (const { at, suggestion, answer } of suggestions) {
    const { suggestionId } = await makeSuggestion(await actAsAnybody(stage, at), suggestion);
    if (!answer) continue;
    const listingId = answer.group === null ? null : known(stage.listings, answer.group);
    const editor = await actAs(stage, 'tomasz', instantOf(stage, answer.at));
    await answerSuggestion(editor, suggestionId, { ...answer, listingId });
  }
  for (const { group, at, who } of userLed)
    await sayUserLed(await actAs(stage, 'tomasz', instantOf(stage, at)), known(stage.listings, group), {
      ...{ isUserLed: true, by: 'editor', who },
    });
}

async function needAndThank(stage: Stage): Promise<void> {
  for (const { group, at, kind, words, met } of needs) {
    const listingId = known(stage.listings, group);
    const needId = await addNeed(await actAsAnybody(stage, at), listingId, { kind, words });
    if (met) await meetNeed(await actAsAnybody(stage, met.at), listingId, needId, met.how);
  }
  for (const { group, by, at, words } of thanks) {
    const writtenBy = known(stage.accounts, by).accountId;
    const db = await actAs(stage, by, instantOf(stage, at));
    await addThanks(db, known(stage.listings, group), { words, writtenBy });
  }
  const { group, at, words } = storyBack;
  await addThanks(await actAsAnybody(stage, at), known(stage.listings, group), { words, writtenBy: null });
}

async function waitForTheGroup(stage: Stage): Promise<void> {
  const { person, group, by, at, why, permission, lines } = waiting;
  const db = await actAs(stage, by, instantOf(stage, at));
  const introductionId = allowed(
    await offerIntroduction(db, {
      ...{ personId: known(stage.people, person), listingId: known(stage.listings, group) },
      ...{ how: 'going-along', why, permissionWords: permission },
    }),
    `introduce ${person}`,
  );
  for (const line of lines) allowed(await addLine(db, introductionId, line), `tell ${group}: ${line.words}`);
  allowed(await askGroup(db, introductionId, 'page', null), `ask ${group}`);
}

async function giveATaxi(stage: Stage): Promise<void> {
  const { person, group, by, at, changed, ...given } = money;
  const db = await actAs(stage, by, instantOf(stage, at));
  const all = await introductionsOf(db, known(stage.people, person));
  const one = all.find(
    ({ listingId, stage: reached }) =>
      listingId === known(stage.listings, group) && reached === 'still-going',
  );
  if (!one) throw new Error(`The script gives money for an introduction of ${person} that nobody made.`);
  const moneyId = allowed(
    await giveMoney(db, one.introductionId, { ...given, on: null }, yearlyLimitPence),
    `money for ${person}`,
  );
  const later = await actAs(stage, by, instantOf(stage, changed.at));
  await sayWhatItChanged(later, one.introductionId, moneyId, changed.words);
}

async function lookInVain(stage: Stage): Promise<void> {
  for (const { words, district, days } of lookedForInVain)
    for (const daysAgo of days)
      await noteMissed(await actAsAnybody(stage, { daysAgo, time: '18:00' }), { words, district });
}
