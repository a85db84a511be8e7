import type { WordToSpare } from '../../conversations/writing/words.ts';

/** A way of telling somebody by what is missing, and where we have it from. */
export interface DeficitWord extends WordToSpare {
  from: keyof typeof sources;
}

/** Where each entry is from. What is our judgement says so: nobody has counted these. */
export const sources = {
  gov: 'GOV.UK, “Inclusive language: words to use and avoid when writing about disability”',
  dementia: 'DEEP, “Dementia words matter”, written by people with dementia',
  samaritans: 'Samaritans, “Media guidelines for reporting suicide”',
  ours: 'Our judgement',
} as const;

const listed = (words: string): string[] => words.split(', ');

/**
 * Words and turns of phrase that tell a person by what is missing, with what people often say in their place. A council may
 * add its own and take any away (`deficitWords` in its settings).
 */
export const deficitWords: readonly DeficitWord[] = [
  {
    not: listed(
      'suffers from, suffering from, suffered from, sufferer, afflicted by, afflicted with, victim of',
    ),
    say: 'has; lives with',
    why: 'Only they can say whether they suffer.',
    from: 'gov',
  },
  {
    not: listed('wheelchair-bound, wheelchair bound, confined to a wheelchair, bed-bound, bedbound'),
    say: 'uses a wheelchair; spends the day in bed',
    why: 'A chair that moves sets people free. What is it that stops them?',
    from: 'gov',
  },
  {
    not: listed(
      'the disabled, the handicapped, handicapped, the blind, the deaf, the mentally ill, the elderly',
    ),
    say: 'disabled people; the person’s name',
    why: 'They are people first, and not one group.',
    ordinary: listed('the disabled toilet, the disabled bay, the blind spot'),
    from: 'gov',
  },
  {
    not: listed('an epileptic, a diabetic, a depressive, a schizophrenic, an autistic'),
    say: 'has epilepsy, has diabetes … ; the words they use of themselves',
    why: 'Nobody is what they have.',
    from: 'gov',
  },
  {
    not: listed('mental patient, insane, retarded, mentally handicapped, cripple*, invalid'),
    say: 'what they say of it themselves',
    why: 'These words hurt people.',
    from: 'gov',
  },
  {
    not: listed('demented, senile, senility, living death'),
    say: 'living with dementia',
    why: 'It says that the person is gone. They are not.',
    from: 'dementia',
  },
  {
    not: listed('burden, burdensome'),
    say: 'who gives what to whom, both ways',
    why: 'Nobody is a weight. What do they give?',
    from: 'dementia',
  },
  {
    not: listed('committed suicide, commit suicide, failed suicide attempt'),
    say: 'died by suicide; tried to take their own life',
    why: 'It is not a crime, and living is no failure.',
    from: 'samaritans',
  },
  {
    not: listed(
      'unable to, incapable of, inability to, cannot cope, can’t cope, not coping, fails to, failed to cope',
    ),
    say: 'what they do, and what would help with the rest',
    why: 'It ends where a story could begin.',
    from: 'ours',
  },
  {
    not: listed('lacks, lacking, lack of insight, lacks insight, poor insight, poor motivation, unmotivated'),
    say: 'what there is; what they see that we do not',
    why: 'It measures them by what we expected.',
    from: 'ours',
  },
  {
    not: listed('dependent on, fully dependent, totally dependent, needy, high needs, heavy needs'),
    say: 'draws on … for; who is there for what',
    why: 'Everybody leans on somebody.',
    ordinary: listed('depends on the weather'),
    from: 'ours',
  },
  {
    not: listed(
      'attention seeking, attention-seeking, manipulative, demanding, aggressive, difficult patient, awkward',
    ),
    say: 'what happened, and what they were asking for',
    why: 'It tells how we felt, as if it were them.',
    from: 'ours',
  },
  {
    not: listed(
      'in denial, refuses help, refuses support, refuses care, uncooperative, does not engage, disengaged',
    ),
    say: 'said no to; we have not found the right way yet',
    why: 'A no has a reason. What is it?',
    from: 'ours',
  },
  {
    not: listed('wandering, wanders off, absconded, absconding'),
    say: 'goes for walks; left, and where to',
    why: 'Others who walk are out for a walk.',
    from: 'ours',
  },
  {
    not: listed('toileting, feeding, feeds him, feeds her'),
    say: 'going to the toilet; helping somebody eat',
    why: 'These are words for things or babies.',
    ordinary: listed(
      'feeding the birds, feeding the ducks, feeding the cat, feeding the dog, feeding the hens',
    ),
    from: 'ours',
  },
  {
    not: listed('low functioning, high functioning, mental age, behaviours'),
    say: 'what they do, like and find hard',
    why: 'It is a mark out of ten for a person.',
    from: 'ours',
  },
  {
    not: listed('housebound, socially isolated, lonely old, has no friends, has nobody, no family support'),
    say: 'who they do see; whom they would like to see',
    why: 'Most people have somebody. Ask who.',
    from: 'ours',
  },
  {
    not: listed(
      'despite his disability, despite her disability, despite their disability, inspirational, brave battle',
    ),
    say: 'what they did, as of anybody',
    why: 'It is surprised that they did it.',
    from: 'ours',
  },
];
