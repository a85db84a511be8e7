import type {
  Aim,
  Baseline,
  ComparisonNamed,
  LogEntry,
  Scope,
  SitePerson,
  SiteRule,
  Written,
} from './kept-site.ts';

/** What somebody says, before it has an id, a day and a writer of its own. */
type Said<Kept extends Written & { id: string }> = Omit<Kept, 'id' | keyof Written>;

export type ScopeSaid = Said<Scope>;
export type AimSaid = Said<Aim>;
export type ComparisonSaid = Omit<Said<ComparisonNamed>, 'teamName' | 'namedOn'>;
export type BaselineSaid = Omit<Said<Baseline>, 'lookedOn'>;
export type PersonSaid = Omit<Said<SitePerson>, 'untilOn'>;
export type RuleSaid = Said<SiteRule>;
export type LogSaid = Said<LogEntry>;
