import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Sayable } from './said/sayable.ts';
import { readSayable } from './said/sayable.ts';
import {
  type KeptFields,
  mergeFields,
  type Said,
  type Speaking,
  sayableOf,
  sayFields,
  withFields,
} from './said.ts';

const hall = {
  ...{ name: 'Larkfield Hall', kind: 'physical' as const, lines: ['Chapel Row'], town: 'Larkfield' },
  ...{ postcode: 'ZZ9 9ZZ', district: 'ZZ9', latitude: 53.4, longitude: -1.5 },
};
const tuesdays = {
  ...{ freq: 'WEEKLY' as const, interval: 1, byday: ['TU'], bymonthday: [], dtstart: null },
  ...{ validFrom: null, validTo: null, opensAt: '10:00', closesAt: '12:00', description: null },
};
const base: KeptFields = {
  ...{ name: 'Larkfield Singers', summary: 'We sing.', description: 'We sing.', otherWords: '', days: [] },
  places: [hall],
  particulars: {
    ...{
      otherNames: [],
      organisation: null,
      isPlaceWithheld: false,
      phones: [],
      website: null,
      email: 'old@singers.example.org',
    },
    ...{
      schedules: [tuesdays],
      costs: [],
      minimumAge: null,
      maximumAge: null,
      audiences: [],
      whoFor: null,
      ways: [],
    },
    ...{ howToJoin: [], languages: [], accessibility: [], areas: [], topics: [], alert: null },
  },
};
const held = withFields(base, {});
const sandra: Speaking = { by: 'group', who: 'Sandra', on: '2026-05-03', hasSource: true };

describe('who said what of a listing', () => {
  it('what the group said stays when its source is read again, with the source’s own beside it', () => {
    const said = sayFields(held, {}, { email: 'new@singers.example.org' }, sandra);
    const incoming = withFields(held, {
      email: 'other@singers.example.org',
      summary: 'We sing on Tuesdays.',
    });
    const after = mergeFields(said.kept, incoming, said.said);
    assert.equal(after.kept.particulars.email, 'new@singers.example.org');
    assert.equal(after.kept.summary, 'We sing on Tuesdays.', 'what nobody spoke of is its source’s');
    assert.deepEqual(after.said.email, {
      ...{ by: 'group', who: 'Sandra', on: '2026-05-03' },
      source: 'other@singers.example.org',
    });
  });

  it('when the source later agrees the mark goes, whatever its spaces', () => {
    const said = sayFields(held, {}, { summary: 'We sing and laugh.' }, sandra);
    const after = mergeFields(said.kept, withFields(held, { summary: ' We  sing and laugh. ' }), said.said);
    assert.deepEqual(after.said, {});
  });

  it('to say again what the source says takes the mark away; to say nothing new says nothing', () => {
    const first = sayFields(held, {}, { email: null }, sandra);
    assert.equal(first.said.email?.source, 'old@singers.example.org');
    const back = sayFields(first.kept, first.said, { email: 'old@singers.example.org' }, sandra);
    assert.deepEqual([back.said, back.changed], [{}, ['email']]);
    assert.deepEqual(sayFields(held, {}, { email: 'old@singers.example.org' }, sandra).changed, []);
  });

  it('a listing with no source keeps who said it, and nothing beside', () => {
    const { said } = sayFields(held, {}, { whoFor: 'Anyone' }, { ...sandra, hasSource: false });
    assert.deepEqual(said.whoFor, { by: 'group', who: 'Sandra', on: '2026-05-03' });
  });

  it('what no source knows is said without one, and stays when the source is read again', () => {
    const spoken = sayFields(held, {}, { whoToAskFor: 'Sandra', room: 'full' }, sandra);
    assert.deepEqual(spoken.said.room, { by: 'group', who: 'Sandra', on: '2026-05-03' });
    const after = mergeFields(spoken.kept, held, spoken.said);
    assert.deepEqual(after.said, spoken.said);
  });

  it('days and the words it is found by follow what was said', () => {
    const fridays = { ...tuesdays, byday: ['FR'] };
    const changes = { schedules: [fridays], places: [{ ...hall, name: 'The Chandlery' }] };
    const { kept } = sayFields(held, {}, changes, sandra);
    assert.deepEqual(kept.days, ['FR']);
    assert.match(kept.otherWords, /Chandlery/);
    assert.doesNotMatch(kept.otherWords, /Larkfield Hall/);
  });

  it('a place that must stay unknown is never written, whoever says it', () => {
    const quiet = { ...held, places: [], particulars: { ...held.particulars, isPlaceWithheld: true } };
    assert.deepEqual(sayFields(quiet, {}, { places: [hall] }, sandra).kept.places, []);
    const said = sayFields(held, {}, { places: [{ ...hall, name: 'Elsewhere' }] }, sandra);
    const after = mergeFields(said.kept, quiet, said.said);
    assert.deepEqual([after.kept.places, after.said], [[], {}]);
  });

  it('an import changes no field somebody said, and every other field is as it came', () => {
    const text = fc.constantFrom('a', 'b', 'c');
    const fields = fc.record(
      {
        ...{ name: text, summary: text, email: text, whoFor: text, languages: fc.array(text), alert: text },
        ages: fc.record({ minimumAge: fc.nat(5), maximumAge: fc.constant(90) }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fields, fields, fields, (first, changes, later) => {
        const before = withFields(held, first as Partial<Sayable>);
        const spoken = sayFields(before, {} as Said, changes as Partial<Sayable>, sandra);
        const incoming = withFields(before, later as Partial<Sayable>);
        const { kept, said } = mergeFields(spoken.kept, incoming, spoken.said);
        const [ours, theirs, now] = [spoken.kept, incoming, kept].map(sayableOf);
        for (const field of Object.keys(now ?? {}) as (keyof Sayable)[]) {
          assert.deepEqual(now?.[field], (spoken.said[field] ? ours : theirs)?.[field], field);
          if (said[field]) assert.deepEqual(said[field]?.source, theirs?.[field]);
        }
      }),
    );
  });
});

describe('reading what somebody says', () => {
  it('mends what a person would', () => {
    const read = readSayable({
      website: 'www.singers.example.org',
      places: [{ ...hall, postcode: 'zz99zy', district: null, latitude: null, longitude: null }],
    });
    assert.ok(read.ok);
    assert.equal(read.value.website, 'https://www.singers.example.org');
    assert.deepEqual(
      [read.value.places?.[0]?.postcode, read.value.places?.[0]?.district],
      ['ZZ9 9ZY', 'ZZ9'],
    );
  });

  it('says what is wrong with each field, and refuses what is not a field', () => {
    const wrong = (changes: object) => {
      const read = readSayable(changes);
      return read.ok ? [] : read.problems.map(({ field }) => field);
    };
    assert.deepEqual(wrong({ name: ' ', email: 'hello@' }), ['name', 'email']);
    assert.deepEqual(wrong({ website: 'javascript:alert(1)' }), ['website']);
    assert.deepEqual(wrong({ ages: { minimumAge: 60, maximumAge: 18 } }), ['ages']);
    assert.deepEqual(wrong({ places: [{ ...hall, postcode: 'nowhere' }] }), ['places.0.postcode']);
    assert.equal(wrong({ version: 3 }).length, 1);
  });
});
