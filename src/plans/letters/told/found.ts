import type { EntryVoice } from '../../../conversations/conversation.ts';
import type { FactName } from '../../../conversations/facts.ts';
import type { Day } from '../../../platform/clock.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import type { Determination } from '../../determinations/determinations.store.ts';
import { findingInWords } from '../../determinations/determine.ts';
import { type Kind, outcomesFor, sensesFor } from '../../determinations/outcomes.ts';
import { inLaw } from '../challenge.ts';
import { type Block, type Envelope, heading, type Letter, letterOf, paragraph, type To } from '../letter.ts';
import { type CarerSaid, healthToYou, willingToYou } from './caring.ts';

/** A fact as it was tagged out of somebody's words, with who said it. */
export interface SaidFact {
  kind: FactName;
  voice: EntryVoice;
  phrase: string;
  details: Record<string, string>;
  happenedOn: Day;
  /** As people say it; empty when the fact is older than that being kept. */
  saidBy: string;
  isWithPerson: boolean;
  withWhom: string;
}

/** What a needs assessment came to, from everything said since the last one. */
export interface Found {
  conversationId: string;
  kind: Kind;
  facts: readonly SaidFact[];
  toldOn: Day | null;
  talkedOn: readonly Day[];
  othersThere: readonly string[];
  ourPeople: readonly string[];
  /** A carer's own, from their own record (N5); nothing for anybody else. */
  statements: readonly CarerSaid[];
  determination: Determination | null;
}

/**
 * The person's copy of their needs assessment (Care Act 2014 s12(3)), made from the facts tagged in this conversation
 * and those before it: their words first, then what was found. Nothing in it is typed again.
 */
export function foundLetter(envelope: Envelope, found: Found): Letter {
  const { conversationId, determination, kind, ourPeople } = found;
  const factsOf: FactsOf = (...kinds) =>
    found.facts.filter((fact) => kinds.includes(fact.kind)).map((fact) => quoted(fact, envelope.to));
  return letterOf(envelope, {
    kind: 'needs-assessment',
    thingId: conversationId,
    heading: 'What you told us, and what we found',
    ask: ourPeople[0] ?? null,
    blocks: [
      paragraph('This is what we talked about. It is yours to keep.'),
      paragraph(whatItWas(kind, found.toldOn)),
      ...under('What matters to you', factsOf('what-matters')),
      ...under('What you would like', [...factsOf('wanted-outcome'), ...wishOf(found)]),
      ...under('What is hard as things are', hardThings(found, envelope.to)),
      ...under('What you manage', managed(determination)),
      ...caring(found, factsOf),
      ...causeOf(determination),
      ...under('What difference it makes to your life', [...factsOf('impact'), ...impactOf(determination)]),
      ...under('What else could help', factsOf('other-help')),
      ...under('Who was involved', [...factsOf('who-was-involved'), ...whoTookPart(found, envelope.to)]),
      ...next(determination),
      heading('If something here is not right'),
      paragraph('Tell us. We write what you say beside it, in your words, and keep both.'),
    ],
  });
}

type FactsOf = (...kinds: FactName[]) => Block[];

/** What a carer's own copy tells besides: willing and able, whether that lasts, their own life, their health. */
function caring({ determination, statements }: Found, factsOf: FactsOf): Block[] {
  const items = willingToYou(statements);
  const able: Block[] = items.length ? [{ kind: 'list', items }] : [];
  return [
    ...under('What you are willing and able to do', [...able, ...factsOf('carer-likely-to-stay')]),
    ...under('What you want for work, learning and time of your own', factsOf('carer-wishes')),
    ...healthToYou(determination),
  ];
}

/** The everyday things that were found to go well (Care Act 2014 s12(3): the whole of what was found). */
function managed(determination: Determination | null): Block[] {
  if (!determination) return [];
  const items = determination.outcomes
    .filter(({ finding }) => finding === 'achieved')
    .map((finding) => findingInWords(determination.kind, finding, 'you'));
  return items.length ? [{ kind: 'list', items }] : [];
}

/** The legal name once, with what it means. */
export function whatItWas(kind: Kind, toldOn: Day | null): string {
  const { name, meaning } = inLaw[kind];
  const told = toldOn ? ` We told you that on ${longDate(toldOn)}.` : '';
  return `In law this was your ${name}. That means ${meaning}.${told}`;
}

const under = (words: string, blocks: Block[]): Block[] => (blocks.length ? [heading(words), ...blocks] : []);

