import type { Day } from '../../../platform/clock.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import type { Determination } from '../../determinations/determinations.store.ts';
import { findingInWords } from '../../determinations/determine.ts';
import { type Block, type Envelope, heading, type Letter, letterOf, paragraph, written } from '../letter.ts';
import { whatItWas } from './found.ts';

/** The decision with its reasons (Care Act 2014 s13(2)); for a "no", the written advice with it (s13(5)). */
export function decisionLetter(envelope: Envelope, determination: Determination, toldOn: Day | null): Letter {
  const { isEligible, kind, personsWish, viewBy, practitionersView, decider, id } = determination;
  return letterOf(envelope, {
    kind: 'determination',
    thingId: id,
    heading: isEligible ? 'The law says we must help' : 'The law does not require us to help',
    ask: viewBy || decider,
    blocks: [
      paragraph(`We talked together. ${whatItWas(kind, toldOn)}`),
      heading('What you want'),
      { kind: 'said', lead: 'You told us:', words: personsWish },
      ...whatWasDecided(determination),
      heading('What we think'),
      paragraph(`${viewBy} wrote:`),
      { kind: 'written', words: practitionersView },
      ...whatNext(determination),
    ],
  });
}

function whatWasDecided(determination: Determination): Block[] {
  const { kind, decider, decidedOn, deciderHasMetPerson, outcomes, reasons, causeWords, impactWords } =
    determination;
  const unable = outcomes.filter(({ finding }) => finding === 'unable');
  return [
    heading('What was decided, and why'),
    paragraph(`${decider} decided this on ${longDate(decidedOn)}.`),
    ...(deciderHasMetPerson
      ? []
      : [paragraph(`${decider} had not met you. You can ask to be met before it is looked at again.`)]),
    paragraph(`These are the reasons, as ${decider} wrote them:`),
    { kind: 'written', words: reasons },
    ...written('Where it comes from', causeWords),
    ...(unable.length
      ? [
          heading('What is hard as things are'),
          paragraph('The law asks about everyday things. These are the ones that are hard:'),
          { kind: 'list' as const, items: unable.map((finding) => findingInWords(kind, finding, 'you')) },
        ]
      : []),
    ...written('What difference it makes to your life', impactWords),
  ];
}

function whatNext({ isEligible, writtenAdvice }: Determination): Block[] {
  const next = isEligible
    ? 'We write a plan with you: a good life, what you need, and who does what. You get a copy of that too.'
    : 'You can come back at any time. If something changes, tell us and we look again.';
  return [heading('What happens next'), paragraph(next), ...written('What can help', writtenAdvice)];
}

/** Written advice on what can help now and what can keep things well (Care Act 2014 s13(5), s24(2)). */
export function adviceLetter(envelope: Envelope, determination: Determination): Letter {
  const { id, decider, decidedOn, isEligible, writtenAdvice } = determination;
  const why = isEligible
    ? 'The law says we must help you. This is about what else can help, besides that.'
    : 'The law does not require us to help with what you told us. This is about what can help all the same. Our reasons are in the letter about the decision.';
  return letterOf(envelope, {
    kind: 'advice',
    thingId: id,
    heading: 'What can help',
    ask: decider,
    blocks: [
      paragraph(`We talked together, and decided on ${longDate(decidedOn)}.`),
      paragraph(why),
      { kind: 'written', words: writtenAdvice ?? '' },
      paragraph('You can come back at any time. If something changes, tell us and we look again.'),
    ],
  });
}
