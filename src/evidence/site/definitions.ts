/** How each figure is counted, in full: what `figure` carries, what the page explains and what was registered (E8, E11). */
export const definitions = {
  contactEpisode:
    'Contacts by or about one person with 4 days or less between the end of one and the start of the next count as one asking. It belongs to the team that answered the first of them.',
  newPerson:
    'Somebody with no ongoing support open here on the day they got in touch. Others are counted beside and left out of the shares.',
  people:
    'Of everybody new who got in touch at least that many days ago, those whose first ongoing support began that many days or less afterwards. Each person counts once. One-off, short-term and slight support do not count, and neither does reaching conversation 3.',
  episodes:
    'The same over contact episodes: somebody who got in touch twice counts twice. Nationally requests are counted and not people, so the two shares differ and neither stands for the other.',
  wait: 'Days from getting in touch to the first real conversation with the person. Weekends count; a voicemail, a first call to ask what it is about, or a talk with somebody else does not stop the clock.',
  cameBack:
    'Of everybody whose conversations have all rested, those who got in touch again within that many days. Coming back is for learning, and never a failure.',
  died: 'People who died or moved away stay in: they are counted in the share as not having begun ongoing support, and said beside it.',
  interval:
    'If nothing but chance were at work, ranges made this way would hold the true share 95 times in 100 (Wilson). For a difference, Newcombe’s method for two separate groups.',
  groups:
    'A person belongs to one group, by where their first asking since the site began was answered, whoever answered them afterwards.',
} as const;
