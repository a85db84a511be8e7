import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { circlesOf, letters, linesOf, type Picture, widthOf } from './circles.ts';
import { howOften, nearestFirst, type PersonNear, type PictureWords } from './near.ts';

const words: PictureWords = {
  ...{ pictureSays: 's', me: 'Me', ringShort: 'ring first', notTold: 'not told all' },
  often: { 'most-days': 'Most days', 'most-weeks': 'Most weeks', 'now-and-then': 'Now and then' },
  unsaid: 'Not said how often',
};

const near = (part: Partial<PersonNear>): PersonNear => ({
  ...{ id: 'a', name: 'Carol', relation: 'niece', phone: null, gives: null, ifItStopped: null },
  ...{ isCarer: false, carerPersonId: null, howOften: null, isRungFirst: false, mustNotKnow: null },
  ...part,
});

interface Box {
  what: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function boxesOf({ me, circles, bands }: Picture): Box[] {
  const round = (what: string, { x, y, r }: { x: number; y: number; r: number }): Box => ({
    ...{ what, left: x - r, right: x + r, top: y - r, bottom: y + r },
  });
  const line = (what: string, one: { words: string; x: number; y: number }): Box => {
    const half = widthOf(one.words) / 2;
    return { what, left: one.x - half, right: one.x + half, top: one.y - letters * 0.8, bottom: one.y + 3 };
  };
  return [
    round('me', me),
    ...circles.flatMap((one) => [
      round(one.id, one),
      ...one.lines.map((part) => line(`${one.id} ${part.words}`, part)),
    ]),
    ...bands.map(({ label }) => line(label.words, label)),
  ];
}

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

describe('People around somebody, drawn', () => {
  const person = fc.record({
    name: fc.oneof(
      fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }),
      fc.constantFrom(
        'Mrs Featherstonehaugh-Cholmondeley',
        'WWWWWWWWWWWWWWWWWWWW',
        'The man at the shop',
        'Jo',
      ),
    ),
    howOften: fc.constantFrom(...howOften, null),
    isRungFirst: fc.boolean(),
    mustNotKnow: fc.constantFrom(null, 'Where I live'),
  });

  it('nothing lies over anything else or past the side, whoever is there', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 30 }), (people) => {
        const picture = circlesOf(
          people.map((one, index) => near({ ...one, id: String(index) })),
          words,
        );
        const boxes = boxesOf(picture);
        for (const [index, one] of boxes.entries()) {
          assert.ok(one.left >= 0 && one.right <= picture.width, `${one.what} is past the side`);
          assert.ok(one.top >= 0 && one.bottom <= picture.height, `${one.what} is past the foot`);
          for (const other of boxes.slice(index + 1))
            assert.ok(!overlap(one, other), `${one.what} lies over ${other.what}`);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('everybody in the list is in the picture, by their whole name', () => {
    const people = [
      near({ id: 'a', name: 'Carol', howOften: 'most-days' }),
      near({ id: 'b', name: 'The man at the chandlery', howOften: 'now-and-then' }),
    ];
    const { circles } = circlesOf(people, words);
    const said = circles.map(({ lines }) => lines.map((line) => line.words).join(' '));
    assert.deepEqual(said.toSorted(), ['Carol', 'The man at the chandlery']);
  });

  it('the nearer, the nearer to the middle, and the larger', () => {
    const { me, bands, circles } = circlesOf(
      howOften.map((often) => near({ id: often, howOften: often })),
      words,
    );
    const around = (y: number) => bands.filter((band) => band.y < y && y < band.y + band.height).length;
    assert.deepEqual(
      howOften.map((often) => around(circles.find(({ id }) => id === often)?.y ?? 0)),
      [3, 2, 1],
    );
    assert.equal(around(me.y), 3);
    assert.deepEqual(circles.map(({ r }) => r).toSorted(), [12, 16, 20]);
  });

  it('says who is rung first and who is not told all, in words as well as by the line', () => {
    const [circle] = circlesOf([near({ isRungFirst: true, mustNotKnow: 'My money' })], words).circles;
    assert.ok(circle?.isRungFirst && circle.isKeptFrom);
    assert.equal(circle.lines.map((line) => line.words).join(' '), 'Carol ring first not told all');
  });

  it('parts a word that is too long, and loses no letter of it', () => {
    const lines = linesOf('Featherstonehaugh', 60);
    assert.ok(lines.every((line) => widthOf(line) <= 60));
    assert.equal(lines.join('').replaceAll('-', ''), 'Featherstonehaugh');
  });

  it('is the person alone when nobody is there', () => {
    const { circles, bands } = circlesOf([], words);
    assert.deepEqual([circles, bands], [[], []]);
  });

  it('the list is in the same order: whom to ring first, then the nearest', () => {
    const people = [
      near({ name: 'Zed', howOften: 'most-days' }),
      near({ name: 'Ann', isRungFirst: true }),
      near({ name: 'Bob', howOften: 'most-days' }),
      near({ name: 'Una' }),
    ];
    assert.deepEqual(
      nearestFirst(people).map(({ name }) => name),
      ['Ann', 'Bob', 'Zed', 'Una'],
    );
  });
});
