import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calls, earlier, lunch, nights, plan } from '../agreement/plan.fixture.ts';
import { type Told, whatChanged } from './what-changed.ts';

const changed = (changes: Partial<Told>) => whatChanged(earlier, { ...plan, ...changes }, 'Wilf');
const beside = (wasNeedId: string, ...answeredBy: string[]) => ({
  wasNeedId,
  was: '',
  answeredBy,
  words: '',
});

describe('what changed since the last plan, in sentences', () => {
  it('says nothing when nothing did', () => {
    assert.deepEqual(changed({}), []);
  });

  it('says who meets a need now and who did, and how', () => {
    assert.deepEqual(
      changed({ needs: [nights, { ...lunch, metBy: 'group', who: 'The lunch club', how: 'Tuesdays' }] }),
      [
        '“A cooked lunch”: it was by family or friends (Carol). It is by a group or somebody nearby (The lunch club) now.',
        'How “A cooked lunch” was met before: Round the table, most days.',
        'How “A cooked lunch” is met now: Tuesdays.',
      ],
    );
  });

  it('says what is new, what is no longer there, and what the law requires', () => {
    const garden = { ...lunch, id: 'garden', need: 'A garden', metBy: 'not-met' as const };
    assert.deepEqual(changed({ needs: [{ ...nights, isEligible: false }, garden] }), [
      'The law is no longer said to require us to meet “Somebody near in the night”.',
      '“A cooked lunch” was in it before, and is not now.',
      '“A garden” is new. Not met yet.',
    ]);
  });

  it('says a need in new words, and two that became one', () => {
    const sleep = { ...nights, need: 'To sleep without fear' };
    assert.deepEqual(changed({ needs: [sleep, lunch], beside: [beside('was nights', 'nights')] }), [
      '“Somebody near in the night” is now “To sleep without fear”.',
    ]);
    assert.deepEqual(
      changed({ needs: [sleep], beside: [beside('was nights', 'nights'), beside('was lunch', 'nights')] }),
      [
        '“Somebody near in the night” and “A cooked lunch” are now “To sleep without fear”.',
        'Before, “Somebody near in the night”: By Saltbeck Nights, and paid for. A waking call at two, every night.',
        'Before, “A cooked lunch”: By Carol. Round the table, most days.',
        'Now, “To sleep without fear”: By Saltbeck Nights, and paid for. A waking call at two, every night.',
      ],
    );
  });

  it('says money need by need and in all, up or down', () => {
    assert.deepEqual(changed({ parts: [{ ...calls, councilPence: 20_000, personPence: 1_500 }] }), [
      'For “Somebody near in the night” the council pays £200 a week, where it paid £160.',
      'In all the council pays £200 a week, where it was £160.',
      'In all Wilf pays £15 a week, where it was £0.',
    ]);
  });

  it('says which words are new', () => {
    assert.deepEqual(changed({ goodLife: 'The hens.', advice: 'The bus pass.' }), [
      'There are new words about what a good life is, what else can help.',
    ]);
  });
});
