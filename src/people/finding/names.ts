/** Short and pet names of names common in England, so that "Bill" finds William. A judgement, easily added to. */
const families: readonly (readonly string[])[] = [
  ['william', 'bill', 'billy', 'will', 'liam', 'wilf'],
  ['wilfred', 'wilf', 'wilfrid'],
  ['robert', 'bob', 'bobby', 'rob', 'robbie', 'bert'],
  ['margaret', 'peggy', 'maggie', 'meg', 'rita', 'madge', 'marge'],
  ['elizabeth', 'liz', 'lizzie', 'betty', 'beth', 'betsy', 'libby', 'elsie', 'bessie'],
  ['richard', 'dick', 'rick', 'ricky', 'rich'],
  ['james', 'jim', 'jimmy', 'jamie'],
  ['john', 'jack', 'johnny', 'jon'],
  ['edward', 'ted', 'teddy', 'ed', 'eddie', 'ned'],
  ['mary', 'molly', 'polly', 'may', 'mamie'],
  ['catherine', 'katherine', 'kathleen', 'kate', 'kathy', 'cathy', 'katie', 'kitty'],
  ['dorothy', 'dot', 'dolly', 'dottie'],
  ['florence', 'flo', 'florrie', 'flossie'],
  ['albert', 'bert', 'bertie', 'al'],
  ['frederick', 'fred', 'freddie'],
  ['charles', 'charlie', 'chas', 'chuck'],
  ['harold', 'harry', 'hal'],
  ['henry', 'harry', 'hank'],
  ['thomas', 'tom', 'tommy'],
  ['michael', 'mick', 'mike', 'micky'],
  ['patricia', 'pat', 'patsy', 'trish', 'tricia'],
  ['patrick', 'pat', 'paddy'],
  ['susan', 'sue', 'susie'],
  ['christine', 'chris', 'tina', 'chrissie'],
  ['christopher', 'chris', 'kit'],
  ['anthony', 'tony'],
  ['alexander', 'alex', 'sandy', 'alec'],
  ['alexandra', 'alex', 'sandra', 'sandy'],
  ['samuel', 'sam', 'sammy'],
  ['samantha', 'sam'],
  ['mohammed', 'muhammad', 'mohammad', 'mohamed', 'mo'],
  ['stephen', 'steven', 'steve'],
  ['joseph', 'joe', 'joey'],
  ['josephine', 'jo', 'josie'],
  ['deborah', 'debbie', 'deb'],
  ['jacqueline', 'jackie'],
  ['pamela', 'pam'],
  ['leonard', 'len', 'lenny'],
  ['ronald', 'ron', 'ronnie'],
  ['stanley', 'stan'],
  ['ernest', 'ernie'],
  ['winifred', 'winnie', 'freda'],
  ['eleanor', 'ellen', 'nell', 'nellie', 'ellie'],
  ['helen', 'nell', 'nellie', 'ellen'],
  ['agnes', 'aggie', 'nessie'],
  ['daniel', 'dan', 'danny'],
  ['david', 'dave', 'davey'],
  ['peter', 'pete'],
  ['kenneth', 'ken', 'kenny'],
  ['gerald', 'gerry', 'jerry'],
  ['geoffrey', 'jeffrey', 'geoff', 'jeff'],
  ['rebecca', 'becky', 'becca'],
  ['victoria', 'vicky', 'vic'],
  ['jennifer', 'jenny', 'jen'],
  ['barbara', 'babs', 'barb'],
  ['sheila', 'shelagh'],
  ['andrew', 'andy', 'drew'],
  ['nicholas', 'nick', 'nicky'],
  ['matthew', 'matt'],
  ['timothy', 'tim'],
  ['benjamin', 'ben', 'benny'],
  ['lawrence', 'laurence', 'larry', 'laurie'],
];

const kin = new Map<string, Set<string>>();
for (const family of families)
  for (const name of family) kin.set(name, new Set([...(kin.get(name) ?? []), ...family]));

/** A name as it is searched: lower case, no accents, apostrophes closed up. @example searchable('Siân O’Hara') // 'sian ohara' */
export function searchable(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’'`]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A word and the names it may stand for. @example namesFor('bill') // ['bill', 'william', …] */
export function namesFor(word: string): string[] {
  return [...new Set([word, ...(kin.get(word) ?? [])])];
}
