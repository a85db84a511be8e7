import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { broughtInAll, readActions, readGuests } from './gathered.ts';

describe('who came to a community conversation, and who brought whom', () => {
  it('is read a line at a time, as people write it', () => {
    const { guests, problem } = readGuests(
      'Meg\n\n Alf, brought by Meg \nSunita brought by alf\nThe vicar; was brought by Meg',
    );
    assert.equal(problem, null);
    assert.deepEqual(
      guests.map(({ knownAs, broughtBy }) => [knownAs, broughtBy]),
      [
        ['Meg', null],
        ['Alf', 'Meg'],
        ['Sunita', 'alf'],
        ['The vicar', 'Meg'],
      ],
    );
    assert.equal(broughtInAll(guests, 'Meg'), 3, 'with those that Alf brought in turn');
  });

  it('says what to do when it cannot be read', () => {
    assert.match(readGuests('Alf, brought by Meg').problem ?? '', /on no line/);
    assert.match(readGuests('Meg\nmeg').problem ?? '', /which is which/);
    assert.match(readGuests('Meg brought by Meg').problem ?? '', /themselves/);
  });

  it('ends although two brought each other', () => {
    const { guests } = readGuests('Meg brought by Alf\nAlf brought by Meg');
    assert.equal(broughtInAll(guests, 'Meg'), 2);
  });
});

describe('what neighbours will do', () => {
  it('has an owner among them', () => {
    assert.deepEqual(readActions('Repaint the bench: Alf\nAsk the school: can we use the hall?: Meg'), {
      actions: [
        { what: 'Repaint the bench', owner: 'Alf' },
        { what: 'Ask the school: can we use the hall?', owner: 'Meg' },
      ],
      problem: null,
    });
    for (const line of ['Repaint the bench', 'Repaint the bench:', ': Alf'])
      assert.match(readActions(line).problem ?? '', /whose it is/, line);
  });
});
