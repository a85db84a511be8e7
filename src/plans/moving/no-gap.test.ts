import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Plan } from '../plan.ts';
import { mayExplainAgain, mayFollowCarriedOver, whatDiffers } from './difference.ts';
import { type Move, type MoveNeed, mayKnow } from './move.ts';
import {
  gapInWords,
  mayMeetSameNeeds,
  mayNotHappen,
  mayStopForMove,
  mayTakeOver,
  owedOnTheDay,
} from './no-gap.ts';

const today = '2026-11-21';
const here: Move = {
  ...{ id: 'move', personId: 'wilf', direction: 'here', otherCouncil: 'Fenholt', toldOn: '2026-10-01' },
  ...{ toldBy: 'Carol', satisfiedOn: '2026-10-10', satisfiedWords: 'He has a tenancy.' },
  ...{ planPassedOn: '2026-10-20', movesOn: today, movedOn: null, decidedHereOn: null, sameNeedsFrom: null },
  ...{ differenceWords: null, differenceSentOn: null, takenOverOn: null, takenOverWords: null },
  ...{ didNotHappenOn: null, planId: null, version: 1 },
};
const away: Move = { ...here, direction: 'away' };
const needs: MoveNeed[] = [
  { id: 'n', need: 'Getting up', metThere: 'Two calls a day', weeklyPence: 18_000, metHere: null },
];
const begun = { isConversation3Open: true, hasPlanSince: false, isDecidedNo: false };
const owed = (move: Partial<Move>, on = today) => owedOnTheDay({ ...here, ...move }, needs, begun, on);
const press = (move: Partial<Move>, on = today) => mayMeetSameNeeds({ ...here, ...move }, needs, begun, on);

describe('P4 what is owed to somebody moving here', () => {
  it('P4 before the day, nothing is wanting once everything is in place', () => {
    assert.deepEqual(owed({}, '2026-11-20'), { stillToDo: [], sameNeedsFrom: null, gapDays: 0 });
  });

  it('P4 before the day, each missing piece is a sentence of its own', () => {
    const wanting = (move: Partial<Move>) => owed({ movesOn: '2026-12-01', ...move }).stillToDo;
    assert.match(wanting({ satisfiedOn: null }).join(), /satisfied the move is genuine/);
    assert.match(wanting({ planPassedOn: null }).join(), /Their plan has not arrived from Fenholt/);
    assert.match(wanting({ movesOn: null }).join(), /the day they move/);
    const bare = owedOnTheDay(
      { ...here, movesOn: '2026-12-01' },
      [],
      { ...begun, isConversation3Open: false },
      today,
    );
    assert.equal(bare.stillToDo.length, 2);
    assert.match(bare.stillToDo.join(' '), /not written down here yet.*has not begun/);
    for (const missing of ['satisfiedOn', 'planPassedOn', 'movesOn'])
      assert.equal(wanting({ [missing]: null }).length, 1, missing);
  });

  it('P4 from the moving day itself the same needs are owed, with no gap on that day', () => {
    assert.partialDeepStrictEqual(owed({}), { sameNeedsFrom: today, gapDays: 0 });
    assert.equal(owed({}, '2026-11-20').sameNeedsFrom, null, 'not on the eve');
  });

  it('P4 a decision settles it once a plan stands, or at once when the law does not require us to help', () => {
    const decided = { ...here, decidedHereOn: '2026-11-20' };
    const at = (done: Partial<typeof begun>) => owedOnTheDay(decided, needs, { ...begun, ...done }, today);
    assert.equal(at({}).sameNeedsFrom, today, 'the other steps are still to be taken');
    assert.match(at({}).stillToDo.join(), /no plan of ours stands yet/);
    assert.deepEqual(at({ hasPlanSince: true }), { stillToDo: [], sameNeedsFrom: null, gapDays: 0 });
    assert.deepEqual(at({ isDecidedNo: true }), { stillToDo: [], sameNeedsFrom: null, gapDays: 0 });
  });

  it('P4 a no that came after the day leaves the days between owed, in a sentence', () => {
    const late = { ...here, movesOn: '2026-11-18', decidedHereOn: '2026-11-20' };
    const { stillToDo, sameNeedsFrom } = owedOnTheDay(late, needs, { ...begun, isDecidedNo: true }, today);
    assert.equal(sameNeedsFrom, null);
    assert.match(stillToDo.join(), /owed on the days between/);
    const onTheDay = { ...late, decidedHereOn: '2026-11-18' };
    assert.deepEqual(owedOnTheDay(onTheDay, needs, { ...begun, isDecidedNo: true }, today).stillToDo, []);
  });

  it('P4 a day that was changed twice counts from the last, and the day they did move before any', () => {
    assert.equal(owed({ movesOn: '2026-11-28' }).sameNeedsFrom, null);
    assert.equal(owed({ movesOn: '2026-11-19' }).sameNeedsFrom, '2026-11-19');
    assert.equal(owed({ movesOn: '2026-11-10', movedOn: '2026-11-18' }).sameNeedsFrom, '2026-11-18');
  });

  it('P4 somebody who moved on 29 February is owed from that day, a gap counted over it', () => {
    const moved = { movesOn: '2028-02-29', toldOn: '2028-02-01' };
    assert.partialDeepStrictEqual(owed(moved, '2028-03-02'), { sameNeedsFrom: '2028-02-29', gapDays: 2 });
    assert.equal(owed(moved, '2028-02-28').sameNeedsFrom, null);
  });

  it('P4 nothing is owed once it is met, once a plan made here stands, once it did not happen, or going away', () => {
    assert.equal(owed({ sameNeedsFrom: today }).sameNeedsFrom, null);
    assert.equal(owedOnTheDay(here, needs, { ...begun, hasPlanSince: true }, today).sameNeedsFrom, null);
    assert.deepEqual(owed({ didNotHappenOn: today, satisfiedOn: null }).stillToDo, []);
    assert.equal(owed({ direction: 'away' }).sameNeedsFrom, null);
  });
});

