import type { Day } from '../../platform/clock.ts';
import { howToChallenge } from './challenge.ts';

/** What somebody can be given, as `copy_sent.of` keeps it. */
export const letterKinds = [
  'told-beforehand',
  'needs-assessment',
  'determination',
  'advice',
  'financial-assessment',
  'plan',
  'move-difference',
] as const;
export type LetterKind = (typeof letterKinds)[number];

/** Where each kind stands in an address, and what we call it when we speak of it. */
export const kindsInWords: Record<LetterKind, { place: string; title: string }> = {
  'told-beforehand': { place: 'beforehand', title: 'What this conversation is, told beforehand' },
  'needs-assessment': { place: 'what-we-found', title: 'What was talked about and found' },
  determination: { place: 'decision', title: 'The decision, with its reasons' },
  advice: { place: 'advice', title: 'Written advice' },
  'financial-assessment': { place: 'money', title: 'How the share was worked out' },
  plan: { place: 'plan', title: 'The plan' },
  'move-difference': { place: 'move', title: 'What is different after the move' },
};

/** How a letter is laid out. Easy Read here is a layout: words of the record are never rewritten by a machine. */
export const layouts = ['standard', 'large-print', 'easy-read'] as const;
export type Layout = (typeof layouts)[number];

/** One need and what is done about it, a sentence a line. */
export interface NeedAndHow {
  need: string;
  how: string[];
}

export type Block =
  | { kind: 'heading'; words: string }
  | { kind: 'paragraph'; words: string }
  | { kind: 'list'; items: readonly string[] }
  /** Somebody's own words, quoted. */
  | { kind: 'said'; lead: string; words: string }
  /** Words of the record that are not a quotation, with their own lines. */
  | { kind: 'written'; words: string }
  | { kind: 'needs'; rows: readonly NeedAndHow[] }
  | { kind: 'money'; caption: string; heads: readonly string[]; rows: readonly (readonly string[])[] };

export interface From {
  council: string;
  team: string | null;
  phone: string | null;
}

export interface To {
  fullName: string;
  knownAs: string;
  /** What shows in the window of an envelope; never a protected address (W4). */
  window: readonly string[];
}

/** What the person is given, the same for every layout and face. */
export interface Letter {
  kind: LetterKind;
  from: From;
  to: To;
  on: Day;
  reference: string;
  /** Says the outcome. */
  heading: string;
  blocks: readonly Block[];
}

export interface Envelope {
  from: From;
  to: To;
  on: Day;
  /** N3: who speaks up with them, in a sentence, when an advocate is in place; null or left out otherwise. */
  advocate?: string | null;
}

export interface Told {
  kind: LetterKind;
  thingId: string;
  heading: string;
  blocks: readonly (Block | null)[];
  /** Who knows about this, to be asked for by name. */
  ask: string | null;
}

/** Puts the end on what is told: how to challenge, whom to ring, and that this is the end. */
export function letterOf({ from, to, on, advocate }: Envelope, told: Told): Letter {
  const { kind, thingId, heading, blocks, ask } = told;
  const challenge = kind === 'told-beforehand' ? [] : howTo;
  return {
    ...{ from, to, on, kind },
    heading,
    reference: referenceOf(thingId),
    blocks: [
      paragraph(`Dear ${to.knownAs},`),
      ...blocks.filter((block) => block !== null),
      ...(advocate && namesAdvocate.includes(kind)
        ? [{ kind: 'heading' as const, words: 'Who speaks up with you' }, paragraph(advocate)]
        : []),
      ...challenge,
      ...whomToRing(from, ask, referenceOf(thingId)),
      paragraph('End of letter'),
    ],
  };
}

/** What an advocate is there for: being found out, decided and planned (Care Act 2014 s67). */
const namesAdvocate: readonly LetterKind[] = ['needs-assessment', 'determination', 'plan'];

const howTo: readonly Block[] = [
  { kind: 'heading', words: 'If you do not agree' },
  { kind: 'list', items: howToChallenge },
];

function whomToRing({ council, team, phone }: From, ask: string | null, reference: string): Block[] {
  const us = team ? `${council}, ${team}` : council;
  const number = phone
    ? `Ring ${us}: ${phone}.`
    : `Ring ${us}, on the council’s main number, and ask for us by name.`;
  const who = ask ? `Ask for ${ask}. Any of us will answer if ${ask} is out.` : 'Any of us will answer.';
  return [
    heading('Who to ring'),
    paragraph(number),
    paragraph(`${who} You can ring for any reason, at any time from now on.`),
    paragraph(`It helps us find this letter if you say ${reference}.`),
  ];
}

/** Six signs of the thing's own id: enough to find a letter by, and it opens nothing. @example referenceOf(id) // 'A-41F07C' */
export function referenceOf(thingId: string): string {
  return `A-${thingId.replaceAll('-', '').slice(-6).toUpperCase()}`;
}

export const heading = (words: string): Block => ({ kind: 'heading', words });
export const paragraph = (words: string): Block => ({ kind: 'paragraph', words });
/** A heading with words of the record below it; nothing when there are none. */
export function written(under: string, words: string | null): Block[] {
  return words?.trim() ? [heading(under), { kind: 'written', words: words.trim() }] : [];
}

/** Every piece of text in a letter, for whoever must look at all of them. */
export function textsIn({ from, to, heading: first, reference, blocks }: Letter): string[] {
  const own = [from.council, from.team ?? '', from.phone ?? '', to.fullName, ...to.window, first, reference];
  return [...own, ...blocks.flatMap(textsInBlock)].filter(Boolean);
}

function textsInBlock(block: Block): string[] {
  switch (block.kind) {
    case 'list':
      return [...block.items];
    case 'said':
      return [block.lead, block.words];
    case 'needs':
      return block.rows.flatMap(({ need, how }) => [need, ...how]);
    case 'money':
      return [block.caption, ...block.heads, ...block.rows.flat()];
    default:
      return [block.words];
  }
}
