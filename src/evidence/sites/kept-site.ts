import type { Day } from '../../platform/clock.ts';

/** When something was written down, and by whom; null where a script or a file brought it. */
export interface Written {
  writtenOn: Day;
  writtenBy: string | null;
}

/** Whose contacts are the site's: everybody new, some postcodes, or everybody, new or known. */
export const scopeKinds = ['all-new', 'postcodes', 'everyone'] as const;
export type ScopeKind = (typeof scopeKinds)[number];

export interface Scope extends Written {
  id: string;
  kind: ScopeKind;
  postcodes: string[];
  words: string | null;
  fromOn: Day;
  why: string | null;
}

/** Who owns the site, and if it works, what stops and what money moves. */
export interface Aim extends Written {
  id: string;
  owner: string;
  whatStops: string;
  whatMoneyMoves: string;
  why: string | null;
}

/** Whom a site is set beside; `none` says that there is nobody, and why. */
export const comparisonKinds = ['elsewhere', 'team', 'other-days', 'other-places', 'none'] as const;
export type ComparisonKind = (typeof comparisonKinds)[number];

export interface ComparisonNamed extends Written {
  id: string;
  kind: ComparisonKind;
  teamId: string | null;
  teamName: string | null;
  words: string;
  howItDiffers: string | null;
  namedOn: Day;
  why: string | null;
}

/** What was usual before; without days, that there is nothing to look at, and why. */
export interface Baseline extends Written {
  id: string;
  fromOn: Day | null;
  toOn: Day | null;
  words: string;
  lookedOn: Day;
}

/** How somebody comes to a site. */
export const comingAs = ['works-here', 'lives-here', 'family', 'partner'] as const;
export type ComesAs = (typeof comingAs)[number];

export interface SitePerson extends Written {
  id: string;
  name: string;
  part: string;
  comesAs: ComesAs;
  thankedHow: string | null;
  sinceOn: Day;
  untilOn: Day | null;
}

/** A rule of practice. `replacesId` is the earlier one that it changes or sets aside. */
export interface SiteRule extends Written {
  id: string;
  rule: string;
  agreedOn: Day;
  agreedBy: string;
  withPeople: boolean;
  replacesId: string | null;
  isSetAside: boolean;
  why: string | null;
}

export interface Measure extends Written {
  id: string;
  /** Which of ours it is, such as E3; null for one of the site's own. */
  about: string | null;
  measure: string;
  definition: string;
  registeredOn: Day;
  replacesId: string | null;
  whyChanged: string | null;
}

export interface TapTurn extends Written {
  id: string;
  onDay: Day;
  isOn: boolean;
  why: string;
  whyLate: string | null;
}

export const logKinds = ['decided', 'learned', 'reflected'] as const;
export type LogKind = (typeof logKinds)[number];

export interface LogEntry extends Written {
  id: string;
  kind: LogKind;
  onDay: Day;
  byWhom: string;
  words: string;
  evidence: string | null;
  whatChanges: string | null;
  prompt: string | null;
  addsToId: string | null;
}

/** The six steps of making it happen, in order. */
export const steps = ['story', 'detail', 'started', 'figures', 'reflection', 'spread'] as const;
export type Step = (typeof steps)[number];

export const voices = ['people', 'staff', 'figures'] as const;
export type Voice = (typeof voices)[number];

/** What shows that a step stands: words, a document's name, or something the record holds. */
export interface StepEvidence extends Written {
  id: string;
  step: Step;
  kind: 'words' | 'document' | 'measure' | 'rule' | 'rule-set' | 'log';
  words: string;
  whoseVoice: Voice | null;
  /** What it points at in the record, in that thing's own words. */
  pointsAt: string | null;
  onDay: Day;
  byWhom: string;
}

export interface SiteNamed {
  id: string;
  name: string;
  startedOn: Day | null;
}

/** Everything kept about a site, oldest first, nothing left out. */
export interface KeptSite extends SiteNamed {
  teamId: string;
  teamName: string;
  setUpOn: Day;
  setUpBy: string | null;
  /** Why the first day was said only afterwards. */
  whyLate: string | null;
  begunFrom: SiteNamed | null;
  /** Sites that began with this one's rules and measures. */
  begunFromThis: SiteNamed[];
  scopes: Scope[];
  aims: Aim[];
  comparisons: ComparisonNamed[];
  baselines: Baseline[];
  people: SitePerson[];
  rules: SiteRule[];
  measures: Measure[];
  tap: TapTurn[];
  log: LogEntry[];
  evidence: StepEvidence[];
}

/** Those that no later one replaces, nor sets aside. */
export function standing<One extends { id: string; replacesId: string | null; isSetAside?: boolean }>(
  all: readonly One[],
): One[] {
  const replaced = new Set(all.map(({ replacesId }) => replacesId));
  return all.filter(({ id, isSetAside }) => !replaced.has(id) && !isSetAside);
}
