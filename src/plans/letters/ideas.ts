import type { Block, NeedAndHow } from './letter.ts';

/** One idea, with a place for a picture beside it; or a heading over those that follow. */
export interface Idea {
  words: string;
  isHeading: boolean;
}

/** Said first, after the greeting, in every Easy Read layout, because the words of the record are not rewritten by a machine. */
const askUs = 'Ask us to go through this with you.';

/**
 * The blocks of a letter one idea a line. Sentences are parted where they end; not a word of the record is changed, and
 * what somebody said stays whole.
 */
export function ideasOf(blocks: readonly Block[]): Idea[] {
  const [greeting, ...rest] = blocks;
  return [...(greeting ? ideasIn(greeting) : []), plain(askUs), ...rest.flatMap(ideasIn)];
}

function ideasIn(block: Block): Idea[] {
  switch (block.kind) {
    case 'heading':
      return [{ ...plain(block.words), isHeading: true }];
    case 'list':
      return block.items.flatMap((item) => sentencesOf(item).map(plain));
    case 'said':
      return [plain(`${block.lead} “${block.words}”`)];
    case 'needs':
      return block.rows.flatMap(needsIdeas);
    case 'money':
      return [plain(`${block.caption}.`), ...block.rows.map((cells) => plain(moneyIdea(block.heads, cells)))];
    default:
      return sentencesOf(block.words).map(plain);
  }
}

const plain = (words: string): Idea => ({ words, isHeading: false });

const needsIdeas = ({ need, how }: NeedAndHow): Idea[] => [
  ...sentencesOf(`What you need: ${need}`).map(plain),
  ...how.flatMap((words) => sentencesOf(words).map(plain)),
];

/** @example moneyIdea(['What for', 'You will pay'], ['Night calls', '£25']) // 'Night calls. You will pay: £25.' */
function moneyIdea(heads: readonly string[], [what = '', ...amounts]: readonly string[]): string {
  return [`${what}.`, ...amounts.map((amount, index) => `${heads[index + 1]}: ${amount}.`)].join(' ');
}

/** @example sentencesOf('Ring us. Any of us will answer.') // ['Ring us.', 'Any of us will answer.'] */
export function sentencesOf(words: string): string[] {
  return words
    .split(/\n+|(?<=[.!?…][”’")]?)\s+(?=[\p{Lu}“‘"£\d])/u)
    .map((sentence) => sentence.trim())
    .filter(Boolean);
}
