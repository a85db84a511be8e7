/** Formats in which somebody is told something or sent a copy (Accessible Information Standard). */
export const formats = ['standard', 'large-print', 'easy-read', 'spoken', 'bsl', 'other-language'] as const;
export type Format = (typeof formats)[number];

/** As it ends a sentence: "told … in large print". */
export const formatInWords: Record<Format, string> = {
  standard: 'in standard print',
  'large-print': 'in large print',
  'easy-read': 'in Easy Read',
  spoken: 'out loud',
  bsl: 'in British Sign Language',
  'other-language': 'in the language they use',
};

/** As a choice to tick. */
export const formatChoices: readonly { value: Format; label: string }[] = formats.map((value) => ({
  value,
  label: formatInWords[value].replace(/^./, (first) => first.toUpperCase()),
}));

/** The format with what was added to it. @example formatSaid({ format: 'other-language', formatDetail: 'Polish' }) // 'in the language they use: Polish' */
export function formatSaid({
  format,
  formatDetail,
}: {
  format: Format;
  formatDetail: string | null;
}): string {
  return formatDetail ? `${formatInWords[format]}: ${formatDetail}` : formatInWords[format];
}
