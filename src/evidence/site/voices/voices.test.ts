import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { voicesBeside } from './voices.ts';

const told = { beside: 'returns', words: 'I rang again and they knew me.', byWhom: 'A neighbour' } as const;
const people = { whose: 'people', words: 'Somebody asked me what I wanted.', byWhom: 'A daughter' } as const;
const staff = { whose: 'staff', words: 'It takes more hours at first.', byWhom: 'The team' } as const;

describe('words beside figures', () => {
  it('E8 a story stands beside the figure it is told beside, and kept words where none is, people’s first', () => {
    const beside = voicesBeside([told], [staff, people]);
    assert.equal(beside.returned?.words, told.words);
    assert.equal(beside.supported?.words, people.words);
    assert.equal(beside.spoken?.words, staff.words);
    assert.equal(beside.reached, undefined);
  });

  it('says nothing twice', () => {
    const beside = voicesBeside([{ ...told, beside: 'people' }], [{ ...people, words: told.words }]);
    assert.deepEqual(Object.keys(beside), ['supported']);
  });
});
