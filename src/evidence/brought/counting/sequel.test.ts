import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addDays } from '../../../platform/clock.ts';
import { type LaterEvent, sequel, sequelsBySending, servicesByRank } from './sequel.ts';

const ended = '2026-03-02';
const on = (days: number) => addDays(ended, days);
const community = (days: number, until?: number): LaterEvent => ({
  is: 'community',
  startsOn: on(days),
  ...(until === undefined ? {} : { endsOn: on(until) }),
});

describe('E5 the national sequel of a request', () => {
  it('E5 looks 28 days ahead and not 29', () => {
    assert.equal(sequel(ended, [community(28)]), 'community');
    assert.equal(sequel(ended, [community(29)]), null);
  });

  it('E5 a gap of 3 days keeps the chain and 4 break it', () => {
    const talk: LaterEvent = { is: 'assessment', startsOn: on(5), endsOn: on(40) };
    assert.equal(sequel(ended, [talk, community(43)]), 'community');
    assert.equal(sequel(ended, [talk, community(44)]), null);
  });

  it('E5 the highest ranked service wins, whichever came first', () => {
    for (const [rank, is] of servicesByRank.entries())
      for (const lower of servicesByRank.slice(rank))
        assert.equal(
          sequel(ended, [
            { is: lower, startsOn: on(1), endsOn: on(3) },
            { is, startsOn: on(4) },
          ]),
          is,
        );
  });

  it('E5 a new request ends what may follow the one before', () => {
    const again: LaterEvent = { is: 'request', startsOn: on(6), endsOn: on(6) };
    assert.equal(sequel(ended, [again, community(7)]), null);
    assert.equal(sequel(ended, [community(6), again]), 'community');
  });

  it('E5 what began before the request ended did not follow it', () => {
    assert.equal(sequel(ended, [community(-1)]), null);
    assert.equal(sequel(ended, [community(0)]), 'community');
  });

  it('E5 an event still open breaks nothing', () => {
    assert.equal(sequel(ended, [{ is: 'assessment', startsOn: on(2) }, community(60)]), 'community');
  });

  it('E5 each way of sending a conversation 2 of seven weeks gives its own answer', () => {
    const second = [{ startsOn: on(0), endsOn: on(49) }];
    assert.deepEqual(sequelsBySending(ended, second, [community(50)]), {
      'not sent': null,
      'a needs assessment': 'community',
      'st-max': 'st-max',
      'other short-term': 'community',
    });
    assert.equal(sequelsBySending(ended, second, [])['other short-term'], 'other short-term');
  });
});
