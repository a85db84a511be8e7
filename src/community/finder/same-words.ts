/**
 * Words people use for the same thing when they look for company, in no order. Data, easily added to; a judgement
 * from what directories call things and what people say. A phrase is looked for as a phrase.
 */
const families: readonly (readonly string[])[] = [
  ['sing', 'singing', 'choir', 'chorus', 'sea shanty'],
  ['music', 'band', 'ukulele', 'guitar', 'orchestra'],
  ['mend', 'fix', 'repair', 'menders', 'shed'],
  ['woodwork', 'carpentry', 'joinery', 'shed', 'boatbuilding', 'carving'],
  ['lonely', 'alone', 'company', 'companionship', 'befriending', 'friendship', 'isolated'],
  ['talk', 'chat', 'natter', 'conversation', 'coffee morning', 'drop in'],
  ['listen', 'helpline', 'listening', 'talking'],
  ['eat', 'lunch', 'dinner', 'meal', 'supper', 'cafe', 'food'],
  ['hungry', 'food bank', 'pantry', 'fridge', 'meal'],
  ['cook', 'cooking', 'kitchen', 'baking', 'recipes'],
  ['garden', 'gardening', 'allotment', 'growing', 'plants', 'horticulture'],
  ['walk', 'walking', 'ramble', 'rambling', 'stroll', 'hike'],
  ['exercise', 'fitness', 'keep fit', 'gym', 'strength', 'balance', 'tai chi', 'yoga', 'pilates'],
  ['falls', 'balance', 'steady', 'strength'],
  ['swim', 'swimming', 'pool', 'aqua'],
  ['dance', 'dancing', 'ballroom', 'tea dance', 'salsa'],
  ['paint', 'painting', 'art', 'draw', 'drawing', 'craft', 'pottery'],
  ['knit', 'knitting', 'crochet', 'sew', 'sewing', 'stitch', 'needlework', 'wool'],
  ['read', 'reading', 'book', 'library', 'stories', 'poetry'],
  ['write', 'writing', 'poetry', 'memoir'],
  ['history', 'heritage', 'museum', 'archive', 'reminiscence'],
  ['sea', 'boat', 'sailing', 'harbour', 'fishing', 'lifeboat', 'maritime'],
  ['fish', 'fishing', 'angling'],
  ['dog', 'dogs', 'pet', 'pets', 'animals'],
  ['games', 'cards', 'chess', 'dominoes', 'bingo', 'board games', 'bridge'],
  ['computer', 'internet', 'online', 'digital', 'tablet', 'phone', 'technology'],
  ['learn', 'course', 'class', 'lessons', 'education', 'training'],
  ['language', 'english', 'esol', 'conversation'],
  ['job', 'work', 'employment', 'volunteering'],
  ['help others', 'volunteer', 'volunteering', 'give back'],
  ['carer', 'carers', 'caring', 'looking after'],
  ['break', 'short break', 'sitting service', 'day out'],
  ['grief', 'bereaved', 'bereavement', 'widowed', 'cruse'],
  ['memory', 'dementia', 'alzheimers', 'forgetful', 'singing for the brain'],
  ['sad', 'depressed', 'depression', 'mood', 'mental health', 'wellbeing'],
  ['worried', 'anxious', 'anxiety', 'stress', 'panic'],
  ['drink', 'drinking', 'alcohol', 'sober', 'recovery'],
  ['drugs', 'addiction', 'recovery', 'substance'],
  ['money', 'debt', 'benefits', 'bills', 'advice', 'budgeting'],
  ['housing', 'homeless', 'rent', 'tenancy', 'landlord'],
  ['warm', 'warm space', 'heating', 'fuel', 'energy'],
  ['lift', 'transport', 'minibus', 'community transport', 'dial a ride', 'car'],
  ['shopping', 'errands', 'prescriptions'],
  ['deaf', 'hearing', 'hearing loss', 'lip reading', 'british sign language'],
  ['blind', 'sight', 'sight loss', 'visually impaired', 'braille'],
  ['wheelchair', 'disabled', 'disability', 'accessible', 'mobility'],
  ['learning disability', 'learning difficulties', 'people first', 'self advocacy'],
  ['autism', 'autistic', 'neurodivergent', 'asperger'],
  ['stroke', 'aphasia'],
  ['men', 'mens', 'shed', 'lads', 'dads'],
  ['women', 'womens', 'ladies', 'mums'],
  ['older', 'elderly', 'retired', 'pensioner', 'over 50s', 'over 60s', 'age uk', 'senior'],
  ['young', 'youth', 'teenager', 'students'],
  ['gay', 'lesbian', 'lgbt', 'trans', 'queer', 'pride'],
  ['faith', 'church', 'mosque', 'temple', 'gurdwara', 'synagogue', 'chapel', 'prayer'],
  ['refugee', 'asylum', 'migrant', 'sanctuary'],
  ['veteran', 'army', 'navy', 'forces', 'legion'],
  ['neighbour', 'neighbours', 'neighbourhood', 'street', 'community'],
  ['clothes', 'furniture', 'reuse', 'swap', 'charity shop'],
  ['nature', 'birds', 'wildlife', 'conservation', 'wood', 'park', 'outdoors', 'outside'],
  ['bike', 'cycle', 'cycling', 'bicycle'],
  ['football', 'sport', 'sports', 'bowls', 'cricket'],
];

const kin = new Map<string, Set<string>>();
for (const family of families)
  for (const word of family) kin.set(word, new Set([...(kin.get(word) ?? []), ...family]));

/** Every word that has others for the same thing. */
export const wordsWithKin: readonly string[] = [...kin.keys()];

/**
 * A word or phrase with the others people use for the same thing, itself first.
 * @example sameWords('sing') // ['sing', 'singing', 'choir', 'chorus', 'sea shanty']
 */
export function sameWords(word: string): string[] {
  return [...new Set([word, ...(kin.get(word) ?? kin.get(plainForm(word)) ?? [])])];
}

/** 'walks' and 'choirs' as the list has them. */
const plainForm = (word: string): string => word.replace(/(?:es|s)$/, '');
