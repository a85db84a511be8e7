import { z } from 'zod';

const told = z
  .number()
  .int({ error: 'A count is told as a whole number' })
  .min(0, { error: 'A count is never less than none' })
  .refine((count) => count % 5 === 0 && count !== 5, {
    error: 'Counts are told to the nearest 5, and 7 or fewer are hidden (null): this is neither',
  })
  .nullable();
const percent = z.number({ error: 'A percentage is a number, or null' }).min(0).max(100).nullable();
const day = z.iso.date({ error: 'Write the day as 2026-11-21' });
const line = (what: string, most = 2_000) =>
  z
    .string({ error: `${what} is missing` })
    .trim()
    .min(1, { error: `${what} is missing` })
    .max(most, { error: `${what} is longer than ${most} letters` });
const group = z.enum(['site', 'elsewhere', 'tap-off'], {
  error: 'A group is site, elsewhere or tap-off',
});

const ToldFigure = z.object({
  measure: z.enum(['people', 'episodes', 'returns'], { error: 'A measure is people, episodes or returns' }),
  group,
  windowDays: z.number().int().min(1).max(3_660),
  numerator: told,
  denominator: told,
  percentage: percent,
  low: percent,
  high: percent,
  notYetKnown: told,
  died: told,
  moved: told,
});
export type ToldFigure = z.infer<typeof ToldFigure>;

const ToldWait = z.object({
  group,
  spokenWith: told,
  notYetSpokenWith: told,
  halfWithinDays: z.number().int().min(0).nullable(),
  nineInTenWithinDays: z.number().int().min(0).nullable(),
});
export type ToldWait = z.infer<typeof ToldWait>;

const ToldReached = z.object({
  group,
  everybody: told,
  none: told,
  one: told,
  two: told,
  three: told,
  ongoing: told,
});
export type ToldReached = z.infer<typeof ToldReached>;

const ToldLine = z.object({
  by: z.enum(['age', 'district'], { error: 'Apart is by age or by district' }),
  line: line('The name of the line', 100),
  group: z.enum(['site', 'elsewhere'], { error: 'A line is of site or elsewhere' }),
  windowDays: z.number().int().min(1).max(3_660),
  numerator: told,
  denominator: told,
  percentage: percent,
  low: percent,
  high: percent,
});
export type ToldLine = z.infer<typeof ToldLine>;

export const FORMAT = 'alongside-evidence';

/** Everything a council tells everybody of one site, in one file that says what each number means. */
export const Bundle = z.object({
  format: z.literal(FORMAT, { error: `This is no bundle of evidence: its format should be ${FORMAT}` }),
  formatVersion: z.literal(1, { error: 'Only version 1 of the format can be read' }),
  place: line('The place', 200),
  site: z.object({
    name: line('The site’s name', 200),
    startedOn: day,
    comparison: z.string().max(4_000),
    /** Who the group called elsewhere is; missing when it is everybody elsewhere. */
    setBeside: z.string().max(200).optional(),
    /** Why the comparison counts for less: it was named after the start (E11). Missing when it was named before. */
    comparisonMark: z.string().max(400).optional(),
  }),
  asAt: day,
  toldOn: day.nullable(),
  isMadeUp: z.boolean(),
  codeVersion: line('The version of the software', 60),
  licence: z.object({
    name: line('The licence', 200),
    url: z.url({ error: 'The licence’s address is missing' }),
  }),
  attribution: line('Who to name', 400),
  finding: line('The finding'),
  howCountsAreTold: line('How counts are told'),
  definitions: z.record(z.string().max(60), z.string().max(4_000)),
  figures: z.array(ToldFigure, { error: 'The figures are missing' }).max(200),
  waits: z.array(ToldWait).max(10),
  reached: z.array(ToldReached).max(10),
  /** People who began ongoing support, apart by age and by district; missing where that was not asked for. */
  breakdowns: z.array(ToldLine).max(1_000).optional(),
  /** Why one of them, or both, are not told. */
  breakdownsLeftOut: z.string().max(400).optional(),
});
export type Bundle = z.infer<typeof Bundle>;

/** As a file with one figure on a line, so that a mistake can be told by its line. */
export function bundleText(bundle: Bundle): string {
  const parts = Object.entries(bundle).map(([name, value]) => {
    const rows = Array.isArray(value)
      ? `[\n${value.map((row) => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]`
      : JSON.stringify(value, null, 2).replaceAll('\n', '\n  ');
    return `  ${JSON.stringify(name)}: ${rows}`;
  });
  return `{\n${parts.join(',\n')}\n}\n`;
}
