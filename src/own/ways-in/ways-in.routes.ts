import { randomBytes } from 'node:crypto';
import type { JSX } from 'preact';
import type { z } from 'zod';
import { changeNumber } from '../../access/own-page/choosing-number.store.ts';
import { numberLacks } from '../../access/own-page/own-number.ts';
import { addKey, endKey, keepChallenge, keysOf } from '../../access/own-page/passkeys/keys.store.ts';
import { keyPlace, readAnswer, toMakeKey } from '../../access/own-page/passkeys/keys.ts';
import { endSignIn, ownProviderOf } from '../../access/own-page/sign-ins/own-identity.store.ts';
import { endOtherSessions } from '../../access/own-page/sign-ins/own-sessions.store.ts';
import { noteWayChanged } from '../../access/own-page/way-changed.store.ts';
import { themselves } from '../../access/roles.ts';
import { identityOf } from '../../people/people.store.ts';
import { actorOf, type CouncilDb } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { Forbidden } from '../../platform/http/problems.ts';
import { type Again, done, shown } from '../../platform/http/routes.ts';
import { hashOf, type Visit } from '../../platform/http/visits.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import { againIn, type FormIn } from '../words/again-in.ts';
import { english, type Words } from '../words/english.ts';
import { KeyForm, KeyPath, NothingForm, NumberForm } from './ways-in.forms.ts';
import { WaysInPage } from './ways-in.pages.tsx';
import { type WaysIn, waysInOf } from './ways-in.store.ts';

const url = '/my/ways-in';

interface Asked {
  db: CouncilDb;
  visit: Visit;
}

const readWaysIn = async ({ db, visit }: Asked) => {
  const value = await waysInOf(db, visit);
  return shown(value, [value.own.personId]);
};

const back = {
  may: themselves,
  again: readWaysIn,
  page: WaysInPage,
};

/** What was wrong with a form is said in the words of whose page it is. */
const backFrom =
  (form: FormIn<z.ZodType>) =>
  (value: WaysIn, frame: Frame, again?: Again): JSX.Element =>
    WaysInPage(value, frame, againIn(value.own.words, form, again));

/** The ways in to one's own page, for the person alone: a key, a joined sign-in and a number are nobody else's to make. */
export function waysInRoutes(house: House): void {
  house.get(url, {
    name: 'How somebody comes in to their own page, and where it is open',
    may: themselves,
    json: ({ keys, sessions, signIn }) => ({
      keys: keys.map(({ keyId, name, madeAt, usedAt }) => ({ keyId, name, madeAt, usedAt })),
      ...{ sessions, signIn },
    }),
    act: readWaysIn,
    page: WaysInPage,
  });
  house.post(`${url}/others`, {
    ...back,
    name: 'Sign out of one’s own page everywhere else',
    body: NothingForm,
    act: async ({ db, visit }) => {
      const { own } = await waysInOf(db, visit);
      await endOtherSessions(db, actorOf(db).accountId, visit.csrf);
      return done(url, [own.personId], own.words.waysIn.othersEnded);
    },
  });
  keyRoutes(house);
  signInRoutes(house);
  numberRoute(house);
}

function keyRoutes(house: House): void {
  house.post(`${url}/keys/asked`, {
    ...back,
    name: 'What a key for one’s own page is made from',
    isRepeatable: true,
    body: NothingForm,
    act: async ({ db, visit }) => {
      const { own } = await freshly({ db, visit });
      const { accountId } = actorOf(db);
      const options = await toMakeKey(
        keyPlace(house.publicUrl, null),
        accountId,
        await keysOf(db, accountId),
      );
      await keepChallenge(db, askerOf({ db, visit }), options.challenge);
      return done(url, [own.personId], undefined, { options });
    },
  });
  house.post(`${url}/keys`, {
    ...back,
    name: 'Keep a key for one’s own page',
    body: KeyForm(english),
    page: backFrom(KeyForm),
    act: async ({ db, visit, body }) => {
      const { own } = await freshly({ db, visit });
      const answer = readAnswer(body.answer);
      const place = keyPlace(house.publicUrl, answer);
      if (await addKey(db, place, askerOf({ db, visit }), { name: body.name, answer }))
        return done(url, [own.personId], own.words.waysIn.keyMade);
      return [{ field: 'name', message: own.words.waysIn.notAKey }];
    },
  });
  house.post(`${url}/keys/:keyId/end`, {
    ...back,
    name: 'End a key for one’s own page',
    params: KeyPath,
    body: NothingForm,
    act: async ({ db, visit, params }) => {
      const { own } = await waysInOf(db, visit);
      await endKey(db, actorOf(db).accountId, params.keyId);
      return done(url, [own.personId], own.words.waysIn.keyEnded);
    },
  });
}

function signInRoutes(house: House): void {
  house.post(`${url}/sign-in`, {
    ...back,
    name: 'Join the council’s own sign-in to one’s own page',
    body: NothingForm,
    act: async ({ db, visit }) => {
      const { own } = await freshly({ db, visit });
      if (!(await ownProviderOf(db))) return [{ field: 'content', message: own.words.waysIn.noSignIn }];
      const join = randomBytes(24).toString('base64url');
      await keepChallenge(db, askerOf({ db, visit }), join);
      return done(`/at/${visit.councilSlug}/me/sign-in?join=${join}`, [own.personId]);
    },
  });
  house.post(`${url}/sign-in/end`, {
    ...back,
    name: 'End the council’s own sign-in to one’s own page',
    body: NothingForm,
    act: async ({ db, visit }) => {
      const { own } = await waysInOf(db, visit);
      await endSignIn(db, actorOf(db).accountId);
      return done(url, [own.personId], own.words.waysIn.joinEnded);
    },
  });
}

function numberRoute(house: House): void {
  house.post(`${url}/number`, {
    ...back,
    name: 'Choose one’s own number anew',
    body: NumberForm(english),
    page: backFrom(NumberForm),
    act: async ({ db, visit, body }) => {
      const { own } = await waysInOf(db, visit);
      const { waysIn } = own.words;
      const { bornOn } = await identityOf(db, own.personId);
      const wanted = { old: body.old, number: body.number, bornOn };
      const problem = await changeNumber(db, actorOf(db).accountId, wanted, visit.csrf);
      if (problem === 'wrong') return [{ field: 'old', message: waysIn.wrongNumber }];
      if (problem) return [{ field: 'number', message: numberLacksIn(waysIn, problem) }];
      await noteWayChanged(db, { personId: own.personId, what: 'number', told: 'themselves' });
      return done(url, [own.personId], waysIn.numberChanged);
    },
  });
}

/** @example numberLacksIn(own.words.waysIn, 'Choose six figures') // the same, in their words */
function numberLacksIn({ numberLacks: theirs }: Words['waysIn'], problem: string): string {
  const lacks = Object.keys(numberLacks) as (keyof typeof numberLacks)[];
  const found = lacks.find((one) => numberLacks[one] === problem);
  return found ? theirs[found] : problem;
}

/** A challenge of somebody inside their page is for this browser's session. */
const askerOf = ({ db, visit }: Asked) => ({
  browser: hashOf(visit.csrf),
  accountId: actorOf(db).accountId,
});

/** S6: a new way in is made only by whoever came in just now. */
async function freshly({ db, visit }: Asked) {
  const value = await waysInOf(db, visit);
  if (!value.isFresh) throw new Forbidden(value.own.words.waysIn.comeInAgain);
  return value;
}
