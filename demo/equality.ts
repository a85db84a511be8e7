import { sql } from 'kysely';
import type { Day } from '../src/platform/clock.ts';
import { type CouncilDb, councilOf, nowOf } from '../src/platform/db/council.ts';
import { newId } from '../src/platform/ids.ts';
import { type Chance, chance } from './random.ts';

/** An invented person as far as what they say of themselves goes. */
interface Invented {
  id: string;
  district: string;
  /** When they first got in touch. */
  first: Day | undefined;
}

const SEED = 20261122;

/** Each answer and how often it is given, out of all who answer. A port, a market town and marsh villages. */
type Odds = readonly (readonly [string, number])[];
const ethnicities: Odds = [
  ...([
    ['white-british', 0.78],
    ['white-other', 0.06],
    ['white-irish', 0.02],
    ['white-roma', 0.003],
  ] as const),
  ...([
    ['asian-pakistani', 0.03],
    ['asian-bangladeshi', 0.015],
    ['asian-chinese', 0.01],
    ['asian-indian', 0.02],
  ] as const),
  ...([
    ['black-african', 0.025],
    ['black-caribbean', 0.012],
    ['mixed-white-and-black-caribbean', 0.01],
  ] as const),
  ...([
    ['other-any', 0.01],
    ['other-arab', 0.005],
  ] as const),
];
const conditions: Odds = [
  ...([
    ['mobility', 0.3],
    ['memory', 0.14],
    ['stamina', 0.12],
    ['mental-health', 0.12],
    ['hearing', 0.1],
  ] as const),
  ...([
    ['vision', 0.07],
    ['learning', 0.06],
    ['dexterity', 0.05],
    ['none', 0.04],
  ] as const),
];
const otherLanguages: Record<string, readonly [string, ...string[]]> = {
  'white-other': ['Polish', 'Romanian', 'Portuguese'],
  'white-roma': ['Romanian'],
  'asian-pakistani': ['Urdu', 'Punjabi'],
  'asian-bangladeshi': ['Bengali'],
  'asian-chinese': ['Cantonese', 'Mandarin'],
  'asian-indian': ['Punjabi', 'Gujarati'],
  'black-african': ['Somali', 'Amharic'],
  'other-arab': ['Arabic'],
};

interface SaysOfThemselves {
  languages: string[];
  ethnicity: string | null;
  disability: string[];
}

/**
 * What an invented person says of themselves, by a run of chance of their own that touches nothing else: about a third do not
 * say their ethnic group, half say nothing of impairment, and some would rather not.
 * @example saysOfThemselves(1).ethnicity // 'white-british'
 */
export function saysOfThemselves(person: number): SaysOfThemselves {
  const luck = chance(SEED, person);
  const isWhom = drawn(luck, ethnicities);
  const said = luck.next();
  const ethnicity = said < 0.66 ? isWhom : said < 0.7 ? 'rather-not-say' : null;
  const tongues = otherLanguages[isWhom];
  const own = tongues && luck.happens(0.7) ? luck.pick(tongues) : 'English';
  const language = luck.happens(0.01) ? 'British Sign Language' : own;
  const languages = luck.happens(0.8) ? [language] : [];
  return { languages, ethnicity, disability: disabilityOf(luck) };
}

function disabilityOf(luck: Chance): string[] {
  const said = luck.next();
  if (said < 0.45) return [];
  if (said < 0.49) return ['rather-not-say'];
  const first = drawn(luck, conditions);
  if (first === 'none' || luck.happens(0.55)) return [first];
  return [...new Set([first, drawn(luck, conditions)])].filter((one) => one !== 'none');
}

/** Writes down what everybody said of themselves, and where they live: a district and a town that do not exist. */
export async function sayWhoTheyAre(db: CouncilDb, people: readonly Invented[]): Promise<void> {
  const facts = people.flatMap(({ id, first }, at) => {
    const { ethnicity, disability } = saysOfThemselves(at);
    const on = { person: id, on: first };
    return [
      ...(ethnicity ? [{ ...on, id: newId(), kind: 'ethnicity', answers: [ethnicity] }] : []),
      ...(disability.length > 0 ? [{ ...on, id: newId(), kind: 'disability', answers: disability }] : []),
    ];
  });
  await sql`insert into equality_fact (council_id, id, person_id, kind, answers, said_by, said_on, written_at)
    select ${councilOf(db)}, id, person, kind, answers, 'themselves', coalesce("on", ${nowOf(db)}::date), ${nowOf(db)}
    from json_to_recordset(${JSON.stringify(facts)}::json) r(id uuid, person uuid, kind text, answers text[], "on" date)`.execute(
    db,
  );
  const homes = people.map(({ id, district }) => ({ id: newId(), person: id, postcode: `${district} 9ZZ` }));
  await sql`insert into address (council_id, id, person_id, lines, postcode)
    select ${councilOf(db)}, id, person, 'Made up', postcode
    from json_to_recordset(${JSON.stringify(homes)}::json) r(id uuid, person uuid, postcode text)`.execute(
    db,
  );
}

function drawn(luck: Chance, odds: Odds): string {
  let left = luck.next() * odds.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [answer, weight] of odds) {
    left -= weight;
    if (left < 0) return answer;
  }
  return odds[0]?.[0] ?? '';
}
