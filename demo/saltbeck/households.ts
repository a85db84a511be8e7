/** A Shared Lives home, in the words of those who live there. */
export interface SharedHome {
  name: string;
  whoLivesHere: string;
  whatHomeIsLike: string;
  /** The area only. */
  place: string;
  capacity: number;
  approvedDaysAgo: number;
  /** How long their approval still runs. */
  approvedForDays: number;
}

export const sharedHomes: SharedHome[] = [
  {
    name: 'The Pritchards',
    whoLivesHere: 'Mair, Owen and two boys of fifteen and seventeen. A dog who thinks he is in charge.',
    whatHomeIsLike: 'Loud, warm, one bathroom. Somebody is always frying something.',
    place: 'Thornsea',
    capacity: 1,
    approvedDaysAgo: 610,
    approvedForDays: 120,
  },
  {
    name: 'Grace and Femi Adeyemi',
    whoLivesHere: 'The two of us, a van and the hens.',
    whatHomeIsLike:
      'Up early, church on Sunday, singing while we wash up. One spare room, and that is our number.',
    place: 'Marsh Staithe',
    capacity: 1,
    approvedDaysAgo: 540,
    approvedForDays: 190,
  },
];
