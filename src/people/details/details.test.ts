import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { daysOf, endedBy, problemsWithMoving, readPostcode } from './address.ts';
import { DetailsForm } from './details.forms.ts';
import { type Details, problemsWith, tells, whatChanged } from './details.ts';

const today = '2026-11-22';
const wilf: Details = {
  fullName: 'Wilfred Acheson',
  knownAs: 'Wilf',
  pronouns: null,
  bornOn: '1941-03-02',
  languages: ['English'],
  aboutLine: null,
  phone: '01632 960 001',
  email: null,
  councilRef: null,
  nhsNumber: null,
};
const home = { lines: '4 Quay St.\nSaltbeck', postcode: 'ZZ1 1ZZ' };

describe('what changed about somebody', () => {
  it('W4 is told by name, never what it was or is', () => {
    const after = { ...wilf, phone: '01632 960 777', fullName: 'Wilfred John Acheson', languages: [] };
    assert.deepEqual(whatChanged(wilf, after), ['whole name', 'languages', 'phone']);
    assert.deepEqual(whatChanged(wilf, { ...wilf, languages: ['English'] }), []);
  });

  it('nobody was born after today; today is a birth date', () => {
    assert.deepEqual(problemsWith({ ...wilf, bornOn: today }, today, []), []);
    const [problem] = problemsWith({ ...wilf, bornOn: '2026-11-23' }, today, []);
    assert.equal(problem?.field, 'bornOn');
  });

  it('W4 the line on every page tells no private address, by its first line or its postcode', () => {
    for (const aboutLine of ['lives at 4 Quay St', 'down by ZZ11ZZ', '4, Quay St, over the shop'])
      assert.equal(problemsWith({ ...wilf, aboutLine }, today, [home])[0]?.field, 'aboutLine', aboutLine);
    for (const aboutLine of ['lives in Saltbeck', 'of 14 Quay Street', 'mends clocks'])
      assert.deepEqual(problemsWith({ ...wilf, aboutLine }, today, [home]), [], aboutLine);
    assert.equal(tells('4 Quay St', []), false);
  });
});

describe('moving from one address to the next', () => {
  it('the day must have come, and be no earlier than that of the address before', () => {
    const message = (sinceOn: string | null, before: { sinceOn: string | null }[]) =>
      problemsWithMoving(sinceOn, before, today)[0]?.message;
    assert.equal(message(null, []), undefined);
    assert.equal(message(today, []), undefined);
    assert.match(message('2026-11-23', []) ?? '', /has come/);
    assert.match(message(null, [{ sinceOn: null }]) ?? '', /Write the day/);
    assert.equal(message('2001-05-01', [{ sinceOn: null }]), undefined);
    assert.match(message('2020-01-01', [{ sinceOn: '2020-01-02' }]) ?? '', /2 January 2020/);
    assert.equal(message('2020-01-02', [{ sinceOn: '2020-01-02' }]), undefined);
  });

  it('the one before ends the day before, 29 February too', () => {
    assert.equal(endedBy('2024-03-01'), '2024-02-29');
    assert.equal(endedBy('2026-01-01'), '2025-12-31');
    assert.equal(daysOf({ sinceOn: null, untilOn: '2024-02-29' }), 'until 29 February 2024');
    assert.match(daysOf({ sinceOn: '2026-11-22', untilOn: '2026-11-21' }), /put right/);
  });
});

describe('details as they are typed', () => {
  const typed = { fullName: 'Wilfred Acheson', version: '1' };

  it('a postcode is kept as it is searched for', () => {
    assert.equal(readPostcode('sb21aa'), 'SB2 1AA');
    assert.equal(readPostcode(' m1 1ae '), 'M1 1AE');
    assert.equal(readPostcode('SB2'), null);
  });

  it('an NHS number has its check digit, and an email and a phone can be used', () => {
    const wrong = { nhsNumber: '943 476 5918', email: 'wilf at home', phone: '77', fullName: ' ' };
    const fields = DetailsForm.safeParse({ ...typed, ...wrong }).error?.issues.map(({ path }) => path[0]);
    assert.deepEqual(fields?.toSorted(), ['email', 'fullName', 'nhsNumber', 'phone']);
    assert.equal(DetailsForm.parse({ ...typed, nhsNumber: '943 476 5919' }).nhsNumber, '9434765919');
  });

  it('languages are words, each once', () => {
    const { languages } = DetailsForm.parse({
      ...typed,
      languages: 'Polish,  British Sign Language, polish,',
    });
    assert.deepEqual(languages, ['Polish', 'British Sign Language']);
    assert.deepEqual(DetailsForm.parse(typed).languages, []);
  });
});