describe('P4 the same needs from the day', () => {
  it('P4 may be set going on the day and late', () => {
    assert.equal(press({}), null);
    assert.equal(press({ movesOn: '2026-11-01' }), null);
    assert.equal(press({ decidedHereOn: '2026-11-02' }), null, 'decided, and no plan of ours stands');
    assert.equal(press({ satisfiedOn: null, planPassedOn: null }), null, 'the duty waits for no paper');
  });

  it('P4 is refused for each reason alone', () => {
    const because = (move: Partial<Move>) => press(move)?.because;
    assert.match(because({ movesOn: null }) ?? '', /day they move is not written/);
    assert.match(because({ movesOn: '2026-11-22' }) ?? '', /the duty begins that day/);
    assert.match(
      mayMeetSameNeeds(here, needs, { ...begun, isDecidedNo: true }, today)?.because ?? '',
      /does not require us/,
    );
    assert.match(because({ sameNeedsFrom: today }) ?? '', /this was done/);
    assert.match(because({ didNotHappenOn: today }) ?? '', /did not happen/);
    assert.match(because({ direction: 'away' }) ?? '', /moving away/);
    assert.match(mayMeetSameNeeds(here, [], begun, today)?.because ?? '', /is not written down/);
    assert.match(
      mayMeetSameNeeds(here, needs, { ...begun, hasPlanSince: true }, today)?.because ?? '',
      /stands already/,
    );
    assert.equal(press({ movesOn: null })?.refused, 'P4');
  });

  it('P4 a gap is told as a sentence, and none is told where there was none', () => {
    assert.match(gapInWords('2026-11-20', today) ?? '', /for 1 day\./);
    assert.match(gapInWords('2026-11-18', today) ?? '', /for 3 days\./);
    assert.equal(gapInWords(today, today), null);
    assert.equal(gapInWords(null, today), null);
  });
});

describe('P4 support stops for a move', () => {
  it('P4 only when the other council has taken over, and from that day', () => {
    assert.equal(mayStopForMove({ ...away, takenOverOn: today }, today), null);
    assert.equal(mayStopForMove({ ...away, takenOverOn: today }, '2026-11-25'), null);
    assert.equal(mayStopForMove(away, today)?.refused, 'P4');
    assert.match(mayStopForMove(away, today)?.because ?? '', /Fenholt has not said/);
    assert.match(
      mayStopForMove({ ...away, takenOverOn: today }, '2026-11-20')?.because ?? '',
      /took over on/,
    );
    assert.match(
      mayStopForMove({ ...away, takenOverOn: today, didNotHappenOn: today }, today)?.because ?? '',
      /did not happen/,
    );
    assert.match(mayStopForMove({ ...here, takenOverOn: today }, today)?.because ?? '', /moved here/);
    assert.match(mayStopForMove(null, today)?.because ?? '', /no move away is written down/);
  });

  it('P4 taking over is written once it is so, and not before they moved', () => {
    assert.equal(mayTakeOver(away, today, today), null);
    assert.equal(mayTakeOver(away, '2026-11-25', '2026-11-25'), null);
    assert.match(mayTakeOver(away, '2026-11-22', today)?.because ?? '', /not come yet/);
    assert.match(mayTakeOver(away, '2026-11-20', today)?.because ?? '', /after that day/);
    assert.match(mayTakeOver({ ...away, movesOn: null }, today, today)?.because ?? '', /not written down/);
    assert.match(mayTakeOver(here, today, today)?.because ?? '', /moving here/);
    assert.match(mayTakeOver({ ...away, takenOverOn: today }, today, today)?.because ?? '', /settled/);
  });

  it('P4 a move that something has come of is not said to have not happened', () => {
    assert.equal(mayNotHappen(here), null);
    assert.equal(mayNotHappen(away), null);
    assert.match(mayNotHappen({ ...here, sameNeedsFrom: today })?.because ?? '', /needs are met here/);
    assert.match(mayNotHappen({ ...away, takenOverOn: today })?.because ?? '', /settled/);
  });
});

