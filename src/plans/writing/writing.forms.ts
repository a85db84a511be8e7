import { z } from 'zod';
import { dayOrNothing, pence, tick, words, wordsOrNothing } from '../../platform/http/reading.ts';
import { leansOn } from '../carers/leans-on.forms.ts';
import { version } from '../plans.forms.ts';

export const NeedPath = z.object({ id: z.uuid(), needId: z.uuid() });

export const PartPath = z.object({ id: z.uuid(), partId: z.uuid() });

const text = () => wordsOrNothing().transform((written) => written ?? '');

const aDirectPayment = z.enum(['asked-and-wanted', 'offered-and-declined', 'not-yet-talked-about']);

/** The plan's own words. Everything may wait: a plan is written over several visits. */
export const PlanWordsForm = z.object({
  goodLife: text(),
  whatIDo: text(),
  wishes: text(),
  ifThingsGoWrong: text(),
  advice: text(),
  directPayment: z
    .union([aDirectPayment, z.literal('')])
    .nullish()
    .transform((answer) => answer || null),
  version,
});

const need = {
  need: words('Write what is needed, before how it is met', 1_000),
  isEligible: tick(),
  metBy: z.enum(['self', 'family', 'group', 'paid', 'not-met'], {
    error: 'Choose who meets it, or that it is not met yet',
  }),
  who: wordsOrNothing(200).transform((name) => name ?? ''),
  how: wordsOrNothing(2_000).transform((how) => how ?? ''),
  ownerSaidYesOn: dayOrNothing(),
  leansOn: leansOn(),
};

export const NeedForm = z.object(need);

export const ChangeNeedForm = z.object({ ...need, version });

export const MoveForm = z.object({ to: z.enum(['up', 'down'], { error: 'Choose up or down' }) });

const share = (missing: string) =>
  z.preprocess(
    (amount) => (amount === '' || amount === undefined || amount === null ? '0' : amount),
    pence(missing),
  );

/** A part says what it is, for which need, and what each pays; an empty share is nothing. */
export const PartForm = z
  .object({
    needId: z.uuid({ error: 'Choose the need it is for' }),
    what: words('Write what it pays for', 300),
    howOften: z.enum(['weekly', 'once'], { error: 'Choose weekly or once' }),
    council: share('Write what the council pays'),
    person: share('Write what they pay'),
  })
  .superRefine((part, context) => {
    if (!part.council && !part.person)
      context.addIssue({
        code: 'custom',
        path: ['council'],
        message: 'Write what the council pays, or what they pay',
      });
  });
