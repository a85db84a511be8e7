import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isOneSlipApart, readAsking, readNear } from './asking.ts';
import { otherWords, ourWords } from './words/same-words.ts';

const things = (text: string) => readAsking(text).things.map(({ said }) => said);

describe('ordinary words', () => {
  it('bring the other words people use for the same thing', () => {
    assert.ok(otherWords('sing').same.includes('choir'));
    assert.ok(otherWords('mend').same.includes('repair'));
    assert.ok(otherWords('lonely').same.includes('company'));
    assert.ok(otherWords('choirs').same.includes('singing'), 'whatever its ending');
    assert.deepEqual(otherWords('xylophone'), { same: [], near: [] });
  });

  it('what is only near is told apart, and leads one way', () => {
    assert.ok(otherWords('music').near.includes('choir'));
    assert.ok(!otherWords('choir').same.includes('music'));
  });

  it('no name of anybody is among our own words', () => {
    for (const name of ['margaret', 'ashwell', 'saltbeck', 'wilf']) assert.ok(!ourWords.has(name), name);
  });

  it('leave out what says nothing of what is looked for', () => {
    assert.deepEqual(things('Somewhere to sing with other people, please'), ['sing']);
    assert.deepEqual(things('He is lonely and wants company'), ['lonely'], 'the same thing twice is one');
    assert.deepEqual(things('the and of'), []);
  });

  it('somebody to be with mum for a night is a break, and wandering is told of dementia', () => {
    const [first] = readAsking('someone to sit with mum so I can sleep').things;
    assert.ok(first?.same.includes('sitting service'));
    assert.ok(
      readAsking('Dad keeps wandering at night').things.some(({ same }) => same.includes('dementia')),
    );
  });

  it('keep phrases whole', () => {
    assert.deepEqual(things('tai chi or keep fit'), ['tai chi', 'keep fit']);
  });

  it('slips of spelling are read as the word plainly meant, and said so', () => {
    assert.deepEqual(readAsking('lonley').slips, [{ typed: 'lonley', read: 'lonely' }]);
    assert.equal(readAsking('gardning').things[0]?.said, 'gardening');
    assert.deepEqual(readAsking('I lost my words').slips, [], 'a plain word is no slip for a rarer one');
    assert.deepEqual(readAsking('moor').slips, [], 'a short word may be a place');
  });

  it('one slip is one letter added, missed, changed, or two swapped', () => {
    for (const slip of ['lonley', 'lonly', 'lonelly', 'lonaly'])
      assert.ok(isOneSlipApart(slip, 'lonely'), slip);
    for (const other of ['lonely', 'lovingly', 'lnoeyl', 'bonely'])
      assert.ok(!isOneSlipApart(other, 'lonely'), other);
  });

  it('a story is cut to a search', () => {
    assert.ok(
      readAsking('alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo'.repeat(50)).things
        .length <= 8,
    );
  });
});

describe('who it is for', () => {
  it('is not children, unless one is spoken of', () => {
    assert.deepEqual(readAsking('something musical for my grandad').notFor, ['children', 'women']);
    assert.deepEqual(readAsking('she wants to dance').notFor, ['children', 'men']);
    assert.deepEqual(readAsking('a shed for my son').notFor, []);
  });
});

describe('a place', () => {
  it('said among the words is heard', () => {
    assert.equal(readAsking('a choir in Old Harbour').near, 'Old Harbour');
    assert.equal(readAsking('a choir in old harbour').near, 'old harbour', 'typed on a telephone');
    assert.equal(readAsking('Is there a choir near ZZ1 1AA?').near, 'ZZ1 1AA');
    assert.equal(readAsking('being in the woods').near, null);
  });

  it('is a postcode, half of one, or a name', () => {
    assert.deepEqual(readNear(' zz1 1zz '), { postcode: 'ZZ1 1ZZ', district: 'ZZ1', name: null });
    assert.deepEqual(readNear('bs5'), { postcode: null, district: 'BS5', name: null });
    assert.deepEqual(readNear('Old  Harbour'), { postcode: null, district: null, name: 'old harbour' });
    assert.equal(readNear('  '), null);
  });
});