describe('P4 what is known on the way', () => {
  const known = { satisfiedOn: null, satisfiedWords: null, planPassedOn: null, movesOn: null, movedOn: null };

  it('P4 nothing that happened is in the future, and being satisfied has its words', () => {
    assert.equal(mayKnow(here, { ...known, movesOn: '2027-01-01' }, today), null);
    for (const day of ['satisfiedOn', 'planPassedOn', 'movedOn'])
      assert.match(
        mayKnow(here, { ...known, satisfiedWords: 'A tenancy.', [day]: '2026-11-22' }, today)?.because ?? '',
        /not come yet/,
        day,
      );
    assert.match(mayKnow(here, { ...known, satisfiedOn: today }, today)?.because ?? '', /what satisfied us/);
  });

  it('P4 the day the same needs were met from is kept', () => {
    const met = { ...here, sameNeedsFrom: today };
    assert.equal(mayKnow(met, { ...known, movesOn: today }, today), null);
    assert.match(mayKnow(met, { ...known, movesOn: '2026-11-20' }, today)?.because ?? '', /that day is kept/);
  });
});

describe('P4 what is different here', () => {
  it('P4 what was explained in writing stays explained: other words want a day of their own', () => {
    const given = { differenceWords: 'One longer visit.', differenceSentOn: '2026-11-21' };
    assert.equal(mayExplainAgain(given, 'Two short ones.', null)?.refused, 'P4');
    assert.equal(mayExplainAgain(given, 'Two short ones.', '2026-11-22'), null);
    assert.equal(mayExplainAgain(given, 'One longer visit. ', null), null);
    assert.equal(mayExplainAgain({ ...given, differenceSentOn: null }, 'Two short ones.', null), null);
  });

  const lines = (how: string, pence = 18_000): Pick<Plan, 'needs' | 'parts' | 'beside'> => ({
    needs: [
      {
        ...{ id: `${how}-n`, need: 'Getting up', isEligible: true, metBy: 'paid', who: 'Calls', how },
        ...{ ownerSaidYesOn: null, version: 1, carerId: null, carerThing: null },
      },
    ],
    parts: [
      {
        id: `${how}-p`,
        needId: `${how}-n`,
        what: how,
        howOften: 'weekly',
        councilPence: pence,
        personPence: 0,
      },
    ],
    beside: [],
  });
  const was = lines('Two calls a day');
  const none = { differenceWords: null, differenceSentOn: null };

  it('P4 the same as there needs no explanation; another way or less does', () => {
    assert.equal(mayFollowCarriedOver(none, was, lines('two calls a day ')), null);
    assert.equal(mayFollowCarriedOver(none, was, lines('A live-in companion'))?.refused, 'P4');
    assert.equal(mayFollowCarriedOver(none, was, lines('Two calls a day', 9_000))?.refused, 'P4');
    assert.equal(whatDiffers(was, { needs: [], parts: [], beside: [] }).length > 0, true);
  });

  it('P4 the explanation counts with its words and the day it was given, not with one of them', () => {
    const other = lines('A live-in companion');
    const told = { differenceWords: 'One person instead of many.', differenceSentOn: today };
    assert.equal(mayFollowCarriedOver(told, was, other), null);
    assert.equal(mayFollowCarriedOver({ ...told, differenceSentOn: null }, was, other)?.refused, 'P4');
    assert.equal(mayFollowCarriedOver({ ...told, differenceWords: ' ' }, was, other)?.refused, 'P4');
  });
});
