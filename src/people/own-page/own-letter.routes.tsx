import type { FastifyRequest } from 'fastify';
import { LETTER_DAYS, makeLetter, ownPageOf } from '../../access/own-page/own-pages.store.ts';
import { alongsiders } from '../../access/roles.ts';
import { addDays, dayOf } from '../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../platform/db/council.ts';
import { writeAudit } from '../../platform/db/ledger.store.ts';
import { answerPage, wantsJson } from '../../platform/http/answers.ts';
import type { House } from '../../platform/http/house.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { read } from '../../platform/http/reading.ts';
import type { Visit } from '../../platform/http/visits.ts';
import { openAlongside } from '../opening.store.ts';
import { PersonPath } from '../people.forms.ts';
import { identityOf } from '../people.store.ts';
import { withinVisit } from './letter-visit.ts';
import { OwnLetterPage, type OwnLetterValue } from './own-letter.pages.tsx';
import { LetterForm } from './own-page.forms.ts';

const url = '/people/:id/own-page/letter';

/**
 * The one door that answers a form with a page, not with where to go next: its code is kept nowhere, so there is
 * nowhere else to read it. Sent again it makes another letter, and ends this one.
 */
export function ownLetterRoutes(house: House): void {
  const name = 'A letter with a way in to somebody’s own page';
  house.routes.push({ method: 'POST', url, name, may: alongsiders, params: PersonPath, body: LetterForm });
  house.server.post(url, async (request, reply) => {
    const made = await withinVisit(house, request, (db, visit) => make(db, visit, request));
    if ('shutAt' in made) return reply.redirect(made.shutAt, 303);
    const { letter, visit } = made;
    if (wantsJson(request)) return reply.send({ code: letter.way.code, endsOn: letter.endsOn });
    const origin = house.publicUrl ?? `${house.isSecure ? 'https' : 'http'}://${request.host}`;
    return answerPage(house, request, reply, visit, (frame) => (
      <OwnLetterPage {...letter} door={`${origin}/at/${visit.councilSlug}/me`} frame={frame} />
    ));
  });
}

type Made = { visit: Visit } & (
  | { letter: Omit<OwnLetterValue, 'door' | 'frame'> }
  | { /** Where it says that somebody closed the page meanwhile. */ shutAt: string }
);

async function make(db: CouncilDb, visit: Visit, request: FastifyRequest): Promise<Made> {
  const params = read(PersonPath, request.params);
  const form = read(LetterForm, request.body ?? {});
  if (!params.ok || !form.ok) throw new Unknown();
  const { personId } = await openAlongside(db, params.value.id);
  const open = await ownPageOf(db, personId);
  if (!open) return { visit, shutAt: `/people/${personId}/own-page` };
  const way = await makeLetter(db, open.ownPageId);
  await writeAudit(db, { act: 'write', route: url, personIds: [personId] });
  const { phone } = visit.settings;
  const identity = await identityOf(db, personId);
  const on = dayOf(nowOf(db));
  return {
    visit,
    letter: {
      ...{ identity, way, on, endsOn: addDays(on, LETTER_DAYS), isLarge: form.value.print === 'large' },
      ...{ council: visit.councilName, phone: typeof phone === 'string' ? phone : null },
    },
  };
}
