/** Who may go along: one of us, a volunteer of the group, or a neighbour or friend. */
export const alongAs = ['worker', 'volunteer', 'neighbour'] as const;
export type AlongAs = (typeof alongAs)[number];
