import {
  advocateBegan,
  advocateEnded,
  advocatesOf,
  askForAdvocate,
  saveInvolvement,
} from '../../src/conversations/advocacy/advocacy.store.ts';
import {
  enquiriesOf,
  findEnquiry,
  keepAnswers,
} from '../../src/conversations/safeguarding/enquiries.store.ts';
import { couldNotAsk, endEnquiry } from '../../src/conversations/safeguarding/enquiry-changes.store.ts';
import { as, someDay, someWorker, tell, today, type World } from './world.ts';

/** N2: three answers at any moment; now and then they open an enquiry. */
export async function answersSafeguarding(world: World): Promise<void> {
  const db = await as(world, someWorker(world));
  const answer = () => world.luck.pick(['yes', 'suspected', 'no'] as const);
  const answered = await keepAnswers(db, world.personId, {
    hasNeeds: answer(),
    atRisk: answer(),
    cannotProtect: answer(),
    words: 'The neighbour has her card.',
    toldBy: 'Ada',
    whyNot: 'She keeps it herself.',
  });
  tell(world, `three answers${answered.isOpened ? ', an enquiry opened' : ''}`, null);
}

export async function endsEnquiry(world: World): Promise<void> {
  const db = await as(world, someWorker(world));
  const open = (await enquiriesOf(db, world.personId)).find(({ openedAt, endedOn }) => openedAt && !endedOn);
  if (!open) return;
  if (world.luck.happens(0.7)) {
    const enquiry = await findEnquiry(db, open.id);
    await couldNotAsk(db, enquiry, { because: 'She would not talk of it.', version: enquiry.version });
  }
  const enquiry = await findEnquiry(db, open.id);
  const ended = await endEnquiry(db, enquiry, {
    personsView: 'It stopped.',
    riskNow: 'gone',
    whatWasDone: 'The card was changed.',
    endedOn: someDay(world),
    version: enquiry.version,
  });
  tell(world, 'end the enquiry', ended);
}

export async function looksAtInvolvement(world: World): Promise<void> {
  const db = await as(world, someWorker(world));
  const { luck } = world;
  const isHard = luck.happens(0.4);
  const hasPerson = luck.happens(0.5);
  await saveInvolvement(db, world.personId, {
    lookedOn: today(world),
    understanding: false,
    retaining: isHard,
    weighing: false,
    communicating: false,
    words: 'She loses the thread.',
    appropriatePerson: hasPerson ? 'Jean' : null,
    appropriateRelation: hasPerson ? 'wife' : null,
    appropriateAgreedOn: hasPerson ? luck.pick([today(world), null]) : null,
    isAgreedByPerson: hasPerson ? luck.pick([true, false]) : null,
    isPaid: hasPerson ? luck.pick([false, false, true, null]) : null,
    hasLongStayAhead: false,
    hasDisagreement: false,
    considered: '',
  } as Parameters<typeof saveInvolvement>[2]);
  tell(world, `being involved would ${isHard ? '' : 'not '}be very hard`, null);
}

export async function advocateComesOrGoes(world: World): Promise<void> {
  const db = await as(world, someWorker(world));
  const [latest] = await advocatesOf(db, world.personId);
  const { luck } = world;
  if (!latest || latest.endedOn) {
    await askForAdvocate(db, world.personId, {
      whatFor: 'The plan.',
      askedOn: today(world),
      askedOf: 'Speak Up Saltbeck',
    });
    return tell(world, 'asked for an advocate', null);
  }
  const { version } = latest;
  const came = latest.inPlaceOn
    ? await advocateEnded(db, latest.id, { endedOn: today(world), because: 'Done.', version })
    : await advocateBegan(db, latest.id, {
        name: 'Moira Bell',
        inPlaceOn: luck.pick([today(world), someDay(world)]),
        version,
      });
  tell(world, latest.inPlaceOn ? 'the advocate ended' : 'the advocate began', came);
}
