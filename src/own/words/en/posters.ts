/** A poster of a story: whether its teller wants one, and which of their words stand on it. */
export const posters = {
  heading: 'A poster of your story',
  whatFor: [
    'A poster can hang in a library or a cafe. Anybody can read it there.',
    'It has your words, and the way to read more. It never opens your own page.',
    'What is printed cannot be called back. You can stop more being printed.',
  ],
  notYet:
    'First let everybody see your story. Then you can have a poster of it. It waits while the story is down. You can always ask us.',
  which: 'Which words should be on it?',
  whole: 'All of it',
  part: 'A part of it',
  partWords: 'The part you want',
  partHint: 'Copy it from your story, just as it is there. A few sentences are best.',
  sameWords: 'Copy words from your story just as they are, and not too many.',
  choose: 'Yes, I want this poster',
  chosen: 'Here is your poster. You can print it from this page.',
  now: 'This is your poster',
  stop: 'Print no more of it',
  stopped: 'No more posters of it are printed.',
  back: 'Back to the story',
};
