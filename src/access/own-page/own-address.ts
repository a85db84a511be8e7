/** How a message may reach somebody. */
export type MessageBy = 'text' | 'email';

/**
 * An address as it is kept, however it was typed: an e-mail address in small letters, a telephone number with its
 * country before it. What is neither stays as it is, and nobody has it.
 * @example plainAddress('07700 900 123') // '+447700900123'
 */
export function plainAddress(typed: string): string {
  const plain = typed.trim().toLowerCase().slice(0, 200);
  if (plain.includes('@')) return plain;
  const figures = plain.replace(/[\s().-]/g, '');
  if (/^00\d{8,15}$/.test(figures)) return `+${figures.slice(2)}`;
  if (/^0\d{9,10}$/.test(figures)) return `+44${figures.slice(1)}`;
  return /^\+\d{8,15}$/.test(figures) ? figures : plain;
}

/** An address as people read it. @example addressToRead('+447700900123') // '07700 900123' */
export const addressToRead = (plain: string): string => plain.replace(/^\+44(7\d{3})(\d{6})$/, '0$1 $2');

/** Why messages cannot go there: no e-mail address, no telephone number, or one that takes no texts. */
export type AddressLacks = 'email' | 'mobile' | 'landline';

/** @example addressLacks('text', '01632 960 111') // 'landline' */
export function addressLacks(by: MessageBy, typed: string): AddressLacks | null {
  const plain = plainAddress(typed);
  if (by === 'email') return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(plain) ? null : 'email';
  if (!/^\+\d{8,15}$/.test(plain)) return 'mobile';
  return /^\+44(?!7)/.test(plain) ? 'landline' : null;
}

const lacksInWords: Record<AddressLacks, string> = {
  email: 'Write the e-mail address like name@example.org',
  mobile: 'Write the number of their mobile, like 07700 900 123',
  landline: 'Use a mobile’s number: a house telephone takes no texts',
};

/**
 * What is wrong with where somebody wants messages, as a sentence that says what to do; null when it will do. A text
 * goes to a number that can take one.
 */
export function addressProblem(by: MessageBy, typed: string): string | null {
  const lacks = addressLacks(by, typed);
  return lacks && lacksInWords[lacks];
}
