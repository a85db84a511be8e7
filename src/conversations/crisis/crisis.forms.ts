import { z } from 'zod';
import { howLong } from '../../community/patch/how-long.forms.ts';
import { addDays, dayOf } from '../../platform/clock.ts';
import { dayOrNothing, pence, tick, words, wordsOrNothing } from '../../platform/http/reading.ts';
import { readMoment } from '../writing/moment.ts';
import { crisisStates, endings } from './crisis.ts';

export const CrisisPath = z.object({ id: z.uuid() });
export const MoneyPath = z.object({ id: z.uuid(), money: z.uuid() });
export const AskPath = z.object({ id: z.uuid() });
export const GluePage = z.object({ page: z.coerce.number().int().min(1).max(1_000).optional() });

/**
 * A moment as people write it: 'tomorrow 10am', 'yesterday 14:30', '24 November 2026, 2:30pm'. Null when it
 * cannot be read. @example momentFrom('tomorrow 10am', now) // 2026-11-22T10:00:00Z
 */
export function momentFrom(text: string, now: Date): Date | null {
  return readMoment(text.trim().replace(/^tomorrow\b/i, addDays(dayOf(now), 1)), now);
}

/** Whether a moment can be read does not hang on today; which it is does, and is settled when it is saved. */
const anyDay = new Date('2026-01-01T12:00:00Z');

/** A moment that may be left out; empty is null. */
function momentOrNothing() {
  return wordsOrNothing(60).refine((text) => text === null || momentFrom(text, anyDay) !== null, {
    error: 'Write it like tomorrow 10am or 24 November 2026, 2.30pm',
  });
}

const wordsOrBlank = (most: number) => wordsOrNothing(most).transform((text) => text ?? '');

export const OpenCrisisForm = z.object({
  mustChange: words('Write what must change now, in their words', 2_000),
  safetyNote: words('Write what keeps them, and whoever visits, safe', 2_000),
  namedAccountId: z.uuid({ error: 'Choose the named person' }),
  coverAccountId: z.uuid({ error: 'Choose who covers when they are not there' }),
  steadyLooksLike: wordsOrBlank(2_000),
  todaysOneThing: wordsOrBlank(500),
  nextContact: momentOrNothing(),
});

export const ContactLineForm = z.object({
  line: words('Write one line: what happened', 500),
  withPerson: tick(),
  reread: tick(),
  howLong: howLong(),
  when: momentOrNothing(),
  nextContact: momentOrNothing(),
});

export const MoneyForm = z.object({
  amount: pence('Write how much').refine((amount) => amount > 0, {
    error: 'Write an amount of a penny or more',
  }),
  whatFor: words('Write what it was for', 300),
  whatItChanged: wordsOrBlank(1_000),
  spentOn: dayOrNothing(),
});

export const MoneyChangedForm = z.object({ whatItChanged: words('Write what it changed', 1_000) });

/** One name or several arrive as a list of ids. */
const attendees = z
  .union([z.array(z.uuid()), z.uuid()], { error: 'Tick at least one colleague who was there' })
  .transform((ids) => [ids].flat());

export const PeersForm = z.object({
  purpose: z.enum(['sharing', 'team-talk']).default('sharing'),
  attendees,
  personWasInvited: tick(),
  whatWeHeard: wordsOrBlank(2_000),
  talkedFor: howLong(),
  sharedOn: dayOrNothing(),
});

export const PlanForm = z.object({
  mustChange: words('Write what must change now, in their words', 2_000),
  safetyNote: words('Write what keeps them, and whoever visits, safe', 2_000),
  steadyLooksLike: wordsOrBlank(2_000),
  todaysOneThing: wordsOrBlank(500),
  todayAccountId: z
    .union([z.uuid(), z.literal('')])
    .nullish()
    .transform((id) => id || null),
  state: z.enum(crisisStates).default('holding'),
  version: z.coerce.number().int().positive(),
});

export const NamedPersonForm = z.object({
  colleague: z.uuid({ error: 'Choose who to ask' }),
  sentence: words('Write one sentence: why them', 500),
});

export const CoverForm = z.object({ cover: z.uuid({ error: 'Choose who covers' }) });

export const EndForm = z.object({
  next: z.enum(endings, { error: 'Choose what is next' }),
  whatChanged: words('Write what changed', 2_000),
  personsView: words('Write what they say of it, in their words', 2_000),
  howToComeBack: wordsOrNothing(500),
  checkBackOn: dayOrNothing(),
  because: wordsOrNothing(1_000),
});

/** A press of a button says all there is to say. */
export const NothingMore = z.object({});
