import { type Format, formatInWords } from '../../../conversations/gate/formats.ts';
import type { Identity } from '../../../people/person.ts';
import type { Layout } from '../letter.ts';

/** The way somebody is to be given what is written, and the words it was found in. */
export interface OwnFormat {
  format: Format;
  becauseOf: string;
}

const signs: readonly { format: Format; sign: RegExp }[] = [
  { format: 'bsl', sign: /\b(bsl|british sign language)\b/i },
  { format: 'easy-read', sign: /\beasy[\s-]?read\b|short sentences and pictures|\bpictures and short\b/i },
  { format: 'large-print', sign: /\blarge[\s-]?print\b|\bbig print\b|\b(1[6-9]|2\d|3\d)[\s-]?(point|pt)\b/i },
  {
    format: 'spoken',
    sign: /\b(does not|doesn’t|doesn't|cannot|can’t|can't) read\b|\bread (it )?(aloud|out)\b|\bout loud\b|\bvoice notes?\b|\baudio\b|\bon the phone, not\b/i,
  },
  {
    format: 'other-language',
    sign: /\b(interpreter|translat\w+|translated)\b|\bin (polish|urdu|dari|punjabi|welsh|cantonese)\b/i,
  },
];

/**
 * The format that is theirs, from what is kept about how to communicate with them (Accessible Information Standard,
 * DAPB1605); null when nothing kept asks for one. The first sign in the order above wins.
 * @example ownFormat({ needs: [{ kind: 'communication', need: 'Large print' }], … })?.format // 'large-print'
 */
export function ownFormat({ needs }: Pick<Identity, 'needs'>): OwnFormat | null {
  const kept = needs.filter(({ kind }) => kind === 'communication').map(({ need }) => need);
  for (const { format, sign } of signs) {
    const becauseOf = kept.find((need) => sign.test(need));
    if (becauseOf) return { format, becauseOf };
  }
  return null;
}

/** How a letter in that format is laid out; what is said, signed or translated is printed plainly to go with it. */
export function layoutFor(own: OwnFormat | null): Layout {
  return own?.format === 'large-print' || own?.format === 'easy-read' ? own.format : 'standard';
}

/** @example ownFormatSaid({ format: 'bsl', becauseOf: 'BSL' }, 'Wilf') // 'Wilf is given things in British Sign Language: “BSL”.' */
export function ownFormatSaid(own: OwnFormat | null, name: string): string {
  if (!own) return `Nobody has written in what format ${name} would like things.`;
  return `${name} is given things ${formatInWords[own.format]}: “${own.becauseOf}”.`;
}
