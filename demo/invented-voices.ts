import { type How, howInWords, type Permission } from '../src/people/contacts/contact.ts';
import type { InventedContact } from './history.ts';

/** Who got in touch in a made-up contact, and how, in keeping with the words they said (F3). */
export interface Maker {
  how: How;
  maker: string;
  relation: string;
  permission: Permission;
  howInWords: string;
}

/** Words somebody says about the person, not as the person. */
const ABOUT_SOMEBODY = /^(Mum|Dad|He |She |My sister)|listening out for him/;

/** @example whoMade({ cameFrom: 'community', words: 'I want my own front door.' }, 'Rosa') // Rosa herself, by phone */
export function whoMade(
  { cameFrom, words }: Pick<InventedContact, 'cameFrom' | 'words'>,
  firstName: string,
): Maker {
  if (cameFrom === 'hospital') return made('through-someone', 'The ward', 'hospital ward', 'agreed');
  if (cameFrom === 'elsewhere')
    return made('through-someone', 'Somebody who knows them', 'another organisation', 'agreed');
  if (ABOUT_SOMEBODY.test(words)) return made('phone', `${firstName}’s family`, 'family', 'agreed');
  return made('phone', firstName, 'themselves', 'own-words');
}

const made = (how: How, maker: string, relation: string, permission: Permission): Maker => ({
  how,
  maker,
  relation,
  permission,
  howInWords: howInWords[how],
});
