import { aboutLines } from '../../people/about-me/about-me.store.ts';
import { type Section, sectionsOf } from '../../people/about-me/about-me.ts';
import { caringKeys } from '../../people/about-me/headings.ts';
import { type CaresFor, caresForHere } from '../../people/carers/own-ground.store.ts';
import { saidBy } from '../../people/carers/statements.store.ts';
import type { CouncilReader } from '../../platform/db/council.ts';
import type { Words } from '../words/english.ts';
import { type OneThing, thingsOf } from './caring.ts';

/** A carer's own page: whom they look after (a first name), what they said, and nothing of the other's record. */
export interface CaringValue {
  caresFor: (CaresFor & { things: OneThing[] })[];
  sections: Section[];
}

export async function readCaring(
  db: CouncilReader,
  personId: string,
  { caring }: Words,
): Promise<CaringValue> {
  const said = await saidBy(db, personId);
  const headings = caringKeys.map((key) => ({ key, heading: caring.headings[key], asks: caring.asks[key] }));
  return {
    caresFor: (await caresForHere(db)).map((one) => ({
      ...one,
      things: thingsOf(said.filter(({ forPersonId }) => forPersonId === one.personId)),
    })),
    sections: sectionsOf(headings, await aboutLines(db, personId)),
  };
}
