import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type Conference,
  conferenceHeld,
  type Held,
  mayAnswerOffer,
  mayArrange,
  mayLookAgain,
  promisesIn,
} from './conference.ts';

const today = '2026-11-21';
const conference: Conference = {
  ...{ id: 'c', personId: 'wilf', offeredOn: '2026-10-01', answer: 'yes', answerWords: null },
  ...{ coordinator: 'Dee Marlow', coordinatorIsIndependent: true, advocateName: null, plannedOn: null },
  ...{ heldOn: null, personWasThere: null, whoCame: '', hadPrivateTime: null, familyPlan: '', weWill: '' },
  ...{ lookAgainOn: null, lookedAgainOn: null, version: 1 },
};
const held: Held = {
  heldOn: today,
  personWasThere: true,
  whoCame: 'Carol, Tom and Mrs Tranter.',
  hadPrivateTime: true,
  familyPlan: 'Carol has Sundays.',
  lookAgainOn: '2027-02-21',
};
const look = (h: Partial<Held> = {}, c: Partial<Conference> = {}, team: string[] = ['Rowan']) =>
  conferenceHeld({ ...conference, ...c }, { ...held, ...h }, team, today);

describe('a family group conference as it was held', () => {
  it('is one, and wants nothing, with everything it is made of', () => {
    assert.deepEqual(look(), { refusal: null, wanting: [] });
  });

  it('says each thing it lacked alone, and stands in nobody’s way', () => {
    const lacked = (h: Partial<Held>, c: Partial<Conference> = {}) => {
      const { refusal, wanting } = look(h, c);
      assert.equal(refusal, null);
      assert.equal(wanting.length, 1, wanting.join());
      return wanting.join();
    };
    assert.match(lacked({ hadPrivateTime: false }), /no time by themselves/);
    assert.match(lacked({ personWasThere: false }), /nobody spoke for them/);
    assert.match(lacked({ familyPlan: ' ' }), /no plan in the family’s own words/);
    assert.match(lacked({ lookAgainOn: null }), /no day to look at it again/);
    assert.match(lacked({}, { coordinator: null }), /Nobody is named/);
    assert.match(lacked({}, { coordinatorIsIndependent: false }), /independent of their team/);
    assert.match(lacked({}, { coordinator: 'rowan ' }), /alongside them already/);
  });

  it('somebody who speaks for the person is enough when they were not there', () => {
    assert.deepEqual(look({ personWasThere: false }, { advocateName: 'Ife' }).wanting, []);
  });

  it('is refused only where it would be no conference at all', () => {
    const because = (h: Partial<Held>, c: Partial<Conference> = {}) => look(h, c).refusal?.because ?? '';
    assert.match(because({}, { answer: 'no' }), /nobody has said yes/);
    assert.match(because({}, { answer: 'not-now' }), /nobody has said yes/);
    assert.match(because({}, { answer: null }), /nobody has said yes/);
    assert.match(because({ whoCame: ' ' }), /who came/);
    assert.match(because({ heldOn: '2026-11-22', lookAgainOn: null }), /not come yet/);
    assert.match(because({ heldOn: '2026-09-30' }), /before it was offered/);
    assert.match(because({ lookAgainOn: '2026-11-20' }), /before it/);
    assert.equal(because({ heldOn: '2026-10-01' }), '', 'the day it was offered is not too early');
  });

  it('is arranged after a yes, answered until it is held, and looked at again from its day', () => {
    assert.equal(mayArrange(conference), null);
    assert.match(mayArrange({ ...conference, answer: null })?.because ?? '', /nobody has said yes/);
    assert.match(mayArrange({ ...conference, heldOn: today })?.because ?? '', /has been held/);
    assert.equal(mayAnswerOffer(conference), null);
    assert.match(mayAnswerOffer({ ...conference, heldOn: today })?.because ?? '', /has been held/);
    const past = { ...conference, heldOn: '2026-11-01' };
    assert.equal(mayLookAgain(past, '2026-11-01', today), null);
    assert.match(mayLookAgain(past, '2026-10-31', today)?.because ?? '', /before it was held/);
    assert.match(mayLookAgain(past, '2026-11-22', today)?.because ?? '', /not come yet/);
    assert.match(mayLookAgain(conference, today, today)?.because ?? '', /has not been held/);
  });

  it('each line of what we will do is one promise', () => {
    assert.deepEqual(promisesIn('- Ring Carol on Sundays\n\n • Mend the ramp \n'), [
      'Ring Carol on Sundays',
      'Mend the ramp',
    ]);
    assert.deepEqual(promisesIn(''), []);
  });
});
