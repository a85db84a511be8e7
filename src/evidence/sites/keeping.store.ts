import { sql } from 'kysely';
import { dayOf } from '../../platform/clock.ts';
import { actorOf, type CouncilDb, councilOf, nobody, nowOf } from '../../platform/db/council.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { newId } from '../../platform/ids.ts';
import type { KeptSite, Step, Voice } from './kept-site.ts';
import type {
  AimSaid,
  BaselineSaid,
  ComparisonSaid,
  LogSaid,
  PersonSaid,
  RuleSaid,
  ScopeSaid,
} from './said.ts';
import { readSite } from './sites.store.ts';

/**
 * The site, held until the transaction ends: two who change it at once wait for each other, so a rule is judged by
 * what stands. @throws Unknown when there is none here
 */
export async function holdSite(db: CouncilDb, id: string): Promise<KeptSite> {
  await sql`select 1 from site where council_id = ${councilOf(db)} and id = ${id} for update`.execute(db);
  const site = await readSite(db, id);
  if (!site) throw new Unknown();
  return site;
}

/** Whose words, of which site, and when: what every row kept of a site begins with. */
export function rowOf(db: CouncilDb, siteId: string) {
  return {
    council_id: councilOf(db),
    id: newId(),
    site_id: siteId,
    written_at: nowOf(db),
    written_by: writerOf(db),
  };
}

/** The account that writes; null for a script, which has none. */
export function writerOf(db: CouncilDb): string | null {
  const { accountId } = actorOf(db);
  return accountId === nobody.accountId ? null : accountId;
}

export async function sayScope(db: CouncilDb, siteId: string, said: ScopeSaid): Promise<void> {
  const { kind, postcodes, words, fromOn, why } = said;
  const row = { kind, postcodes, words, from_on: fromOn, why };
  await db
    .insertInto('site_scope')
    .values({ ...rowOf(db, siteId), ...row })
    .execute();
}

export async function sayAim(db: CouncilDb, siteId: string, said: AimSaid): Promise<void> {
  const { owner, whatStops, whatMoneyMoves, why } = said;
  const row = { owner, what_stops: whatStops, what_money_moves: whatMoneyMoves, why };
  await db
    .insertInto('site_aim')
    .values({ ...rowOf(db, siteId), ...row })
    .execute();
}

/** E11: dated today, whatever anybody says. */
export async function nameComparison(db: CouncilDb, siteId: string, said: ComparisonSaid): Promise<void> {
  const { kind, teamId, words, howItDiffers, why } = said;
  const row = { kind, team_id: teamId, words, how_it_differs: howItDiffers, why, named_on: dayOf(nowOf(db)) };
  await db
    .insertInto('site_comparison')
    .values({ ...rowOf(db, siteId), ...row })
    .execute();
}

export async function lookAtBaseline(db: CouncilDb, siteId: string, said: BaselineSaid): Promise<void> {
  const { fromOn, toOn, words } = said;
  const row = { from_on: fromOn, to_on: toOn, words, looked_on: dayOf(nowOf(db)) };
  await db
    .insertInto('site_baseline')
    .values({ ...rowOf(db, siteId), ...row })
    .execute();
}

export async function joinSite(db: CouncilDb, siteId: string, said: PersonSaid): Promise<void> {
  const { name, part, comesAs, thankedHow, sinceOn } = said;
  const row = { name, part, comes_as: comesAs, thanked_how: thankedHow, since_on: sinceOn };
  await db
    .insertInto('site_person')
    .values({ ...rowOf(db, siteId), ...row })
    .execute();
}

export async function leaveSite(
  db: CouncilDb,
  siteId: string,
  memberId: string,
  untilOn: string,
): Promise<void> {
  await db
    .updateTable('site_person')
    .set({ until_on: untilOn })
    .where('council_id', '=', councilOf(db))
    .where('site_id', '=', siteId)
    .where('id', '=', memberId)
    .execute();
}

export async function agreeRule(db: CouncilDb, siteId: string, said: RuleSaid): Promise<void> {
  const { rule, agreedOn, agreedBy, withPeople, replacesId, isSetAside, why } = said;
  const row = { rule, agreed_on: agreedOn, agreed_by: agreedBy, with_people: withPeople, why };
  const earlier = { replaces_id: replacesId, is_set_aside: isSetAside };
  await db
    .insertInto('site_rule')
    .values({ ...rowOf(db, siteId), ...row, ...earlier })
    .execute();
}

/** E11: registered today, in these words; a later change is another registration, and nothing is edited. */
export async function registerMeasure(
  db: CouncilDb,
  siteId: string,
  said: {
    about: string | null;
    measure: string;
    definition: string;
    replacesId: string | null;
    why: string | null;
  },
): Promise<void> {
  const { about, measure, definition, replacesId, why } = said;
  const row = { about, measure, definition, replaces_id: replacesId, why_changed: why };
  await db
    .insertInto('measure_registered')
    .values({ ...rowOf(db, siteId), ...row, registered_on: dayOf(nowOf(db)) })
    .execute();
}

export async function turnTap(
  db: CouncilDb,
  siteId: string,
  said: { onDay: string; isOn: boolean; why: string; whyLate: string | null },
): Promise<void> {
  const { onDay, isOn, why, whyLate } = said;
  const row = { on_day: onDay, is_on: isOn, why, why_late: whyLate };
  await db
    .insertInto('tap_change')
    .values({ ...rowOf(db, siteId), ...row })
    .execute();
}

/** Returns the entry's id. */
export async function writeLog(db: CouncilDb, siteId: string, said: LogSaid): Promise<string> {
  const { kind, onDay, byWhom, words, evidence, whatChanges, prompt, addsToId } = said;
  const row = { kind, on_day: onDay, by_whom: byWhom, words, evidence, what_changes: whatChanges, prompt };
  const kept = { ...rowOf(db, siteId), ...row, adds_to_id: addsToId };
  await db.insertInto('site_log').values(kept).execute();
  return kept.id;
}

/** What evidence points at in the record; ids of this site's own, or of one of the council's sets of rules. */
export interface PointsAt {
  kind: 'words' | 'document' | 'measure' | 'rule' | 'rule-set' | 'log';
  id: string | null;
}

export async function attachEvidence(
  db: CouncilDb,
  siteId: string,
  said: { step: Step; words: string; whoseVoice: Voice | null; onDay: string; byWhom: string; at: PointsAt },
): Promise<void> {
  const { step, words, whoseVoice, onDay, byWhom, at } = said;
  const idWhen = (kind: PointsAt['kind']) => (at.kind === kind ? at.id : null);
  const row = { step, words, whose_voice: whoseVoice, on_day: onDay, by_whom: byWhom, kind: at.kind };
  const pointing = {
    ...{ measure_id: idWhen('measure'), rule_id: idWhen('rule') },
    ...{ rule_set_id: idWhen('rule-set'), log_id: idWhen('log') },
  };
  await db
    .insertInto('site_evidence')
    .values({ ...rowOf(db, siteId), ...row, ...pointing })
    .execute();
}
