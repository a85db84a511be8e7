import { longDate } from '../../platform/ui/dates.ts';
import type {
  ComesAs,
  ComparisonKind,
  KeptSite,
  LogKind,
  Scope,
  ScopeKind,
  Step,
  Voice,
} from './kept-site.ts';
import type { StepStanding } from './steps.ts';

export const stepInWords: Record<Step, string> = {
  story: 'The story is straight',
  detail: 'The detail is made together',
  started: 'It has started',
  figures: 'There are figures to read',
  reflection: 'The team talks it over',
  spread: 'It spreads, or it stops',
};

export const standsInWords: Record<StepStanding['stands'], string> = {
  'nothing-yet': 'Open, nothing yet',
  begun: 'Open, begun',
  stands: 'Stands',
};

export const scopeKindInWords: Record<ScopeKind, string> = {
  'all-new': 'Everybody new',
  postcodes: 'Everybody from some postcodes',
  everyone: 'Everybody, new or known',
};

/** @example scopeInWords(scope) // 'Everybody from SB1, SB2. New or known.' */
export function scopeInWords({ kind, postcodes, words }: Scope): string {
  const who = kind === 'postcodes' ? `Everybody from ${postcodes.join(', ')}` : scopeKindInWords[kind];
  return `${who}.${words ? ` ${words}` : ''}`;
}

export const comparisonKindInWords: Record<ComparisonKind, string> = {
  elsewhere: 'Everybody answered elsewhere on the same days',
  team: 'People one other team answered on the same days',
  'other-days': 'The same team on other days',
  'other-places': 'People from other places',
  none: 'Nobody: there is no comparison',
};

export const comesAsInWords: Record<ComesAs, string> = {
  'works-here': 'works here',
  'lives-here': 'lives here',
  family: 'family or friend of somebody who does',
  partner: 'from a partner',
};

export const logKindInWords: Record<LogKind, string> = {
  decided: 'Decided',
  learned: 'Learned',
  reflected: 'Talked over',
};

export const voiceInWords: Record<Voice, string> = {
  people: 'What people say',
  staff: 'What staff say',
  figures: 'The figures',
};

/** @example beganInWords(site, '2026-11-22') // 'began on 16 March 2026' */
export function beganInWords({ startedOn }: Pick<KeptSite, 'startedOn'>, today: string): string {
  if (!startedOn) return 'is being set up';
  return `${startedOn > today ? 'begins' : 'began'} on ${longDate(startedOn)}`;
}

/** Whether an entry says when it was written, because that is not the day it is about. */
export function lateInWords({ onDay, writtenOn }: { onDay: string; writtenOn: string }): string {
  return onDay === writtenOn ? '' : `, written down ${longDate(writtenOn)}`;
}
