import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { momentOf } from '../../platform/ui/dates.ts';
import { readMoment } from './moment.ts';

const now = new Date('2026-11-21T09:32:00Z');
const read = (text: string) => readMoment(text, now)?.toISOString() ?? null;

describe('when it happened, as people write it', () => {
  it('reads a day with a time, a day alone, and a time alone', () => {
    assert.equal(read('17 November 2026, 2:30pm'), '2026-11-17T14:30:00.000Z');
    assert.equal(read('Tuesday 17 November 2026, 2:30pm'), '2026-11-17T14:30:00.000Z');
    assert.equal(read('17/11/2026 14:30'), '2026-11-17T14:30:00.000Z');
    assert.equal(read('17.11.2026'), '2026-11-17T12:00:00.000Z');
    assert.equal(read('yesterday at 9am'), '2026-11-20T09:00:00.000Z');
    assert.equal(read('14.05'), '2026-11-21T14:05:00.000Z');
  });

  it('takes “today” for now until midday has come', () => {
    assert.equal(read('today'), now.toISOString());
    assert.equal(
      readMoment('today', new Date('2026-11-21T15:00:00Z'))?.toISOString(),
      '2026-11-21T12:00:00.000Z',
    );
  });

  it('knows summer time, and the hour that comes twice', () => {
    assert.equal(read('1 July 2026, 2:30pm'), '2026-07-01T13:30:00.000Z');
    assert.equal(read('25 October 2026, 1:30am'), '2026-10-25T00:30:00.000Z');
    assert.equal(read('1 July 2026, 0:10'), '2026-06-30T23:10:00.000Z');
  });

  it('reads back what the form shows', () => {
    for (const at of [
      '2026-11-21T09:32:00Z',
      '2026-06-30T23:30:00Z',
      '2026-11-20T12:00:00Z',
      '2026-11-20T00:00:00Z',
      '2026-03-29T01:05:00Z',
    ])
      assert.equal(
        readMoment(momentOf(new Date(at)), now)?.getTime(),
        Date.parse(at),
        momentOf(new Date(at)),
      );
  });

  it('does not guess', () => {
    for (const text of ['', 'soon', '31 February 2026', '21 November 2026, 25:00', '13pm', '9:75'])
      assert.equal(read(text), null, text);
  });
});
