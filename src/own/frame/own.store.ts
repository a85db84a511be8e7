import { sql } from 'kysely';
import { keepToNobody, keepToOwn } from '../../access/own-page/own-visit.store.ts';
import { diedOn } from '../../people/death/death.store.ts';
import { openOwn, openPerson } from '../../people/opening.store.ts';
import {
  actorOf,
  type CouncilDb,
  type CouncilReader,
  councilOf,
  readRows,
} from '../../platform/db/council.ts';
import { Forbidden, Unknown } from '../../platform/http/problems.ts';
import { wordsIn } from '../words/languages.ts';
import type { Own, ReadingWishes } from './own.ts';

/** Opens the page of whoever is signed in to their own. */
export async function openMine(db: CouncilReader): Promise<Own> {
  return ownAt(db, await openOwn(db), '/my', null);
}

/** Why a worker has somebody's page open, for who looked. */
export interface Together {
  own: Own;
  /** That it is read together; where the glass was broken, the reason given for that (W5): the address says the rest. */
  reason: string;
}

/**
 * Opens somebody's own page to a worker reading it with them. From here on the database shows this visit what
 * the person would see and nothing else (W1), and who looked says that it was read together (W3).
 */
export async function openTogether(db: CouncilDb, personId: string): Promise<Together> {
  // A form that comes back opens it a second time, and a record that another took in is found only by staff.
  await keepToNobody(db);
  const opened = await openPerson(db, personId);
  if (await diedOn(db, opened.personId))
    throw new Forbidden(
      'They have died, and their own page is shut. Nothing more is written in their words.',
      {
        href: `/people/${opened.personId}`,
        text: 'Go to their record',
      },
    );
  await keepToOwn(db, opened.personId);
  const base = `/people/${opened.personId}/together`;
  const own = await ownAt(db, opened.personId, base, actorOf(db).name);
  return { own, reason: opened.reason ?? 'Read together' };
}

interface OwnRow {
  name: string;
  languages: string[];
  isCarer: boolean;
  reading: ReadingWishes;
}

async function ownAt(
  db: CouncilReader,
  personId: string,
  base: string,
  togetherWith: string | null,
): Promise<Own> {
  const [row] = await readRows<OwnRow>(
    db,
    sql`select coalesce(p.known_as, p.full_name) as name, p.languages,
      (exists (select from cares_for())
        or exists (select from carer_statement c where c.council_id = p.council_id and c.carer_id = p.id)
        or exists (select from plan where plan.council_id = p.council_id and plan.person_id = p.id and plan.kind = 'carer')
        or exists (select from about_me l where l.council_id = p.council_id and l.person_id = p.id
          and l.is_current and l.heading like 'caring-%')) as "isCarer",
      json_build_object('size', coalesce(r.text_size, 'normal'), 'isEasyRead', coalesce(r.is_easy_read, false),
        'pictures', case when r.is_easy_read then (select coalesce(json_object_agg(o.name,
          json_build_object('fingerprint', o.fingerprint, 'alt', o.alt)), '{}') from own_picture o where o.council_id = p.council_id) else '{}' end) as reading
    from person p left join own_reading r on r.council_id = p.council_id and r.person_id = p.id
    where p.council_id = ${councilOf(db)} and p.id = ${personId}`,
  );
  if (!row) throw new Unknown();
  const { name, isCarer, languages, reading } = row;
  return { personId, name, base, togetherWith, isCarer, reading, words: wordsIn(languages) };
}
