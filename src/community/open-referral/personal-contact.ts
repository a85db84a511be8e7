/** Post boxes anybody may have for nothing, or with their broadband: an address there is as likely a person as a group. */
const FREE_MAIL =
  /@(?:[a-z0-9-]+\.)*(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|rocketmail|icloud|me|mac|aol|btinternet|btopenworld|sky|talktalk|virginmedia|virgin|ntlworld|blueyonder|tiscali|proton|protonmail|pm|gmx|mail|zoho|fastmail|plus|tutanota|hey)\.(?:com?|co\.uk|uk|net|org|me|de)$/i;
/** Words that say a post box belongs to a part of an organisation and not to whoever reads it this year. */
const ROLE =
  /^(?:info|information|enquir(?:y|ies)|inquiries|contact(?:us)?|admin(?:istration|istrator)?|office|reception|hello|hi|help(?:desk|line)?|support|team|mail|email|post|bookings?|book|tickets?|membership|members|join|volunteer(?:s|ing)?|services?|care|carers?|advice|access|activities|events?|learning|courses?|training|community|social|groups?|clubs?|club|centre|center|hub|library|libraries|museum|theatre|church|parish|school|clerk|secretary|treasurer|chair|chairperson|president|manager|coordinator|co|ordinator|general|main|customer(?:s|services?)?|feedback|media|press|web(?:site|master)?|noreply|uk|sales|shop|cafe|referrals?|wellbeing|health|housing|outreach|families|family|youth|council|local|north|south|east|west|the|and|of|for|us|we|visit|ask|talk|call|duty|intake|firstcontact|sport|sports|leisure|fitness|swim|arts|music|dance|choir)$/i;
/** Said of a number itself, and nobody's name. */
const ROLE_OF_NUMBER =
  /\b(?:office|helpline|line|enquir|book|main|reception|text|minicom|fax|free ?phone|switchboard|general|venue|centre|day|evening|out of hours|voicemail|answer ?phone|telephone|phone|landline|admin|head office)\b/i;

const MOBILE = /(?:\+\s?44\s?(?:\(0\)\s?)?|\b0{2}44\s?|\(?\b0)7(?:[\s()-]*\d){9}(?!\d)/g;
const EMAIL = /[^\s@<>()[\],;:"\\]+@(?:[a-z0-9-]+\.)+[a-z]{2,24}/gi;

/**
 * True for an address that may be somebody's own: at a free post box, or before the @ neither a role nor a word of the
 * group's, its organisation's or its domain's name. It leans to silence: a group can say otherwise.
 * @example mayBeOwnEmail('jo.marsh@saltbeck.example', ['Saltbeck Singers']) // true
 */
export function mayBeOwnEmail(email: string, names: readonly (string | null)[]): boolean {
  const [local = '', domain = ''] = email.toLowerCase().split('@');
  if (FREE_MAIL.test(email)) return true;
  const tokens = local.split(/[^a-z]+/).filter((token) => token !== '');
  if (tokens.some((token) => ROLE.test(token))) return false;
  const whole = tokens.join('');
  const label = domain.split('.').find((part) => part !== 'www') ?? '';
  const known = names.filter((name) => name !== null).flatMap(wordsOf);
  return tokens.length !== 1 || !(whole === label.replace(/[^a-z]/g, '') || known.includes(whole));
}

/** The words of a name, the name run together, and its initials. */
function wordsOf(name: string): string[] {
  const words = name
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^a-z]+/)
    .filter(Boolean);
  return [
    ...words.filter((word) => word.length > 3),
    words.join(''),
    words.map((word) => word[0]).join(''),
  ].filter((word) => word.length > 2);
}

/** True for a British mobile number, however it is written. */
export const mayBeOwnNumber = (number: string): boolean =>
  /^(?:0044|44|0)?0?7\d{9}$/.test(number.replace(/\D/g, ''));

/** What is said of a number, unless it may name somebody. */
export const labelWithoutName = (label: string | null): string | null =>
  label !== null && ROLE_OF_NUMBER.test(label) && !/\b(?:mrs?|ms|miss|dr|rev)\b/i.test(label) ? label : null;

/** The words with mobile numbers and addresses that may be somebody's own taken out of them, and it said so. */
export function withoutOwnContacts(text: string, names: readonly (string | null)[]): string {
  return text
    .replaceAll(MOBILE, '(number not published)')
    .replaceAll(EMAIL, (email) => (mayBeOwnEmail(email, names) ? '(address not published)' : email));
}
