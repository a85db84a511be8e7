const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const workingDays = (days: number): string =>
  `${numbers[days] ?? days} working ${days === 1 ? 'day' : 'days'}`;

/** Writing to us, and what we write back. */
export const message = {
  heading: 'Write to us',
  who: (team: string) => `The ${team} reads this. Anybody in it may answer.`,
  whoAnybody: 'Your team reads this. Anybody in it may answer.',
  when: (days: number) => `We read messages from Monday to Friday. We try to answer in ${workingDays(days)}.`,
  late: (day: string, days: number) =>
    `We are sorry. You wrote to us on ${day}. We said ${workingDays(days)}, and we are late.`,
  cannotWait: 'If it cannot wait',
  danger: 'If you or somebody else is in danger, ring 999.',
  ringUs: (phone: string) => `Ring us on ${phone}.`,
  ringCouncil: 'Ring the main number of the council.',
  ask: (who: string) => `Ask for ${who}.`,
  askTeam: (team: string) => `Ask for the ${team}.`,
  atNight: (phone: string) => `At night or at the weekend, ring ${phone}.`,
  words: 'Your message',
  send: 'Send this message',
  sent: 'We have your message.',
  lacks: 'Write your message',
  enough:
    'You have told us a lot today, and we have it all. This last piece is not sent yet. It still stands here: send it tomorrow.',
  before: 'What we wrote to each other',
  nothing: 'Nothing yet.',
  you: 'You',
  on: (who: string, day: string) => `${who}, ${day}`,
  read: (who: string, day: string) => `${who} read this, ${day}.`,
  notRead: 'Nobody has read this yet.',
  earlier: 'Earlier messages',
};
