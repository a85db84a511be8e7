import type { Chance } from './random.ts';

/* Names in ordinary use in an English town, put together by chance: any likeness is chance too. */

// biome-ignore format: a list of names reads better in rows
export const firstNames = [
  'Margaret', 'Jean', 'Sheila', 'Dorothy', 'Brenda', 'Maureen', 'Pauline', 'Christine', 'Susan', 'Janet',
  'Kenneth', 'Derek', 'Raymond', 'Brian', 'Roy', 'Alan', 'Terence', 'Geoffrey', 'Malcolm', 'Stuart',
  'Siobhan', 'Niamh', 'Callum', 'Morag', 'Rhys', 'Gwen', 'Owain', 'Bridget', 'Declan', 'Eilidh',
  'Amina', 'Yasmin', 'Farida', 'Imran', 'Nasreen', 'Bilal', 'Shabana', 'Tariq', 'Zainab', 'Hamza',
  'Gurpreet', 'Harjit', 'Meena', 'Rajesh', 'Sunita', 'Kavita', 'Dinesh', 'Nirmala', 'Anil', 'Pritam',
  'Beverley', 'Winston', 'Delroy', 'Marcia', 'Errol', 'Yvonne', 'Kwame', 'Abena', 'Chidi', 'Folasade',
  'Ewa', 'Krzysztof', 'Danuta', 'Marek', 'Ioana', 'Andrei', 'Olena', 'Vasile', 'Rosa', 'Paulo',
  'Mei', 'Wai', 'Linh', 'Jun', 'Selam', 'Dawit', 'Leyla', 'Mehmet', 'Aster', 'Hodan',
] as const;

// biome-ignore format: a list of names reads better in rows
export const lastNames = [
  'Ashdown', 'Birtwhistle', 'Carver', 'Dunmore', 'Eccles', 'Fairhurst', 'Garside', 'Hebblethwaite', 'Ibbotson', 'Jessop',
  'Kershaw', 'Langthorne', 'Marsden', 'Nettleton', 'Oldroyd', 'Pickersgill', 'Quarmby', 'Rushworth', 'Sowerby', 'Tattersall',
  'Underhill', 'Varley', 'Wainscott', 'Yeadon', 'Pritchard', 'Bowen', 'Cadwallader', 'Maddocks', 'McAllister', 'Drummond',
  'Kinnear', 'Galbraith', 'Gallagher', 'Heffernan', 'Tierney', 'Mulcahy', 'Hussain', 'Mahmood', 'Akhtar', 'Chaudhry',
  'Rahman', 'Begum', 'Siddiqui', 'Patel', 'Chauhan', 'Solanki', 'Sandhu', 'Dhaliwal', 'Grewal', 'Nair',
  'Campbell-Reid', 'Grant', 'Bramwell', 'Desmond', 'Mensah', 'Boateng', 'Okonkwo', 'Adeyemi', 'Balogun', 'Tekle',
  'Warsame', 'Kowalczyk', 'Nowicki', 'Wrona', 'Ionescu', 'Munteanu', 'Kovalenko', 'Ferreira', 'Cardoso', 'Yilmaz',
  'Demir', 'Leung', 'Cheng', 'Tran', 'Pham', 'Goldstein', 'Abrahams', 'Haddad', 'Karimi', 'Petrov',
] as const;

/** What people say when they first get in touch; kept short, and nobody's real words. */
export const firstWords = {
  community: [
    'I can manage, but the stairs are getting the better of me.',
    'Since my wife died I have not really been out.',
    'Mum left the gas on again and I live two hours away.',
    'I would like to get back to the allotment if somebody could help me there.',
    'I am not sleeping because I am listening out for him all night.',
    'I just want somebody to talk to about what there is.',
    'He had a fall in the bathroom and now he is frightened to wash.',
    'My son has looked after me for years and he is worn out.',
    'I have moved here to be near my daughter and I know nobody.',
    'The neighbour who did my shopping has gone and I do not know who to ask.',
    'My sister needs help with her letters and her money.',
    'I want my own front door. I am thirty-one.',
  ],
  hospital: [
    'They say I can go home but I cannot get to the kettle.',
    'Dad is on the ward and wants to be in his own bed.',
    'I was fine before the fall and I mean to be fine again.',
    'She is ready to leave and there is nobody at home.',
  ],
  elsewhere: [
    'The surgery said to ring you about a rail.',
    'The housing officer is worried about the state of the flat.',
    'We have moved from another council and need to carry on as we were.',
  ],
} as const;

export type CameFrom = keyof typeof firstWords;

/** A first and a last name. @example inventedName(luck) // { firstName: 'Delroy', lastName: 'Kershaw' } */
export function inventedName(luck: Chance): { firstName: string; lastName: string } {
  return { firstName: luck.pick(firstNames), lastName: luck.pick(lastNames) };
}
