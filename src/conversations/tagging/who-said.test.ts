import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { whoSaid } from './who-said.ts';

describe('who said it', () => {
  const visit = { isWithPerson: true, withWhom: 'Wilf and his niece Carol', author: 'Rowan' };
  const call = { isWithPerson: false, withWhom: 'his niece Carol', author: 'Rowan' };

  it('is the person, for their own words, whoever else was there', () => {
    assert.equal(whoSaid('said', visit, 'Wilf'), 'Wilf');
  });

  it('is whoever was spoken with, when the person was not there', () => {
    assert.equal(whoSaid('said', call, 'Wilf'), 'his niece Carol');
    assert.equal(whoSaid('agreed', call, 'Wilf'), 'his niece Carol and Rowan');
  });

  it('is the person, when nobody is named', () => {
    assert.equal(whoSaid('said', { ...call, withWhom: '' }, 'Wilf'), 'Wilf');
  });

  it('is the writer, for what was noticed or thought', () => {
    assert.equal(whoSaid('noticed', visit, 'Wilf'), 'Rowan');
    assert.equal(whoSaid('think', { ...visit, author: null }, 'Wilf'), 'Somebody here');
  });

  it('is both, for what was agreed', () => {
    assert.equal(whoSaid('agreed', visit, 'Wilf'), 'Wilf and Rowan');
  });
});
