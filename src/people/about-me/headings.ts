import { z } from 'zod';

/** One heading of “About me”: its key with us, what the standard calls it, and a plain question. */
export interface Heading {
  key: string;
  heading: string;
  asks: string;
}

/**
 * The headings of the PRSB About Me standard (v1.2, whose words are published; v2.0 of March 2025 we could not read),
 * each with a question anybody can answer. “Supported to write this by” is not asked: we know who wrote it down.
 */
const standing: readonly Heading[] = [
  {
    key: 'most-important',
    heading: 'What is most important to me',
    asks: 'What matters most to you?',
  },
  {
    key: 'people',
    heading: 'People who are important to me',
    asks: 'Who matters to you?',
  },
  {
    key: 'communicating',
    heading: 'How I communicate and how to communicate with me',
    asks: 'How do you like people to talk to you?',
  },
  { key: 'wellness', heading: 'My wellness', asks: 'What is a good day like? What is a bad day like?' },
  {
    key: 'do-and-dont',
    heading: 'Please do and please don’t',
    asks: 'What should people do? What should they never do?',
  },
  {
    key: 'support',
    heading: 'How and when to support me',
    asks: 'What can you do? What would you like help with, and when?',
  },
  {
    key: 'worth-knowing',
    heading: 'Also worth knowing about me',
    asks: 'What else would you like people to know? Medicines only if you want.',
  },
];

/** A page holds so many headings, and each so many characters: it is one side of A4, whatever is written. */
export const longest = 450;
const mostHeadings = 8;

const OwnHeadings = z
  .array(
    z.object({
      key: z.string().regex(/^(?!caring-)[a-z][a-z-]{1,40}$/),
      heading: z.string().trim().min(1).max(80),
      asks: z.string().trim().min(1).max(160),
    }),
  )
  .min(1)
  .max(mostHeadings);

/**
 * A council's own headings where its settings have them, else the standard's.
 * @example headingsOf({ aboutMe: [{ key: 'home', heading: 'My home', asks: 'What is home?' }] })
 */
export function headingsOf(settings: Record<string, unknown>): readonly Heading[] {
  const own = OwnHeadings.safeParse(settings.aboutMe);
  return own.success && new Set(own.data.map(({ key }) => key)).size === own.data.length
    ? own.data
    : standing;
}

/** What a carer may say of caring, in their own words, on their own record (N5; Care Act 2014 s10(5) and (6)). */
export const caringKeys = ['caring-what-i-do', 'caring-break', 'caring-worries', 'caring-my-life'] as const;
export type CaringKey = (typeof caringKeys)[number];

/** The same as staff read them. */
export const caringHeadings: Record<CaringKey, string> = {
  'caring-what-i-do': 'What they do',
  'caring-break': 'What a break would be',
  'caring-worries': 'What worries them',
  'caring-my-life': 'Their own life beside caring',
};