/** A fact as it was said, with who said it and when; said to the person's face. */
export function quoted(fact: SaidFact, to: To): Block {
  const on = longDate(fact.happenedOn);
  const by = fact.saidBy || (fact.isWithPerson ? '' : fact.withWhom);
  const isYou = !by || [to.knownAs, to.fullName].includes(by);
  const leads: Record<EntryVoice, string> = {
    said: `${isYou ? 'You' : by} said on ${on}:`,
    noticed: `We noticed on ${on}:`,
    think: `We think, from ${on}:`,
    agreed: `We agreed on ${on}:`,
  };
  const lead = leads[fact.voice];
  return fact.voice === 'said'
    ? { kind: 'said', lead, words: fact.phrase }
    : { kind: 'written', words: `${lead} ${fact.phrase}` };
}

function hardThings({ facts, kind, determination }: Found, to: To): Block[] {
  const told = facts.filter((fact) => fact.kind === 'unable');
  const quotes = told.flatMap((fact) => [paragraph(inOneWay(kind, fact.details)), quoted(fact, to)]);
  const phrases = told.map(({ phrase }) => phrase.trim());
  const others = (determination?.outcomes ?? [])
    .filter(({ finding, words }) => finding === 'unable' && !phrases.includes(words.trim()))
    .map((finding) => findingInWords(kind, finding, 'you'));
  return [
    ...quotes,
    ...(others.length ? [paragraph('We wrote:'), { kind: 'list' as const, items: others }] : []),
  ];
}

/** @example inOneWay('adult', { outcome: 'hygiene', sense: 'danger' }) // 'Keeping clean: you can, and it puts you or somebody in danger.' */
function inOneWay(kind: Kind, { outcome, sense }: Record<string, string>): string {
  const of = outcomesFor(kind).find(({ key }) => key === outcome);
  const text = (of && 'toYou' in of ? of.toYou : undefined) ?? of?.text ?? 'Everyday life';
  const way = sensesFor(kind).find(({ key }) => key === sense)?.toYou ?? 'this is hard';
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}: ${way}.`;
}

function wishOf({ determination, facts }: Found): Block[] {
  const wish = determination?.personsWish.trim();
  if (!wish || facts.some(({ phrase }) => phrase.trim() === wish)) return [];
  return [{ kind: 'said', lead: 'You want:', words: wish }];
}

const causeOf = (determination: Determination | null): Block[] =>
  determination?.causeWords.trim()
    ? [
        heading('Where it comes from'),
        paragraph('We wrote:'),
        { kind: 'written', words: determination.causeWords.trim() },
      ]
    : [];

const impactOf = (determination: Determination | null): Block[] =>
  determination?.impactWords.trim()
    ? [paragraph('We wrote:'), { kind: 'written', words: determination.impactWords.trim() }]
    : [];

function whoTookPart({ talkedOn, othersThere, ourPeople }: Found, to: To): Block[] {
  const days = talkedOn.map((day) => longDate(day));
  const there = whoWasThere(othersThere, to);
  return [
    days.length ? paragraph(`We talked with you on ${inARow(days)}.`) : null,
    there.length ? paragraph(`Who was there: ${inARow(there)}.`) : null,
    ourPeople.length ? paragraph(`From us: ${inARow(ourPeople)}.`) : null,
  ].filter((block) => block !== null);
}

/** Each name once, and "you" for the person themselves. @example whoWasThere(['Len', 'Carol and Len'], len) // ['you', 'Carol'] */
export function whoWasThere(othersThere: readonly string[], to: To): string[] {
  const isYou = (name: string) =>
    [to.knownAs, to.fullName].some((one) => one.toLowerCase() === name.toLowerCase());
  const names = othersThere
    .flatMap((one) => one.split(/\s*[,;&]\s*|\s+and\s+/))
    .map((name) => name.trim().replace(/\.$/, ''))
    .filter(Boolean);
  const others = names.filter((name) => !isYou(name));
  return [...(names.some(isYou) ? ['you'] : []), ...new Set(others)];
}

/** @example inARow(['Ama', 'Carol', 'Jo']) // 'Ama, Carol and Jo' */
export function inARow(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function next(determination: Determination | null): Block[] {
  const words = determination
    ? `We decided on ${longDate(determination.decidedOn)} what the law says about help from us. You get that in a letter of its own, with the reasons.`
    : 'You can ask us at any time what the law says about help from us. We then decide, and write to you with the reasons.';
  return [heading('What happens next'), paragraph(words)];
}
