import { dayOf } from '../../../src/platform/clock.ts';
import type { CouncilDb } from '../../../src/platform/db/council.ts';
import type { Act, PersonKey } from '../script.ts';
import { instantOf, known, type Stage } from './stage.ts';
import { type Note, writeDown } from './writing.ts';

type Told = Extract<
  Act,
  {
    do: 'advocate' | 'capacity' | 'willing-able' | 'correction' | 'checked-back' | 'return';
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
      return withFact(stage, act);
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

function withFact(stage: Stage, act: Extract<Told, { do: 'advocate' | 'capacity' | 'willing-able' }>): Note {
  const day = dayOf(instantOf(stage, act.at));
  if (act.do === 'advocate')
    return {
      title: 'Help to be involved',
      noticed: act.note,
      isWithPerson: false,
      facts: [
        {
          kind: 'substantial-difficulty',
          details: {
            answer: act.hasSubstantialDifficulty ? 'yes' : 'no',
            ...(act.supportedBy ? { appropriatePerson: act.supportedBy.name } : {}),
          },
        },
      ],
    };
  if (act.do === 'capacity')
    return {
      title: 'Deciding this for themselves',
      said: act.words,
      facts: [
        {
          kind: 'capacity',
          details: {
            decision: act.decision,
            lookedAtOn: day,
            helpGiven: act.helpGiven,
            finding: act.finding === 'able to decide' ? 'can' : 'cannot',
            consulted: act.consulted.join(', '),
          },
        },
      ],
    };
  return {
    title: `Willing and able: ${act.about}`,
    said: act.words,
    facts: [
      { kind: 'carer-willing', details: { what: act.about, answer: yesOrNo(act.isWilling), saidOn: day } },
      { kind: 'carer-able', details: { what: act.about, answer: yesOrNo(act.isAble), saidOn: day } },
    ],
  };
}

const yesOrNo = (is: boolean) => (is ? 'yes' : 'no');
