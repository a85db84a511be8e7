import { door as atTheDoor } from '../../../access/own-page/door-words.ts';

/** What the door says before anybody knows who comes. */
export const door = atTheDoor;
