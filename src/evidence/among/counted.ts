/** Somebody of a value came to the site (its tap on or off), or elsewhere on the same days. Null: not said. */
interface Of {
  value: string | null;
  isHere: boolean;
}

/** New people since the site began (E2), however long they have been followed. */
export interface PeopleOf extends Of {
  people: number;
}

/** What `within-window.ts` counts, of one value. */
export interface WindowOf extends Of {
  measure: 'support' | 'came-back' | 'spoken';
  windowDays: number;
  numerator: number;
  died: number;
  moved: number;
  neither: number;
  notYetKnown: number;
}

/** New people by the furthest conversation begun within ninety days; 0 when none was, null when ninety days have not passed. */
export interface FurthestOf extends Of {
  furthest: 0 | 1 | 2 | 3 | null;
  people: number;
}

/** Contact episodes by how many days it took until the person was spoken with; null days: not yet, or never for whoever died or moved away. */
export interface WaitOf extends Of {
  days: number | null;
  isGone: boolean;
  times: number;
}

/** Everything counted, as the database hands it over. */
export interface AmongCounted {
  people: PeopleOf[];
  windows: WindowOf[];
  furthest: FurthestOf[];
  waits: WaitOf[];
}

/** A conversation counts when it began this many days or less after they first got in touch. */
export const HOW_FAR_DAYS = 90;
/** E6: spoken with within this many days. */
export const SOON_DAYS = 7;
/** E7, the window of returns that stands beside the rest. */
export const BACK_DAYS = 90;
