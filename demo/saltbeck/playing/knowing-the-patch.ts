import { saveGap } from '../../../src/community/gaps/gaps.store.ts';
import { saveLine } from '../../../src/community/giving/lines.store.ts';
import {
  readConversation,
  saveConversation,
  tellWhatBecame,
} from '../../../src/community/patch/conversations/conversations.store.ts';
import { readActions, readGuests } from '../../../src/community/patch/conversations/gathered.ts';
import { saveVisit } from '../../../src/community/patch/visits/visits.store.ts';
import { addNote, startWalking } from '../../../src/community/patch/walking/walking.store.ts';
import { dayOf } from '../../../src/platform/clock.ts';
import { minutesSaid } from '../../hours.ts';
import { conversation, gaps, lines, visits, walking } from '../patch.ts';
import { actAs, daysAfter, daysAgo, instantOf, known, type Stage } from './stage.ts';

/** Where the team has been, what neighbours talked about and would give one another, and what is not there. */
export async function knowThePatch(stage: Stage): Promise<void> {
  await visitPlaces(stage);
  await talkAboutTheBench(stage);
  await walkAlongside(stage);
  for (const line of lines) {
    const db = await actAs(stage, line.by, instantOf(stage, line.at));
    const { direction, kind, words, district, permission } = line;
    const written = { direction, kind, words, district, permission, days: [], whenWords: null };
    await saveLine(db, known(stage.people, line.person), { ...written, isNeighbourly: 'yes' });
  }
  for (const { by, at, words, place } of gaps)
    await saveGap(await actAs(stage, by, instantOf(stage, at)), { words, place, personId: null });
}

async function visitPlaces(stage: Stage): Promise<void> {
  for (const visit of visits) {
    const at = instantOf(stage, visit.at);
    const { kind, place, learned, wentWith = null, whatItIsLike = null, isStillRight = false } = visit;
    await saveVisit(await actAs(stage, visit.by, at), {
      ...{ kind, place, learned, wentWith, whatItIsLike, isStillRight, visitedOn: dayOf(at) },
      howLong: minutesSaid(kind, learned),
      listing: visit.group ? known(stage.listings, visit.group) : null,
      ...{ whoToAskFor: null, canGoWith: null, room: null },
    });
  }
}

async function talkAboutTheBench(stage: Stage): Promise<void> {
  const { by, at, guests, actions, became, nextInDays, ...told } = conversation;
  const heldAt = instantOf(stage, at);
  const db = await actAs(stage, by, heldAt);
  const written = {
    ...told,
    heldOn: dayOf(heldAt),
    nextOn: daysAfter(stage, at, at.daysAgo + nextInDays),
    howLong: 120,
  };
  const id = await saveConversation(
    db,
    { ...written, guests, actions },
    readGuests(guests).guests,
    readActions(actions).actions,
  );
  const [first] = (await readConversation(db, id)).actions;
  if (first) await tellWhatBecame(db, id, first.actionId, became);
}

async function walkAlongside(stage: Stage): Promise<void> {
  const at = instantOf(stage, walking.at);
  const { knownAs, howMet, goodLife } = walking;
  const id = await startWalking(await actAs(stage, walking.by, at), {
    knownAs,
    howMet,
    goodLife,
    metOn: dayOf(at),
  });
  for (const { daysAgo: days, words, read } of walking.notes) {
    const then = await actAs(stage, walking.by, instantOf(stage, { daysAgo: days, time: '17:00' }));
    await addNote(then, id, { words, readWithThemOn: read ? daysAgo(stage, days) : null });
  }
}
