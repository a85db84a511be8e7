import { inLaw } from '../challenge.ts';
import { type Envelope, heading, type Letter, letterOf, paragraph } from '../letter.ts';

/**
 * C3-3: told beforehand that this conversation is their needs assessment, or carer's assessment, and what may be
 * asked (Care and Support (Assessment) Regulations 2014 (SI 2014/2827) regs 2 and 3; advocate, Care Act 2014 s67).
 */
export function beforehandLetter(envelope: Envelope, conversationId: string, ask: string | null): Letter {
  return letterOf(envelope, {
    kind: 'told-beforehand',
    thingId: conversationId,
    heading: 'What our next conversation is for',
    ask,
    blocks: [
      paragraph('We would like to talk with you about what a good life is to you, and what would help.'),
      paragraph(`In law this conversation is a ${inLaw.adult.name}. That means ${inLaw.adult.meaning}.`),
      paragraph(
        `If we talk because you look after somebody, it is a ${inLaw.carer.name}. That means ${inLaw.carer.meaning}.`,
      ),
      heading('What we will talk about'),
      { kind: 'list', items: talkedAbout },
      heading('What you can ask for'),
      { kind: 'list', items: yours },
      heading('What happens afterwards'),
      paragraph('You get a copy of what you told us and what we found.'),
      paragraph('We decide what the law says about help from us. You get our reasons in writing.'),
      paragraph(
        'You do not have to say yes. If you would rather not, tell us; you can change your mind at any time.',
      ),
    ],
  });
}

const talkedAbout = [
  'What matters to you, and what you would like to be able to do.',
  'What is going well, and who is around.',
  'What is hard as things are, on good days and bad days.',
  'What difference that makes to your life.',
];

const yours = [
  'Have anybody you like with you.',
  'Choose where and when we meet, and ask for breaks.',
  'Lead it yourself, with our support. The law calls this a supported self-assessment: you go first, we help.',
  'If it is hard to follow or to say what you want, somebody independent can be on your side. This is called an advocate, and it is free.',
  'Ask for it another way: in larger print, in Easy Read, out loud, in sign language or in your own language.',
];
