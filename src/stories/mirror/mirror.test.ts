import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deficitWords, sources } from './deficit-words.ts';
import { mirrorList, reflect } from './mirror.ts';

const held = (text: string, settings: Record<string, unknown> = {}): string[] =>
  reflect(text, mirrorList(settings)).map(({ word }) => word);

describe('the mirror', () => {
  it('S-10 holds up what tells a person by what is missing, why, and what people often say', () => {
    const [first] = reflect('Wanda suffers from dementia and is wheelchair-bound.');
    assert.equal(first?.word, 'suffers from');
    assert.ok(first?.why && first.say);
    assert.deepEqual(held('She is a burden, lacks insight and is unable to cook.'), [
      'burden',
      'lacks insight',
      'unable to',
    ]);
  });

  it('S-10 never touches a quote', () => {
    assert.deepEqual(held('“I suffer, I am a burden,” she says. "Wheelchair-bound", he laughs.'), []);
    assert.deepEqual(held('She says ‘I am a burden’ and her son’s wife says she is no burden.'), ['burden']);
  });

  it('S-10 has nothing to say of a story told by strengths', () => {
    assert.deepEqual(held('Wanda grows leeks for the whole street and knows every child by name.'), []);
    assert.deepEqual(held('Leon timed his morning and made his own case.'), []);
  });

  it('S-10 marks the words we spare on every page too, and each phrase once', () => {
    assert.deepEqual(held('A vulnerable client. The client is a client.'), ['vulnerable', 'client']);
  });

  it('a council adds its own words and takes any away; what cannot be read there changes nothing', () => {
    const settings = {
      deficitWords: {
        more: [
          { not: ['frequent flyer'], say: 'has rung us often', why: 'It laughs at them.' },
          { not: 7 },
          null,
        ],
        spared: ['Burden'],
      },
    };
    assert.deepEqual(held('A frequent flyer and a burden who lacks money', settings), [
      'frequent flyer',
      'lacks',
    ]);
    assert.deepEqual(held('A burden', { deficitWords: 'none' }), ['burden']);
  });

  it('every phrase of the list says where it is from, and is found as it stands', () => {
    for (const { not, from } of deficitWords) {
      assert.ok(sources[from]);
      for (const phrase of not)
        assert.ok(held(`They ${phrase.replace('*', '')} there`).length > 0, `${phrase} is not found`);
    }
  });
});
