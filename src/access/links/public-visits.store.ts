import { sql, type Transaction } from 'kysely';
import { nobody, setPin } from '../../platform/db/council.ts';
import type { Tables } from '../../platform/db/tables.ts';
import type { PublicDoor, Visit } from '../../platform/http/visits.ts';
import { hashOfCode } from './code.ts';

interface OpenLink {
  council_id: number;
  link_id: string;
  kind: string;
  subject_id: string;
}

interface OpenCouncil {
  council_id: number;
  name: string;
  slug: string;
  is_demo: boolean;
  settings: Record<string, unknown>;
}

/**
 * A visit by somebody without an account, with the transaction pinned to the council whose page it is: the one the
 * short address belongs to, else the one named in the address, else the one at this host, else the only one here.
 * @returns null when no council or no such short address is meant
 */
export async function openPublicVisit(
  transaction: Transaction<Tables>,
  door: PublicDoor,
  now: Date,
  requestId: string,
): Promise<Visit | null> {
  const link = door.code === undefined ? null : await linkOf(transaction, door.code, now);
  if (door.code !== undefined && !link) return null;
  const { rows } = await sql<OpenCouncil>`select * from council_open_to_all(${door.council ?? null},
    ${door.host}, ${link?.council_id ?? null}::integer)`.execute(transaction);
  const council = rows[0];
  if (!council) return null;
  await setPin(transaction, { councilId: council.council_id, actor: nobody, now, requestId });
  return {
    councilId: council.council_id,
    councilName: council.name,
    councilSlug: council.slug,
    isDemo: council.is_demo,
    settings: council.settings,
    actor: nobody,
    csrf: '',
    ...(link ? { link: { linkId: link.link_id, kind: link.kind, subjectId: link.subject_id } } : {}),
  };
}

async function linkOf(transaction: Transaction<Tables>, code: string, now: Date): Promise<OpenLink | null> {
  const hash = hashOfCode(code);
  if (!hash) return null;
  const { rows } = await sql<OpenLink>`select * from open_link(${hash}, ${now})`.execute(transaction);
  return rows[0] ?? null;
}
