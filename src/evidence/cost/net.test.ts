import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isRefusal } from '../../platform/refusal.ts';
import { type Net, type NetAsked, netOf, type SideHours } from './net.ts';

const side = (more: Partial<SideHours> = {}): SideHours => ({
  ...{ times: 100, saidTimes: 85, calendarTimes: 0, said: { low: 60_000, high: 72_000 }, weeks: 40 },
  ...{ calendar: { minutes: 0, weeks: 0 }, people: 200 },
  ...more,
});
const asked = (more: Partial<NetAsked> = {}): NetAsked => ({
  ...{
    here: side(),
    there: side({ people: 400 }),
    cashPence: 5_000_000,
    supported: 50,
    unpriced: 2,
    penceAnHour: 4_000,
  },
  ...more,
});
const because = (more: Partial<NetAsked>): string => {
  const answer = netOf(asked(more));
  assert.ok(isRefusal(answer));
  assert.equal(answer.refused, 'E8');
  return answer.because;
};
const allowed = (more: Partial<NetAsked> = {}): Net => {
  const answer = netOf(asked(more));
  assert.ok(!isRefusal(answer), JSON.stringify(answer));
  return answer;
};

describe('E8 no net figure without staff hours', () => {
  it('is refused, naming all that is missing at once', () => {
    assert.match(because({ here: side({ saidTimes: 79 }) }), /79 of 100 contacts here, and 80 in a hundred/);
    assert.match(
      because({ there: side({ times: 0, saidTimes: 0 }) }),
      /no contact is written down in the comparison/,
    );
    assert.match(because({ penceAnHour: null }), /has not said what an hour costs/);
    assert.match(because({ unpriced: 11 }), /no weekly amount is written for 11 of 50 people/);
    assert.match(because({ there: side({ people: 0 }) }), /nobody new/);
    const all = because({ here: side({ saidTimes: 0 }), penceAnHour: null, unpriced: 50 });
    assert.equal(all.split('; ').length, 4);
  });

  it('is refused when the two sides are known in different ways: a calendar holds more than what was said', () => {
    const byCalendar = side({
      saidTimes: 0,
      said: null,
      calendarTimes: 100,
      calendar: { minutes: 90_000, weeks: 40 },
    });
    assert.match(because({ here: byCalendar }), /in the same way at both/);
    assert.equal(allowed({ here: byCalendar, there: byCalendar }).by, 'calendars');
  });

  it('the council may ask for more or for less', () => {
    assert.match(because({ knownForPercent: 90 }), /90 in a hundred/);
    allowed({ here: side({ saidTimes: 50 }), there: side({ saidTimes: 50 }), knownForPercent: 50 });
  });

  it('is paid less, less the hours beyond those the comparison gives as many people', () => {
    const net = allowed({ there: side() });
    assert.ok(
      Math.abs(net.moreHours.low + net.moreHours.high) < 1e-9,
      'alike sides: nought is in the middle',
    );
    const twice = allowed();
    assert.ok(twice.moreHours.low > 0, 'as many hours for half the people');
    assert.ok(twice.netPence.high < twice.cashPence);
  });

  it('is always a range that holds cash less the hours at every end', () => {
    fc.assert(
      fc.property(
        fc.nat(90_000),
        fc.nat(90_000),
        fc.nat(50_000),
        fc.integer({ min: -9_000_000, max: 9_000_000 }),
        (low, theirs, wide, cashPence) => {
          const here = side({ said: { low, high: low + wide } });
          const there = side({ said: { low: theirs, high: theirs + wide } });
          const { netPence, hoursPence } = allowed({ here, there, cashPence });
          assert.ok(netPence.low <= netPence.high && hoursPence.low <= hoursPence.high);
          assert.equal(netPence.low + hoursPence.high, cashPence);
        },
      ),
    );
  });
});
