import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { digestOf, faceOf, type StoryVersion, whole } from '../story.ts';
import { mayApprove } from './approval.ts';

const version: StoryVersion = {
  ...{ id: 'v1', number: 1, title: 'Leeks', theirWords: 'I grow leeks.', retelling: '', shows: 'words' },
  ...{ pieces: [{ fileId: 'f1', kind: 'picture', inWords: 'A leek.' }], madeAt: new Date(0) },
  ...{ madeByName: 'Rowan', retoldBy: null, retoldByName: null, approval: null },
};
const shownOf = (one: StoryVersion): string => digestOf(faceOf(one, whole));
const asked = { versionId: 'v1', shown: shownOf(version) };
const [leek] = version.pieces;

describe('a yes to a story', () => {
  it('S-1 is to exactly what was shown: another comma, name, picture, caption or order is another story', () => {
    assert.equal(mayApprove(version, asked), undefined);
    const changes: Partial<StoryVersion>[] = [
      { theirWords: 'I grow, leeks.' },
      { title: 'Leeks.' },
      { pieces: [] },
      { pieces: [{ fileId: 'f2', kind: 'picture', inWords: 'A leek.' }] },
      { pieces: [{ fileId: 'f1', kind: 'picture', inWords: 'A leak.' }] },
      { shows: 'both', retelling: 'She feeds a street.' },
    ];
    for (const change of changes)
      assert.equal(mayApprove({ ...version, ...change }, asked)?.refused, 'S-1', JSON.stringify(change));
    assert.equal(mayApprove({ ...version, id: 'v2' }, asked)?.refused, 'S-1');
  });

  it('S-1 nothing moves between its parts without being seen', () => {
    const two = [leek, { fileId: 'f2', kind: 'sound' as const, inWords: 'A song.' }].filter(
      (one) => one !== undefined,
    );
    assert.notEqual(shownOf({ ...version, pieces: two }), shownOf({ ...version, pieces: two.toReversed() }));
    const split = (title: string, theirWords: string) => shownOf({ ...version, title, theirWords });
    assert.notEqual(split('Leeks', '"I grow'), split('Leeks"', 'I grow'));
    assert.notEqual(
      digestOf(faceOf(version, { name: 'Wanda', withPieces: true })),
      digestOf(faceOf(version, { name: null, withPieces: true })),
    );
  });

  it('what is not shown is not part of it', () => {
    assert.equal(shownOf({ ...version, retelling: 'In the making.' }), shownOf(version));
    const hidden = faceOf({ ...version, shows: 'retelling', retelling: 'She feeds a street.' }, whole);
    assert.ok(!JSON.stringify(hidden).includes('I grow leeks'));
  });

  it('S-1 needs something to see in each part that is shown', () => {
    const empty: StoryVersion = { ...version, theirWords: '', pieces: [] };
    assert.equal(mayApprove(empty, { versionId: 'v1', shown: shownOf(empty) })?.refused, 'S-1');
    const drawn: StoryVersion = { ...version, theirWords: '' };
    assert.equal(mayApprove(drawn, { versionId: 'v1', shown: shownOf(drawn) }), undefined);
  });
});
