/** Quantities, lists and charts, which are no shares. */
export const otherDefinitions = {
  'contacts-a-week': {
    rule: 'E7',
    words:
      'Contacts with the person themselves for each week that conversation 2 was open, for everybody for whom it was open a week or more in all. A made-up conversation with no contacts written is left out.',
  },
  'longest-gap': {
    rule: 'E7',
    words:
      'The most days in a row without contact with the person in any conversation 2 of theirs; the opening counts as being in touch.',
  },
  'how-long': {
    rule: 'E7',
    words:
      'Days until half had come to rest (Kaplan-Meier), those still open counted as still open, and those who died or moved away as looked at no further.',
  },
  'promises-with-no-day': {
    rule: 'E7',
    words: 'Promises nobody set a day for: they can never be late, so they are left out of the shares.',
  },
  unmet: {
    rule: '4.1',
    words:
      'What people asked for, or needed, and did not get, by kind; somebody may be in several. Counted whenever it was said since they got in touch, so it may be more than the share within 90 days, which looks only at the first 90 days of those followed so long.',
  },
  'own-answer': {
    rule: 'C1-2',
    words:
      'What people said no to, or asked for again: a no to a needs assessment always names what brings the offer back.',
  },
  'catch-ups': {
    rule: 'P2',
    words: 'What came of each catch-up on how a plan is going. Better, the same or worse is not recorded.',
  },
  'ten-outcomes': {
    rule: 'C3-4',
    words:
      'What decisions said of each outcome the law names, as often as it was said. It adds up to no score.',
  },
  'days-1-to-2': {
    rule: '4.17',
    words:
      'Days from the first conversation 1 to the first conversation 2 after it, where that began within 90 days, for those whose conversation 1 began at least 90 days ago; by the month conversation 1 began. Everybody is followed as long, so that nobody’s wait looks short because they came lately.',
  },
  'words-an-entry': {
    rule: '4.17',
    words: 'Words in each entry, whoever’s they are, on average over the month.',
  },
  'own-fields': {
    rule: '4.17',
    words: 'Of the fields filled in entries of the month, those in the person’s own words, in a hundred.',
  },
  group: {
    rule: 'E9',
    words:
      'Everybody who got in touch, each in the group of the site’s other figures; here those with ongoing support already count too. What happened counts from the day they first got in touch.',
  },
} as const;
