import { Forbidden } from '../../../platform/http/problems.ts';
import { sameOrigin } from '../../../platform/http/visits.ts';
import { atCouncil, browserHash, knowAgain, letIn } from '../at-the-door.routes.ts';
import { type DoorHouse, showDoor } from '../getting-in.routes.tsx';
import { comeInWithKey, keepChallenge } from './keys.store.ts';
import { keyPlace, readAnswer, toComeIn } from './keys.ts';

/** Coming to one's own page with a key in one's own telephone: a script asks what to sign, and a form brings it. */
export function keyDoorRoutes(at: DoorHouse): void {
  const { house } = at;
  house.server.post('/at/:council/me/key/asked', async (request, reply) => {
    if (!sameOrigin(request)) throw new Forbidden('Open the page again and use your key there.');
    const options = await toComeIn(keyPlace(house.publicUrl, null));
    const browser = knowAgain(house, reply);
    await atCouncil(house, request, (db) =>
      keepChallenge(db, { browser, accountId: null }, options.challenge),
    );
    return reply.send({ options });
  });

  house.server.post('/at/:council/me/key', async (request, reply) => {
    if (!sameOrigin(request)) throw new Forbidden('Open the page again and use your key there.');
    const text = (request.body as { answer?: unknown } | null)?.answer;
    const browser = browserHash(house, request);
    const place = keyPlace(house.publicUrl, readAnswer(text));
    const come =
      browser && (await letIn(house, request, reply, (db) => comeInWithKey(db, place, browser, text)));
    return come || showDoor(at, request, reply, { lacks: 'notThisKey', status: 422 });
  });
}
