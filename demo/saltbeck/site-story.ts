import type { ComesAs, LogKind, Step, Voice } from '../../src/evidence/sites/kept-site.ts';

/** What the Harbour site said before its first day, a week or two earlier each. */
export const saidFirst = {
  whatMoneyMoves:
    'The eleven posts, about £430,000 a year, go from the front desk contract to the two neighbourhood teams.',
  comparison:
    'People who got in touch on the same days and were answered by the Marsh team, as everybody was before.',
  howItDiffers: 'They live in villages, the site’s people in a town; nobody was chosen by chance.',
  baseline:
    'Steady for the whole of it, save two thin weeks each Christmas and a busy fortnight in February when the day centre’s roof let in.',
  firstScope: 'New or known. One postcode first, so that nobody has to be let down.',
  widerScope: 'Too few people rang from one postcode, so SB2 and SB3 joined.',
} as const;

/** Who makes the site besides its staff, and among them. */
export const people: { name: string; part: string; comesAs: ComesAs; thankedHow: string | null }[] = [
  {
    name: 'Our Lives Saltbeck, three seats',
    part: 'Vote on every rule, and hear the figures before the council does',
    comesAs: 'lives-here',
    thankedHow: 'Each hour paid at the council’s own rate, and the bus fare',
  },
  { name: 'Priya Nair', part: 'Leads it', comesAs: 'works-here', thankedHow: null },
  { name: 'Rowan Teale', part: 'Answers and meets people', comesAs: 'works-here', thankedHow: null },
  { name: 'Ama Boateng', part: 'Answers and meets people', comesAs: 'works-here', thankedHow: null },
  { name: 'Dilys Penhallow', part: 'Goes along the first time', comesAs: 'works-here', thankedHow: null },
  {
    name: 'The carers’ Thursday table',
    part: 'Say what it is like from the kitchen',
    comesAs: 'family',
    thankedHow: 'Lunch, and somebody to sit in',
  },
];

/** What shows that the steps stand, so many days before today; `log` points at the decision of that day. */
export const showing: {
  daysAgo: number;
  step: Step;
  words: string;
  byWhom: string;
  voice?: Voice;
  isDocument?: boolean;
}[] = [
  {
    daysAgo: 270,
    step: 'story',
    words:
      'We walked one person’s way through our front desk on a wall: eleven hands and nineteen days before anybody sat down with her. We would rather meet people.',
    byWhom: 'Our Lives Saltbeck, Rowan and Ama',
    voice: 'people',
  },
  {
    daysAgo: 266,
    step: 'story',
    words: '“Nineteen days”, the photograph of the wall, in the Harbour team’s kitchen',
    byWhom: 'Dilys',
    isDocument: true,
  },
  {
    daysAgo: 252,
    step: 'detail',
    words: 'Minutes of the afternoon in the Mission hall where the first three rules were agreed',
    byWhom: 'Our Lives Saltbeck took them',
    isDocument: true,
  },
  {
    daysAgo: 60,
    step: 'spread',
    words: 'None of us would go back to the desk, and two of us are tired: it takes more hours at first.',
    byWhom: 'The Harbour team',
    voice: 'staff',
  },
];

/** The log: what was decided, learned and talked over, so many days before today. */
export const log: {
  daysAgo: number;
  kind: LogKind;
  byWhom: string;
  words: string;
  evidence?: string;
  whatChanges?: string;
  /** Adds to the entry before it. */
  adds?: true;
  asked?: true;
}[] = [
  {
    daysAgo: 238,
    kind: 'reflected',
    byWhom: 'The Harbour team',
    words: 'Everybody wanted to help and three of us rang the same man on Tuesday.',
    whatChanges: 'Whoever answers writes their name on the story before they put the receiver down.',
    asked: true,
  },
  {
    daysAgo: 216,
    kind: 'decided',
    byWhom: 'Priya, with Our Lives Saltbeck',
    words: 'SB2 and SB3 join.',
    evidence: 'Four people a week from SB1 alone, which nobody can learn from.',
    whatChanges: 'People from all three postcodes are met by whoever answers.',
  },
  {
    daysAgo: 184,
    kind: 'learned',
    byWhom: 'Our Lives Saltbeck',
    words: 'Three months is too short to say anybody stayed well: ask about nine months and a year too.',
    evidence: 'Two people who came back in the fifth month.',
    whatChanges: 'Coming back is measured at 270 and 365 days as well, registered late and marked so.',
  },
  {
    daysAgo: 93,
    kind: 'learned',
    byWhom: 'Rowan and Ama',
    words: 'Three days with the tap off, and we missed what those people’s first words were.',
    whatChanges: 'Two of the Marsh team know the rules now and stand in.',
  },
  {
    daysAgo: 80,
    kind: 'learned',
    byWhom: 'Gareth Lowe',
    words: 'They have stood in twice since. It worked once.',
    adds: true,
  },
  {
    daysAgo: 34,
    kind: 'reflected',
    byWhom: 'The Harbour team',
    words: 'A woman said no to the lunch club three times before we heard that she cannot read the menu.',
    whatChanges: 'We ask how somebody likes to read before we hand them anything.',
    asked: true,
  },
  {
    daysAgo: 20,
    kind: 'decided',
    byWhom: 'Priya, Helen Strand and Our Lives Saltbeck',
    words:
      'Coldwick prepares, with the Marsh team. Nothing is claimed of money: the hours are not counted yet.',
    evidence: 'The figures to date with their ranges, what staff say, and two evenings in the village hall.',
    whatChanges:
      'From the day Coldwick begins, Harbour has nobody to be set beside, and its figures after that day will say so.',
  },
  {
    daysAgo: 5,
    kind: 'reflected',
    byWhom: 'The Harbour team',
    words: 'We heard plenty from people who like us. We have not heard from the four who stopped answering.',
    whatChanges: 'Dilys knocks on two doors before Friday, with nothing in her hand.',
    asked: true,
  },
];

/** The site that is being prepared from this one. */
export const next = { name: 'Coldwick', team: 'marsh', daysAgo: 19 } as const;
