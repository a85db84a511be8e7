import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addressProblem, addressToRead, plainAddress } from './own-address.ts';

describe('where messages go', () => {
  it('S4 is one address however it is typed', () => {
    for (const typed of ['07700 900 123', '(07700) 900-123', '+44 7700 900123', '0044 7700900123'])
      assert.equal(plainAddress(typed), '+447700900123', typed);
    assert.equal(plainAddress('  Edie@Saltbeck.Example '), 'edie@saltbeck.example');
  });

  it('is left as it is when it is neither, so nobody has it', () => {
    for (const typed of ['', '12', 'edie', '+12', '0770090012345678901'])
      assert.equal(plainAddress(typed), typed);
    assert.equal(plainAddress('x'.repeat(500)).length, 200);
  });

  it('is a mobile for a text and an address for an e-mail', () => {
    assert.equal(addressProblem('text', '07700 900123'), null);
    assert.equal(addressProblem('text', '+353 85 012 3456'), null);
    assert.match(addressProblem('text', '01632 960 001') ?? '', /house telephone/);
    assert.match(addressProblem('text', 'edie@saltbeck.example') ?? '', /mobile/);
    assert.equal(addressProblem('email', 'edie@saltbeck.example'), null);
    assert.match(addressProblem('email', '07700 900123') ?? '', /name@example/);
  });

  it('is read as it is dialled here; another country’s stays as it is', () => {
    assert.equal(addressToRead('+447700900123'), '07700 900123');
    for (const kept of ['+353850123456', 'edie@saltbeck.example']) assert.equal(addressToRead(kept), kept);
  });
});
