import type { FieldWords } from '../../platform/http/reading.ts';
import type { Said } from '../../platform/ui/said.ts';

/** What the door to one's own page says, before anybody knows who comes. Another language has the same shape. */
export const door = {
  heading: 'Open my page',
  intro: (council: string) => `Your page with ${council}. Have your letter or message, and your number.`,
  out: 'You are signed out. Your page is shut in this browser.',
  sent: [
    'If you gave us that number or address, a message is on its way.',
    'It can take a minute.',
    'Type the code from it below, here in this browser, within ten minutes.',
  ],
  linkHere: 'Your link or square is here.',
  typeInstead: 'Type a code instead',
  code: 'The code from your letter or message',
  number: 'Your number',
  numberHint: 'The six figures you chose with us.',
  open: 'Open my page',
  keyFailed: 'That did not work. Try again, or use your code and your number.',
  openWithKey: 'Open with the key in my telephone',
  signIn: (council: string) => `Sign in with your ${council} account`,
  noLetter: 'I have no letter with me: send me a message',
  to: 'Your mobile number or e-mail address',
  toHint: 'The one you gave us for messages.',
  send: 'Send me a code',
  ifNot: 'If it does not open',
  ifNotMeans: [
    'A letter works once, for four weeks. A message works once, for ten minutes.',
    'After five wrong tries a code works no more. Wait a quarter of an hour and use another.',
  ],
  ring: 'Ring us',
  ringOn: (phone: string) => `Ring us on ${phone}`,
  lost: 'Lost your letter, or forgotten your number?',
  newOne: 'We help you to a new one.',
  noneNeeded: 'You need none of this to be helped.',
  orCome: 'write to us or come in, and we will read your page with you.',
  lacks: {
    typed: 'Type the code from your letter or message',
    number: 'Type your number',
    numberLong: 'Your number has six figures',
    to: 'Type your mobile number or e-mail address',
    neither:
      'That code and that number do not open a page together. Check both and try again. A code works once, and no more after five wrong tries: then ask for another, or ring us',
    keepsNothing:
      'Your page cannot stay open in this browser, because it keeps no cookies. Your code still works: let the browser keep cookies and try again, or ring us',
    notThisKey: 'That key does not open a page here. Use the code from a letter or message and your number',
    stopped: 'That sign-in stopped before it was finished. Start again, or use a code and your number',
    notJoined:
      'That sign-in does not open a page here yet. Come in once with a code and your number, and join it under “Ways in”',
    away: 'The council’s sign-in does not answer just now. Use a code and your number',
  },
};

export type DoorWords = typeof door;

/** One language of the door. */
export interface DoorLanguage {
  /** By the name people give it. */
  name: string;
  said: Said;
  door: DoorWords;
  fields: FieldWords;
}

/** Every language there is, the council's own first. */
export type DoorLanguages = () => [DoorLanguage, ...DoorLanguage[]];

/**
 * The first of these that was asked for, as a browser asks (RFC 9110, section 12.5.4); else the first there is.
 * @example languageFor('cy-GB,en;q=0.5', languages) // the one whose sign is cy
 */
export function languageFor(asked: string, languages: ReturnType<DoorLanguages>): DoorLanguage {
  const wanted = asked
    .split(',')
    .map((part) => {
      const [sign = '', weight = ''] = part.trim().split(/\s*;\s*q=/);
      return { sign: sign.toLowerCase(), weight: weight === '' ? 1 : Number(weight) || 0 };
    })
    .filter(({ sign, weight }) => sign && weight > 0)
    .toSorted((one, other) => other.weight - one.weight);
  const spoken = (sign: string) =>
    languages.find(({ said: { lang } }) => lang.toLowerCase() === sign) ??
    languages.find(({ said: { lang } }) => lang.toLowerCase().split('-')[0] === sign.split('-')[0]);
  return wanted.map(({ sign }) => spoken(sign)).find((one) => one !== undefined) ?? languages[0];
}
