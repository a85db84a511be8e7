import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { layoutFor, ownFormat, ownFormatSaid } from './own-format.ts';

const keeping = (...needs: string[]) => ({
  needs: needs.map((need) => ({ kind: 'communication' as const, need })),
});

describe('the format that is theirs (Accessible Information Standard)', () => {
  it('is read from how to communicate with them', () => {
    const read: Record<string, string | undefined> = {
      'Hears better on his left': undefined,
      'Large print': 'large-print',
      'Print at 16 point on bad-eye days': 'large-print',
      'Easy Read, please': 'easy-read',
      'Short sentences and pictures': 'easy-read',
      'British Sign Language': 'bsl',
      'Does not read: say it, do not send it': 'spoken',
      'Dyslexic: voice notes both ways': 'spoken',
      'Dari interpreter': 'other-language',
      'Text, not voicemail': undefined,
    };
    for (const [need, format] of Object.entries(read))
      assert.equal(ownFormat(keeping(need))?.format, format, need);
  });

  it('leaves what is good to know before a visit alone', () => {
    assert.equal(
      ownFormat({ needs: [{ kind: 'good-to-know', need: 'Large print on the gate: beware of the dog' }] }),
      null,
    );
  });

  it('chooses the layout, and says in a sentence why', () => {
    const own = ownFormat(keeping('Face the light', 'Large print'));
    assert.equal(layoutFor(own), 'large-print');
    assert.equal(layoutFor(ownFormat(keeping('BSL'))), 'standard');
    assert.equal(layoutFor(null), 'standard');
    assert.equal(ownFormatSaid(own, 'Wilf'), 'Wilf is given things in large print: “Large print”.');
    assert.match(ownFormatSaid(null, 'Wilf'), /Nobody has written in what format Wilf would like things\./);
  });
});
