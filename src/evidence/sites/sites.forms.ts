import { z } from 'zod';
import { day, dayOrNothing, idOrNothing, tick, words, wordsOrNothing } from '../../platform/http/reading.ts';
import { comingAs, comparisonKinds, logKinds, scopeKinds, steps, voices } from './kept-site.ts';
import { ourMeasures } from './registering.ts';

export const SitePath = z.object({ id: z.uuid() });
export const MemberPath = SitePath.extend({ member: z.uuid() });

/** An entry of the log that is to be added to. */
export const AddsQuery = z.object({ adds: z.uuid().optional().catch(undefined) });

/** Every page of one site where something is said. */
const siteNouns = [
  'scope',
  'aim',
  'comparison',
  'baseline',
  'people',
  'rules',
  'measures',
  'tap',
  'start',
  'showing',
  'log',
  'another',
] as const;
export type SiteNoun = (typeof siteNouns)[number];

export const NewSiteForm = z.object({
  name: words('Write what the site is called', 80),
  team: z.uuid({ error: 'Choose the team that answers' }),
});

const why = () => wordsOrNothing(1_000);

export const ScopeForm = z.object({
  kind: z.enum(scopeKinds, { error: 'Choose whose contacts are the site’s' }),
  postcodes: wordsOrNothing(400).transform((text) =>
    (text ?? '')
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter(Boolean),
  ),
  words: wordsOrNothing(1_000),
  fromOn: day('Write the day from which that is so'),
  why: why(),
});

export const AimForm = z.object({
  owner: words('Write who owns it: one person, by name', 120),
  whatStops: words('Write what stops if it works', 1_000),
  whatMoneyMoves: words('Write what money moves if it works', 1_000),
  why: why(),
});

export const ComparisonForm = z.object({
  kind: z.enum(comparisonKinds, { error: 'Choose whom the site is set beside, or that there is nobody' }),
  team: idOrNothing(),
  words: words('Write who they are; where there is nobody, why', 1_000),
  howItDiffers: wordsOrNothing(1_000),
  why: why(),
});

export const BaselineForm = z.object({
  fromOn: dayOrNothing(),
  toOn: dayOrNothing(),
  words: words('Write what was usual; where there is nothing to look at, why', 2_000),
});

export const PersonForm = z.object({
  name: words('Write the name they want to stand here', 120),
  part: words('Write what they do at the site', 200),
  comesAs: z.enum(comingAs, { error: 'Choose how they come to the site' }),
  thankedHow: wordsOrNothing(300),
  sinceOn: day('Write since when'),
});

export const UntilForm = z.object({ untilOn: day('Write until when') });

export const RuleForm = z.object({
  rule: words('Write the rule, as those who agreed it say it', 600),
  agreedOn: day('Write the day it was agreed'),
  agreedBy: words('Write who agreed it', 400),
  withPeople: tick(),
  replaces: idOrNothing(),
  isSetAside: tick(),
  why: why(),
});

export const MeasureForm = z.object({
  about: z
    .union([z.enum(ourMeasures.map(({ about }) => about)), z.literal('')], {
      error: 'Choose one of the list',
    })
    .nullish()
    .transform((about) => about || null),
  measure: wordsOrNothing(200),
  definition: wordsOrNothing(2_000),
  replaces: idOrNothing(),
  why: why(),
});

export const TapForm = z.object({
  turn: z.enum(['on', 'off'], { error: 'Choose on or off' }),
  onDay: day('Write the day it was turned'),
  why: words('Write why', 600),
  whyLate: why(),
});

export const StartForm = z.object({
  startedOn: day('Write its first day'),
  whyLate: why(),
});

/** What evidence points at: nothing, a document, or something of the record by kind and id. */
const pointing = /^(document|(measure|rule|rule-set|log):[0-9a-f-]{36})?$/;

export const ShowingForm = z.object({
  step: z.enum(steps, { error: 'Choose which step it shows' }),
  words: words('Write what it shows; of a document, its name and where it is', 2_000),
  pointsAt: z
    .string()
    .regex(pointing, { error: 'Choose one of the list' })
    .nullish()
    .transform((text) => text ?? ''),
  whoseVoice: z
    .union([z.enum(voices), z.literal('')], { error: 'Choose whose voice it is, or nobody’s' })
    .nullish()
    .transform((voice) => voice || null),
  onDay: day('Write the day it is from'),
  byWhom: words('Write who says so', 200),
});

export const LogForm = z.object({
  kind: z.enum(logKinds, { error: 'Choose whether it was decided, learned or talked over' }),
  onDay: day('Write the day'),
  byWhom: words('Write who decided, learned or talked', 300),
  words: words('Write what was decided or learned', 4_000),
  evidence: wordsOrNothing(2_000),
  whatChanges: wordsOrNothing(2_000),
  answersPrompt: tick(),
  addsTo: idOrNothing(),
});
