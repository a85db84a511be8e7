import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type BudgetPart, moneyInWords, totalsInWords, totalsOf } from './budget.ts';

const part = (howOften: 'weekly' | 'once', councilPence: number, personPence: number): BudgetPart => ({
  id: '',
  needId: null,
  what: '',
  howOften,
  councilPence,
  personPence,
});

it('C3-5 a budget adds its parts, weekly and once apart, and says who pays what', () => {
  const totals = totalsOf([part('weekly', 16_000, 2_500), part('weekly', 50, 0), part('once', 24_000, 0)]);
  assert.deepEqual(totals, {
    weekly: { council: 16_050, person: 2_500 },
    once: { council: 24_000, person: 0 },
  });
  assert.deepEqual(totalsInWords(totals, 'Wilf'), [
    '£185.50 a week: the council pays £160.50 and Wilf pays £25.',
    '£240 once: the council pays all of it.',
  ]);
});

it('C3-5 a budget with nothing in it says nothing, and one they pay says so', () => {
  assert.deepEqual(totalsInWords(totalsOf([]), 'Wilf'), []);
  assert.deepEqual(totalsInWords(totalsOf([part('weekly', 0, 1_000)]), 'you'), [
    '£10 a week: you pay all of it.',
  ]);
});

it('money is pounds, with pence only when there are some', () => {
  assert.deepEqual([0, 5, 1_250, 123_456_700].map(moneyInWords), ['£0', '£0.05', '£12.50', '£1,234,567']);
});
