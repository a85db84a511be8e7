import type { FastifyRequest } from 'fastify';
import { LETTER_DAYS, makeLetter } from '../../access/own-page/own-pages.store.ts';
import { alongsiders } from '../../access/roles.ts';
import { addDays, dayOf } from '../../platform/clock.ts';
import { type CouncilDb, nowOf, pinTo } from '../../platform/db/council.ts';
import { writeAudit } from '../../platform/db/ledger.store.ts';
import { answerPage, wantsJson } from '../../platform/http/answers.ts';
import { type House, SignInFirst } from '../../platform/http/house.ts';
import { Forbidden, Unknown } from '../../platform/http/problems.ts';
import { read } from '../../platform/http/reading.ts';
import { comesFromOurPages, cookieName, hashOf, type Visit } from '../../platform/http/visits.ts';
import { openPerson } from '../opening.store.ts';
import { PersonPath } from '../people.forms.ts';
import { identityOf } from '../people.store.ts';
import { OwnLetterPage, type OwnLetterValue } from './own-letter.pages.tsx';
import { LetterForm } from './own-page.forms.ts';
import { itsPage } from './own-page.store.ts';

const url = '/people/:id/own-page/letter';

/**
 * The one door that answers a form with a page, not with where to go next: its code is kept nowhere, so there is
 * nowhere else to read it. Sent again it makes another letter, and ends this one.
 */
export function ownLetterRoutes(house: House): void {
  const name = 'A letter with a way in to somebody’s own page';
  house.routes.push({ method: 'POST', url, name, may: alongsiders, params: PersonPath, body: LetterForm });
  house.server.post(url, async (request, reply) => {
    const { letter, visit } = await withinVisit(house, request, (db, visit) => make(db, visit, request));
    if (wantsJson(request)) return reply.send({ code: letter.way.code, endsOn: letter.endsOn });
    const origin = house.publicUrl ?? `${house.isSecure ? 'https' : 'http'}://${request.host}`;
    return answerPage(house, request, reply, visit, (frame) => (
      <OwnLetterPage {...letter} door={`${origin}/at/${visit.councilSlug}/me`} frame={frame} />
    ));
  });
}

async function make(
  db: CouncilDb,
  visit: Visit,
  request: FastifyRequest,
): Promise<{ letter: Omit<OwnLetterValue, 'door' | 'frame'>; visit: Visit }> {
  const params = read(PersonPath, request.params);
  const form = read(LetterForm, request.body ?? {});
  if (!params.ok || !form.ok) throw new Unknown();
  const { personId } = await openPerson(db, params.value.id);
  const { ownPageId } = await itsPage(db, personId);
  const way = await makeLetter(db, ownPageId);
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

/** As the house does for every door: session, role, where the form came from, and one transaction. */
export async function withinVisit<Value>(
  house: House,
  request: FastifyRequest,
  act: (db: CouncilDb, visit: Visit) => Promise<Value>,
): Promise<Value> {
  const token = request.cookies[cookieName(house.isSecure)];
  if (!token) throw new SignInFirst();
  const now = house.clock.now();
  return house.database.transaction().execute(async (transaction) => {
    const visit = await house.openVisit(transaction, hashOf(token), now, request.id);
    if (!visit) throw new SignInFirst();
    const { councilId, actor } = visit;
    if (!alongsiders.some((role) => role === actor.role))
      throw new Forbidden('Your role does not include this page.');
    if (!comesFromOurPages(request, visit.csrf))
      throw new Forbidden(
        'This form did not come from one of our pages. Open the page again and send it from there.',
      );
    return act(pinTo(transaction, { councilId, actor, now, requestId: request.id }), visit);
  });
}
