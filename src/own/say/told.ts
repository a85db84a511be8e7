import { caringKeys, type Heading } from '../../people/about-me/headings.ts';
import type { PersonNear } from '../../people/around/near.ts';
import type { Answer, Side } from '../../people/carers/willing.ts';
import type { Voice } from '../../people/timeline/timeline.ts';
import type { NeedLine } from '../../plans/plan.ts';
import type { Day } from '../../platform/clock.ts';
import type { Own } from '../frame/own.ts';
import { aroundInWords, type Line } from '../line/line.ts';
import { isTheirs, type OwnPromise } from '../now/now.ts';
import { dayOfPromise, whyOf } from '../now/promised.ts';
import { whoDoesIt } from '../plan/who-does-it.ts';
import { happened, voicesInOrder, whoseWords } from '../talked/voices.ts';

/** A line as it is read: what it is, whose words each part of it holds, and who wrote it when. */
export interface ToldLine extends Line {
  heading: string | null;
  pieces: Piece[];
  written: string | null;
  /** A carer's own words, which stand with what they said of caring. */
  isOfCaring: boolean;
}

export interface Piece {
  /** Whose words they are, when that has to be said. */
  whose: string | null;
  words: string;
}

/** A line as its table keeps it; of the last ones, the one of its kind. */
export interface KeptLine extends Omit<Line, 'around' | 'isTheirsToDo'> {
  talked?: { kind: string; voices: Voice[] };
  promise?: Omit<OwnPromise, 'id' | 'isTheirs' | 'isOurs'> & { isOurs: boolean; names: (string | null)[] };
  need?: Pick<NeedLine, 'need' | 'how' | 'metBy' | 'who'>;
  about?: { key: string };
  around?: Pick<
    PersonNear,
    'name' | 'relation' | 'phone' | 'gives' | 'howOften' | 'isRungFirst' | 'isCarer'
  > | null;
  caring?: { thing: string; side: Side; answer: Answer; forName: string | null };
  story?: { title: string };
}

/** What a line is told from, besides itself. */
export interface Telling {
  own: Own;
  headings: readonly Pick<Heading, 'key' | 'heading'>[];
  today: Day;
}

/** A line of any kind, in the person's own language and nothing written for staff. */
export function toldLine(telling: Telling, kept: KeptLine): ToldLine {
  const { kind, id, sourceId, writer, on, around = null, promise, about } = kept;
  const { own } = telling;
  return {
    ...{ kind, id, sourceId, writer, on },
    words: wordsOf(own, kept),
    around,
    isTheirsToDo: promise?.state === 'open' && isTheirs(promise.who, promise.names),
    isOfCaring: kind === 'caring' || caringKeys.some((key) => key === about?.key),
    ...shownOf(telling, kept),
    written: writtenOf(own, kept),
  };
}

/** A line in a few words: what is kept as having stood when something was said of it. */
function wordsOf({ words }: Own, { words: kept, around, promise, caring }: KeptLine): string {
  if (around) return aroundInWords(around);
  if (promise) return words.say.promise(promise.who, promise.what);
  if (!caring) return kept;
  const answer = words.caring.side[caring.side][caring.answer];
  return [caring.thing, answer, kept].filter(Boolean).join('\n');
}

type Shown = Pick<ToldLine, 'heading' | 'pieces'>;

function shownOf(telling: Telling, kept: KeptLine): Shown {
  const { own } = telling;
  const { talked, promise, need, about, around, caring, story, words } = kept;
  if (talked) {
    const pieces = voicesInOrder(talked.voices).map((voice) => ({
      whose: whoseWords(own, voice),
      words: voice.words,
    }));
    return { heading: happened(own, talked.kind), pieces };
  }
  if (promise) return shownPromise(telling, { ...promise, id: kept.id });
  if (need) return { heading: need.need, pieces: plain(whoDoesIt(own, need), need.how) };
  if (about) return { heading: headingOf(telling, about.key), pieces: plain(words) };
  if (around) return shownAround(own, around);
  if (caring) {
    const { caring: of } = own.words;
    const forWhom = caring.forName && of.forWhom(caring.forName);
    return { heading: caring.thing, pieces: plain(forWhom, of.side[caring.side][caring.answer], words) };
  }
  return { heading: story?.title ?? null, pieces: plain(words) };
}

const plain = (...words: (string | null)[]): Piece[] =>
  words.flatMap((one) => (one?.trim() ? [{ whose: null, words: one }] : []));

/** Who does what, by when, and what became of it. */
function shownPromise(
  { own, today }: Telling,
  promise: NonNullable<KeptLine['promise']> & { id: string },
): Shown {
  const { now } = own.words;
  const theirs = isTheirs(promise.who, promise.names);
  const isMoved = promise.state === 'open' && promise.why !== null;
  const one: OwnPromise = {
    ...promise,
    isTheirs: theirs,
    isOurs: promise.isOurs && !theirs,
    state: isMoved ? 'moved' : promise.state,
  };
  return {
    heading: now.does(theirs ? now.you(own.name) : promise.who, promise.what.replace(/\.$/, '')),
    pieces: plain([dayOfPromise(own, one, today), now.states[one.state]].join(' ').trim(), whyOf(own, one)),
  };
}

function headingOf({ own: { words }, headings }: Telling, key: string): string | null {
  const caring: Partial<Record<string, string>> = words.caring.headings;
  const heading = headings.find((one) => one.key === key)?.heading;
  return caring[key] ?? (heading ? words.about.headingOf(heading) : null);
}

/** What somebody must not be told is on no line: paper lies about, and a line is shared. */
function shownAround({ words: { around } }: Own, one: NonNullable<KeptLine['around']>): Shown {
  const often = one.howOften ? `${around.often[one.howOften]}.` : null;
  const facts = [
    often,
    one.isRungFirst ? around.ringFirst : null,
    one.isCarer ? around.carer : null,
    one.phone && around.phone(one.phone),
  ];
  return { heading: `${one.name}, ${one.relation}`, pieces: plain(...facts, one.gives) };
}

function writtenOf(
  { words: { talked, about, say, dates } }: Own,
  { kind, writer, on }: KeptLine,
): string | null {
  if (!on) return null;
  const day = dates.day(on);
  if (kind === 'talked') return [talked.when(day), writer ? talked.wrote(writer) : ''].join(' ').trim();
  if (kind === 'about') return [about.writtenOn(day), writer ? about.wroteDown(writer) : ''].join(' ').trim();
  return writer ? say.writtenBy(writer, day) : say.writtenOn(day);
}
