import assert from 'node:assert/strict';
import { it } from 'node:test';
import { saidAmount, saysLess } from './said-amounts.ts';

const said: [string, number | null, number | null][] = [
  ['Two hours a day, with Marnie', 14, null],
  ['12 hours a week', 12, null],
  ['Half an hour every morning', 3.5, null],
  ['45 minutes twice a day', 10.5, 14],
  ['30 mins each evening', 3.5, null],
  ['three calls a day', null, 21],
  ['4 nights a week', null, 4],
  ['one hour a fortnight', 0.5, null],
  ['A waking call at two, every night', null, null],
  ['For an hour', null, null],
  ['', null, null],
];
for (const [text, hours, times] of said)
  it(`P1 “${text}” says ${hours ?? 'no'} hours and ${times ?? 'no'} times a week`, () => {
    assert.deepEqual(saidAmount(text), { hours, times });
  });

it('P1 fewer hours said is less; more, the same, or nothing said is not', () => {
  assert.equal(saysLess('12 hours a week', '8 hours a week'), true);
  assert.equal(saysLess('Two hours a day', '14 hours a week'), false);
  assert.equal(saysLess('8 hours a week', '12 hours a week'), false);
  assert.equal(saysLess('12 hours a week', 'When needed'), false);
  assert.equal(saysLess('twice a day', 'once a day'), true);
  assert.equal(saysLess('45 minutes twice a day', 'an hour twice a day'), false);
});
