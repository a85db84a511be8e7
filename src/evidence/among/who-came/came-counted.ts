/** Whether somebody had been in touch before is looked for in the two years before they came. */
export const BEFORE_DAYS = 730;

export const kindsOfPeople = ['age', 'language', 'district', 'before'] as const;
export type KindOfPeople = (typeof kindsOfPeople)[number];

export interface CameOfKind {
  kind: KindOfPeople;
  /** Null: not known. */
  value: string | null;
  isHere: boolean;
  people: number;
}

/** People alike in age band and in whether they came before, followed for a window (E3). */
export interface CameAlike {
  age: string | null;
  before: string;
  isHere: boolean;
  windowDays: number;
  numerator: number;
  denominator: number;
}

export interface CameCounted {
  kinds: CameOfKind[];
  alike: CameAlike[];
}
