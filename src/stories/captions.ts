interface Cue {
  /** Seconds from the beginning. */
  from: number;
  words: string;
}

/** How long the last words stand, and the longest any do, in seconds. A judgement: two lines are read in six. */
const longest = 6;

const timed = /^\s*(\d{1,3}):([0-5]\d)\s+(\S.*)$/;

/**
 * What is said in a film, to be read on it as it is said (WCAG 1.2.2): every line of its words that begins with a time.
 * @returns WebVTT, with no words in it where no line has a time
 * @example captionsOf('0:05 I sing.\n0:09 They clap.')
 */
export function captionsOf(inWords: string): string {
  const cues = cuesIn(inWords);
  const blocks = cues.map(({ from, words }, at) => {
    const next = cues[at + 1]?.from ?? Number.POSITIVE_INFINITY;
    return `${clock(from)} --> ${clock(Math.min(next, from + longest))}\n${words}`;
  });
  return `${['WEBVTT', ...blocks].join('\n\n')}\n`;
}

export const hasCaptions = (inWords: string): boolean => cuesIn(inWords).length > 0;

function cuesIn(inWords: string): Cue[] {
  const cues = inWords.split(/\r?\n/).flatMap((line) => {
    const [, minutes, seconds, words] = timed.exec(line) ?? [];
    return words ? [{ from: Number(minutes) * 60 + Number(seconds), words: escaped(words.trim()) }] : [];
  });
  return cues.toSorted((one, other) => one.from - other.from);
}

/** What WebVTT would take for marks of its own. */
const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** @example clock(65) // '00:01:05.000' */
function clock(seconds: number): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.000`;
}
