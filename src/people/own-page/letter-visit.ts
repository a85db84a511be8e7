import type { FastifyRequest } from 'fastify';
import { alongsiders } from '../../access/roles.ts';
import { type CouncilDb, pinTo } from '../../platform/db/council.ts';
import { type House, SignInFirst } from '../../platform/http/house.ts';
import { Forbidden } from '../../platform/http/problems.ts';
import { comesFromOurPages, cookieName, hashOf, type Visit } from '../../platform/http/visits.ts';

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
