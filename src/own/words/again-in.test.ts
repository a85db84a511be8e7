import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { z } from 'zod';
import { words } from '../../platform/http/reading.ts';
import { refuse } from '../../platform/refusal.ts';
import { againIn, refusalIn } from './again-in.ts';
import { english, type Words } from './english.ts';
import { madeUp } from './made-up.fixture.ts';

/** Where rules stand that say “not yet” on somebody's own pages. */
const rules = [
  'own/sharing/sharing.ts',
  'stories/letting-out/letting-out.ts',
  'stories/letting-out/consenting.store.ts',
  'stories/approval/approval.ts',
];

describe('what is told in the words of whose page it is', () => {
  it('is each “not yet” of a rule that answers on these pages', () => {
    const said = rules.flatMap((path) =>
      [
        ...readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8').matchAll(
          /refuse\(\s*'[^']*',\s*'([^']*)'/g,
        ),
      ].map(([, because = '']) => because),
    );
    assert.ok(said.length > 10);
    // What is for staff alone, where they open a page for somebody.
    const staffs = /talked with the person alone|talk about pressure/;
    assert.deepEqual(
      said.filter((because) => !(because in english.refused) && !staffs.test(because)),
      [],
    );
  });

  it('is told in their words where there are some, else in English and marked as that', () => {
    const known = refuse('W2', 'that day has gone by', 'choose today, or a day that is still to come');
    assert.equal(refusalIn(english, known), known);
    assert.equal(refusalIn(madeUp, known).because, '⟦that day has gone by⟧');
    assert.equal(refusalIn(madeUp, known).lang, undefined);
    assert.equal(refusalIn(madeUp, refuse('N5', 'nobody said this', 'say it')).lang, 'en-GB');
  });

  it('leaves what was already said in their words, and says the rest again', () => {
    const form = ({ sharing }: Words) => z.object({ name: words(sharing.nameMissing, 5), day: words('x') });
    const typed = { name: 'far too long', day: 'Monday' };
    const problems = [
      { field: 'name', message: 'Use 5 characters or fewer' },
      { field: 'day', message: '⟦Another day⟧' },
    ];
    const back = againIn(madeUp, form, { typed, problems, refusal: null });
    assert.deepEqual(
      back?.problems.map(({ message }) => message),
      ['⟦Use 5 characters or fewer⟧', '⟦Another day⟧'],
    );
  });
});
