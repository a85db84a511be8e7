/** When a fact is looked for. */
export type Moment =
  | 'first-contact'
  | 'conversation-1-rests'
  | 'conversation-2'
  | 'conversation-3'
  | 'any-moment';

/** Something a fact must carry besides the words. A day is kept as 2026-11-21. */
export interface FactDetail {
  name: string;
  label: string;
  type: 'words' | 'day' | 'choice';
  choices?: readonly { value: string; text: string }[];
  isNeeded: boolean;
  /** A day on which something has happened, so never a day to come. */
  hasHappened?: boolean;
  /** Needed only when another detail is one of these: what would bring an offer back, when they said no. */
  onlyWhen?: { detail: string; is: readonly string[] };
}

export interface FactKind {
  /** What the fact is called when it stands. */
  title: string;
  /** The gap, as a plain question. */
  question: string;
  moments: readonly Moment[];
  /** The law or the rule that asks, so that nothing is asked without one. */
  law: string;
  details: readonly FactDetail[];
}

export const day = (name: string, label: string): FactDetail => ({
  name,
  label,
  type: 'day',
  isNeeded: true,
});

/** A day that has come: when they asked, when they said no. */
export const past = (name: string, label: string): FactDetail => ({ ...day(name, label), hasHappened: true });

export const said = (name: string, label: string): FactDetail => ({
  name,
  label,
  type: 'words',
  isNeeded: true,
});

export const choice = (name: string, label: string, choices: Record<string, string>): FactDetail => ({
  name,
  label,
  type: 'choice',
  choices: Object.entries(choices).map(([value, text]) => ({ value, text })),
  isNeeded: true,
});

export const mayBe = (detail: FactDetail): FactDetail => ({ ...detail, isNeeded: false });

export const onlyWhen = (detail: string, is: readonly string[], asked: FactDetail): FactDetail => ({
  ...asked,
  onlyWhen: { detail, is },
});
