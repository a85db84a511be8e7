import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mayBeOwnEmail } from './open-referral/personal-contact.ts';
import { aPublishableRow } from './open-referral/publishing.fixture.ts';
import { publishedOf } from './published.ts';

describe('what of a listing the public may see', () => {
  it('shows nothing of a listing that rests, is hidden, or is shown under another', () => {
    for (const state of ['resting', 'hidden', 'joined'])
      assert.equal(publishedOf(aPublishableRow({ state })), null, state);
  });

  it('shows the landline and leaves out the mobile, even one its source did not mark', () => {
    const shown = publishedOf(
      aPublishableRow({
        phones: [
          { number: '01632 960123', label: 'Office', mayBePersonal: false },
          { number: '07700 900111', label: null, mayBePersonal: true },
          { number: '+44 7700 900222', label: null, mayBePersonal: false },
        ],
      }),
    );
    assert.deepEqual(shown?.phones, [{ number: '01632 960123', label: 'Office', mayBePersonal: false }]);
  });

  it('leaves out what is said of a number when it may name somebody', () => {
    const phones = [{ number: '01632 960123', label: 'Wilhelmina Pryce', mayBePersonal: false }];
    assert.equal(publishedOf(aPublishableRow({ phones }))?.phones[0]?.label, null);
  });

  it('shows a mobile, an e-mail address and whom to ask for when the group itself said them', () => {
    const phones = [{ number: '07700 900111', label: 'Wilhelmina', mayBePersonal: false }];
    const by = { by: 'group' };
    const shown = publishedOf(
      aPublishableRow({
        ...{ phones, email: 'wilhelmina@gmail.com', whoToAskFor: 'Wilhelmina' },
        said: { phones: by, email: by, whoToAskFor: by },
      }),
    );
    assert.deepEqual(shown?.phones, phones);
    assert.equal(shown?.email, 'wilhelmina@gmail.com');
    assert.equal(shown?.whoToAskFor, 'Wilhelmina');
    const keptBack = phones.map((phone) => ({ ...phone, mayBePersonal: true }));
    const quiet = publishedOf(aPublishableRow({ phones: keptBack, said: { phones: by } }));
    assert.deepEqual(quiet?.phones, [], 'a number the group keeps for those who introduce people');
  });

  it('keeps to ourselves whom to ask for and who can go along, when a colleague wrote it', () => {
    const written = { whoToAskFor: 'Wilhelmina', canGoWith: 'Ottoline on Tuesdays' };
    const shown = publishedOf(aPublishableRow({ ...written, said: { whoToAskFor: { by: 'editor' } } }));
    assert.equal(shown?.whoToAskFor, null);
    assert.equal(shown?.canGoWith, null);
    assert.doesNotMatch(JSON.stringify(shown), /Wilhelmina|Ottoline/);
  });

  it('tells a group’s address from a person’s', () => {
    const names = ['Saltbeck Men’s Shed', 'Harbour Age Trust'];
    for (const own of [
      'info@hat.example',
      'mensshed.bookings@hat.example',
      'shed@hat.example',
      'hat@x.example',
    ])
      assert.equal(mayBeOwnEmail(own, names), false, own);
    for (const own of ['jo.marsh@hat.example', 'jmarsh@hat.example', 'shed@gmail.com', 'jo@btinternet.com'])
      assert.equal(mayBeOwnEmail(own, names), true, own);
  });

  it('takes a mobile number and a person’s address out of the words too', () => {
    const words =
      'Ring (07700) 900 333 or +44 (0)7700-900-444, or write to otto.pryce@hat.example. Hall: 01632 960123.';
    const shown = publishedOf(
      aPublishableRow({ description: words, summary: words, whoFor: words, alert: words }),
    );
    const told = JSON.stringify(shown);
    assert.doesNotMatch(told, /900.?333|900.?444|otto/);
    assert.match(told, /01632 960123/);
  });

  it('never says where a place is that must stay unknown, whoever said it', () => {
    const shown = publishedOf(
      aPublishableRow({
        name: 'Harbour Women’s Refuge',
        description: 'A refuge at 3 Hidden Row, ZZ9 9ZY.',
        areas: ['Hidden Row'],
        accessibility: ['A ramp at 3 Hidden Row'],
        said: { description: { by: 'group' }, places: { by: 'group' } },
      }),
    );
    assert.deepEqual(shown?.places, []);
    assert.equal(shown?.isPlaceWithheld, true);
    assert.doesNotMatch(JSON.stringify(shown), /Hidden Row|ZZ9/);
  });

  it('says who wrote and who checked it to nobody outside', () => {
    const shown = publishedOf(
      aPublishableRow({ whatItIsLike: 'Warm and loud', whatItIsLikeBy: 'Wilhelmina' }),
    );
    assert.equal(shown?.whatItIsLike, 'Warm and loud');
    assert.doesNotMatch(JSON.stringify(shown), /Wilhelmina|Priya/);
  });
});
