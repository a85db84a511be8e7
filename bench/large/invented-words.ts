/** What people say, notice, think and agree; nobody's real words. Their first clause is what a fact points at. */
export const sentences = [
  'I want to walk to the allotment again, even if it takes me all morning to get there and back.',
  'He does the shopping, the tablets and the bins, and he never says that he is tired until he is.',
  'There is a choir on Thursdays in the hall by the harbour and she used to sing in one for thirty years.',
  'The stairs are getting the better of me, but I am not leaving this house and my roses.',
  'We talked in the kitchen over a pot of tea; the photographs on the dresser were all of the boat.',
  'She will ring the surgery on Monday about the dizziness and tell us on Tuesday how it went.',
  'I think what keeps him indoors is not the knee but that nobody calls for him any more.',
  'Mum knows me every time, though she loses the day and the dog has been dead for years.',
  'The neighbour has a key and looks in at ten; if that stopped, nobody would know until the evening.',
  'What matters is that I choose who comes into my home, and that they knock and wait.',
  'They agreed that the grandson takes the bins out and that we ask the repair café about the kettle.',
  'I noticed the letters behind the door, unopened since the summer, most of them from the bank.',
] as const;

/** A list as SQL reads it. */
export const textArray = (texts: readonly string[]): string =>
  `array[${texts.map((text) => `'${text.replaceAll("'", "''")}'`).join(', ')}]::text[]`;
