import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type AskedToLookAgain,
  howItStands,
  mayLookAgain,
  type UrgentHelp,
  whatWasDone,
} from './urgent-help.ts';

const help: UrgentHelp = {
  id: 'help',
  personId: 'wilf',
  supportId: 'support',
  what: 'Somebody stays the night.',
  metOn: '2026-11-21',
  untilOn: '2026-11-25',
  costPence: 12_050,
  howOften: 'weekly',
  why: 'Carol was taken in by ambulance at four.',
  metBy: 'Rowan',
  lookedAgainOn: null,
  lookedAgainWords: null,
  thenWhat: null,
};
const asked: AskedToLookAgain = {
  help,
  thenWhat: 'goes-on',
  untilOn: '2026-12-02',
  today: '2026-11-25',
  planStartsOn: null,
};
const because = (changes: Partial<AskedToLookAgain>) =>
  mayLookAgain({ ...asked, ...changes })?.because ?? null;

describe('F6 urgent help in words', () => {
  it('F6 says what, from when, until when and at what cost', () => {
    assert.equal(
      whatWasDone(help),
      'Somebody stays the night, from 21 November 2026 until 25 November 2026, when we look at it again: £120.50 a week.',
    );
    assert.match(whatWasDone({ ...help, howOften: 'once', costPence: 4_000 }), /again: £40, once\.$/);
    assert.match(whatWasDone({ ...help, costPence: 0 }), /again: no cost to the council\.$/);
  });

  it('F6 it goes on until its day, on its day, and after it while nobody has looked', () => {
    assert.match(
      howItStands(help, '2026-11-24'),
      /^It goes on, and is looked at again on 25 November 2026\.$/,
    );
    assert.match(
      howItStands(help, '2026-11-25'),
      /^It is looked at again today\. It goes on until somebody has\.$/,
    );
    assert.match(howItStands(help, '2026-11-26'), /1 day ago\. Nobody has yet, so it is going on\.$/);
  });

  it('F6 over a leap day the days are counted as they fell', () => {
    assert.match(howItStands({ ...help, untilOn: '2028-02-28' }, '2028-03-01'), /2 days ago/);
  });

  it('F6 says what came of it', () => {
    const looked = { ...help, lookedAgainOn: '2026-11-25', thenWhat: 'in-the-plan' as const };
    assert.equal(
      howItStands(looked, '2027-01-01'),
      'Looked at again on 25 November 2026: it is in the plan now.',
    );
  });
});

describe('F6 urgent help is looked at again', () => {
  it('F6 and goes on until a day that is to come', () => {
    assert.equal(because({}), null);
    assert.match(because({ untilOn: null }) ?? '', /until which day/);
    assert.match(because({ untilOn: '2026-11-25' }) ?? '', /until which day/);
  });

  it('F6 and has ended; that day is asked of the rule for ending', () => {
    assert.equal(because({ thenWhat: 'ended', untilOn: null }), null);
  });

  it('F6 and is in the plan only when a plan stands that began since, the same day counting', () => {
    assert.match(because({ thenWhat: 'in-the-plan' }) ?? '', /no plan stands/);
    assert.match(because({ thenWhat: 'in-the-plan', planStartsOn: '2026-11-20' }) ?? '', /no plan stands/);
    assert.equal(because({ thenWhat: 'in-the-plan', planStartsOn: '2026-11-21' }), null);
    assert.equal(because({ thenWhat: 'in-the-plan', planStartsOn: '2026-12-24' }), null);
  });

  it('F6 once', () => {
    assert.match(
      because({ help: { ...help, lookedAgainOn: '2026-11-24' } }) ?? '',
      /it was looked at again on 24 November 2026/,
    );
  });
});
