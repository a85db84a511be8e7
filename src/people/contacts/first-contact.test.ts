import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ContactForm } from './contacts.forms.ts';
import { type FirstWords, whatContactNeeds } from './first-contact.ts';

const carol: FirstWords = {
  name: 'Wilf Acheson',
  madeBy: 'Carol',
  permission: 'agreed',
  words: 'He has stopped coming.',
};

describe('F3 a contact is saved with three things', () => {
  it('F3 needs who, who is speaking and the words, and nothing else', () => {
    assert.deepEqual(whatContactNeeds(carol), []);
  });

  it('F3 names each missing piece alone', () => {
    assert.deepEqual(whatContactNeeds({ ...carol, name: ' ' }), ['who']);
    assert.deepEqual(whatContactNeeds({ ...carol, permission: null }), ['who-is-speaking']);
    assert.deepEqual(whatContactNeeds({ ...carol, madeBy: '' }), ['who-is-speaking']);
    assert.deepEqual(whatContactNeeds({ ...carol, words: ' \n ' }), ['words']);
    assert.deepEqual(whatContactNeeds({}), ['who', 'who-is-speaking', 'words']);
  });

  it('F3 a way to reach somebody is enough when nobody knows a name', () => {
    const bench = { reach: 'the bench by the harbour', permission: 'own-words' as const, words: 'Cold.' };
    assert.deepEqual(whatContactNeeds(bench), []);
  });

  it('F3 somebody speaking for themselves is not asked who they are twice', () => {
    assert.deepEqual(whatContactNeeds({ ...carol, madeBy: null, permission: 'own-words' }), []);
  });

  it('F5 nothing that is asked, then or later, is about money or what anybody is due', () => {
    const fields = Object.keys(ContactForm.shape);
    assert.ok(fields.includes('words'));
    for (const asked of fields)
      assert.doesNotMatch(asked, /money|income|saving|house|afford|pay|eligib|entitle|benefit|budget/i);
  });
});
