/** E3, and the window at which teams are set beside one another. */
export const TEAM_WINDOW = 90;

export interface TeamCount {
  measure: 'support' | 'spoken';
  /** Null: no team written down. */
  team: string | null;
  numerator: number;
  denominator: number;
  notYetKnown: number;
}
