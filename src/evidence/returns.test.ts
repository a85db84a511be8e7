import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addDays } from '../platform/clock.ts';
import { highestConversation } from './highest-conversation.ts';
import { RETURN_WINDOWS, restings, returns } from './returns.ts';

const rested = '2026-01-05';
const back = (day: number) => ({ personId: 'Wen', restedOn: rested, cameBackOn: addDays(rested, day) });
const at90 = (people: Parameters<typeof returns>[0]['people'], asOf = '2027-06-01') =>
  returns({ people, windowDays: 90, asOf });

describe('returns', () => {
  it('E7 coming back on day 1 and on day 90 counts; the same day and day 91 do not', () => {
    for (const [day, counted] of [
      [0, 0],
      [1, 1],
      [90, 1],
      [91, 0],
    ] as const) {
      assert.equal(at90([back(day)]).numerator, counted, `day ${day}`);
    }
  });

  it('E7 the three windows stand together and the long one is not yet known', () => {
    const asked = { people: [back(100)], asOf: addDays(rested, 300) };
    const found = RETURN_WINDOWS.map((windowDays) => returns({ ...asked, windowDays }));
    assert.deepEqual(
      found.map((one) => [one.windowDays, one.numerator, one.denominator, one.notYetKnown]),
      [
        [90, 0, 1, 0],
        [270, 1, 1, 0],
        [365, 0, 0, 1],
      ],
    );
  });

  it('E7 somebody who died while resting is kept and reported beside', () => {
    const found = at90([{ personId: 'Wen', restedOn: rested, diedOn: addDays(rested, 10) }]);
    assert.deepEqual([found.numerator, found.denominator, found.died], [0, 1, 1]);
  });

  it('E7 a person who rests twice counts once, from the first', () => {
    const found = at90([{ personId: 'Wen', restedOn: '2026-09-01' }, back(10)]);
    assert.deepEqual([found.numerator, found.denominator], [1, 1]);
  });
});

describe('when everything rested', () => {
  it('E7 one conversation resting while another is open is not resting', () => {
    const conversations = [
      { openedOn: '2026-01-01', restedOn: '2026-01-20' },
      { openedOn: '2026-01-20', restedOn: '2026-03-01' },
      { openedOn: '2026-05-01' },
    ];
    assert.deepEqual(restings(conversations, ['2026-01-01', '2026-05-01']), [
      { restedOn: '2026-03-01', cameBackOn: '2026-05-01' },
    ]);
  });

  it('E7 somebody who has not come back has no day of coming back', () => {
    assert.deepEqual(
      restings([{ openedOn: '2026-01-01', restedOn: '2026-01-20' }], ['2026-01-01', '2026-01-20']),
      [{ restedOn: '2026-01-20', cameBackOn: undefined }],
    );
  });
});

describe('the highest conversation reached', () => {
  it('E7 counts each person once, at their highest, and those with none', () => {
    const conversations = [
      { personId: 'Wen', kind: 1, openedOn: '2026-01-01' },
      { personId: 'Wen', kind: 3, openedOn: '2026-03-01' },
      { personId: 'Wen', kind: 2, openedOn: '2026-04-01' },
      { personId: 'Idris', kind: 1, openedOn: '2026-01-01' },
      { personId: 'Idris', kind: 2, openedOn: '2026-12-01' },
      { personId: 'a stranger', kind: 2, openedOn: '2026-01-01' },
    ] as const;
    assert.deepEqual(highestConversation(['Wen', 'Idris', 'Marged'], conversations, '2026-06-30'), {
      people: 3,
      none: 1,
      1: 1,
      2: 0,
      3: 1,
    });
  });
});
