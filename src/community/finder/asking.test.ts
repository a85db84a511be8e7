import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isOneSlipApart, readAsking, readNear } from './asking.ts';
import { sameWords } from './same-words.ts';

const things = (text: string) => readAsking(text).things.map(([first]) => first);

describe('ordinary words', () => {
  it('bring the other words people use for the same thing', () => {
    assert.ok(sameWords('sing').includes('choir'));
    assert.ok(sameWords('mend').includes('repair'));
    assert.ok(sameWords('lonely').includes('company'));
    assert.ok(sameWords('choirs').includes('singing'));
    assert.deepEqual(sameWords('xylophone'), ['xylophone']);
  });

  it('leave out what says nothing of what is looked for', () => {
    assert.deepEqual(things('Somewhere to sing with other people, please'), ['sing']);
    assert.deepEqual(things('He is lonely and wants company'), ['lonely']);
    assert.deepEqual(things('the and of'), []);
  });

  it('keep phrases whole', () => {
    assert.deepEqual(things('tai chi or keep fit'), ['tai chi', 'keep fit']);
  });

  it('slips of spelling are read as the word plainly meant, and said so', () => {
    assert.deepEqual(readAsking('lonley').slips, [{ typed: 'lonley', read: 'lonely' }]);
    assert.equal(readAsking('gardning').things[0]?.[0], 'gardening');
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

describe('a place', () => {
  it('is a postcode, half of one, or a name', () => {
    assert.deepEqual(readNear(' zz1 1zz '), { postcode: 'ZZ1 1ZZ', district: 'ZZ1', name: null });
    assert.deepEqual(readNear('bs5'), { postcode: null, district: 'BS5', name: null });
    assert.deepEqual(readNear('Old  Harbour'), { postcode: null, district: null, name: 'old harbour' });
    assert.equal(readNear('  '), null);
  });
});
