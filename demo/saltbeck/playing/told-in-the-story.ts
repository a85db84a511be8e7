import { dayOf } from '../../../src/platform/clock.ts';
import type { CouncilDb } from '../../../src/platform/db/council.ts';
import type { Act, PersonKey } from '../script.ts';
import { daysAfter, instantOf, known, type Stage } from './stage.ts';
import { type Note, writeDown } from './writing.ts';

type Told = Extract<
  Act,
  {
    do:
      | 'advocate'
      | 'capacity'
      | 'willing-able'
      | 'urgent'
      | 'visit'
      | 'correction'
      | 'checked-back'
      | 'return';
  }
>;

/** Acts that a practitioner writes about, and that have no page of their own yet: told in the story, in voices. */
export async function playNote(stage: Stage, person: PersonKey, act: Told, db: CouncilDb): Promise<void> {
  await writeDown(stage, person, db, act.at, noteOf(stage, act));
}

function noteOf(stage: Stage, act: Told): Note {
  switch (act.do) {
    case 'advocate':
    case 'capacity':
    case 'willing-able':
    case 'urgent':
      return withFact(stage, act);
    case 'visit':
      return {
        title: `${act.visit === 'tea' ? 'Tea' : capital(act.visit)} with ${act.household}`,
        said: act.words,
        noticed: `The household said: ${act.householdWords}`,
      };
    case 'correction':
      return {
        title: `Put right: ${act.about}`,
        said: act.words,
        agreed: `It said “${act.was}”. It is “${act.is}”.`,
      };
    case 'checked-back':
      return {
        title: 'We asked how it went',
        said: act.words,
        conversationId: known(stage.conversations, act.conversation),
      };
    case 'return':
      return { title: 'Came back, on the same story', said: act.words };
  }
}

function withFact(
  stage: Stage,
  act: Extract<Told, { do: 'advocate' | 'capacity' | 'willing-able' | 'urgent' }>,
): Note {
  const day = dayOf(instantOf(stage, act.at));
  if (act.do === 'advocate')
    return {
      title: 'Help to be involved',
      noticed: act.note,
      isWithPerson: false,
      fact: {
        kind: 'substantial-difficulty',
        details: {
          answer: act.hasSubstantialDifficulty ? 'yes' : 'no',
          ...(act.supportedBy ? { appropriatePerson: act.supportedBy.name } : {}),
        },
      },
    };
  if (act.do === 'capacity')
    return {
      title: 'Deciding this for themselves',
      said: act.words,
      fact: {
        kind: 'capacity',
        details: {
          decision: act.decision,
          lookedAtOn: day,
          helpGiven: act.helpGiven,
          finding: act.finding === 'able to decide' ? 'can' : 'cannot',
          consulted: act.consulted.join(', '),
        },
      },
    };
  if (act.do === 'urgent')
    return {
      title: 'Something that could not wait',
      agreed: act.what,
      isWithPerson: false,
      fact: {
        kind: 'urgent-need',
        details: {
          metOn: day,
          what: act.what,
          until: daysAfter(stage, act.at, act.forDays),
          cost: `£${(act.pence / 100).toFixed(2)}`,
          why: act.why,
        },
      },
    };
  return {
    title: `Willing and able: ${act.about}`,
    said: act.words,
    ...(act.isWilling || act.isAble
      ? {
          fact: {
            kind: act.isAble ? 'carer-able' : 'carer-willing',
            details: { what: act.about, saidOn: day },
          },
        }
      : {}),
  };
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
