import { askCodesTo, type CodesTo, codesToOf, confirmCodesTo } from '../../access/own-page/codes-to.store.ts';
import { waysChangedOf } from '../../access/own-page/way-changed.store.ts';
import { openAlongside } from '../../people/opening.store.ts';
import type { CouncilDb, CouncilReader } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import type { Own, WayToTell } from '../frame/own.ts';
import { ownGet, ownPost } from '../frame/two-doors.routes.ts';
import { CodeForm, CodesForm, codesIn } from './codes.forms.ts';
import { CodesPage, type CodesValue } from './codes.pages.tsx';

const url = '/wishes/codes';
const back = {
  again: ({ db, own }: { db: CouncilReader; own: Own }) => readCodes(db, own),
  page: CodesPage,
};

/** Where somebody's codes go: theirs to change, with the number nobody else knows. */
export function codesRoutes(house: House): void {
  ownGet(house, url, {
    name: 'Where somebody’s codes go',
    act: ({ db, own }) => readCodes(db, own),
    page: CodesPage,
  });
  ownPost(house, url, {
    ...back,
    name: 'Have one’s codes go somewhere else',
    body: CodesForm,
    act: async ({ db, own, body, told }) => {
      const { lacks, sent, moved, stopped, same } = own.words.codes;
      if (isApart(told)) return [{ field: 'content', message: lacks.together }];
      const asked = codesIn(body, own.words);
      if (Array.isArray(asked)) return asked;
      const how = await howTold(db, own, told);
      const became = await askCodesTo(db, { personId: own.personId, told: how, ...asked });
      if (became === 'wrong') return [{ field: 'number', message: lacks.wrong }];
      if (became === 'enough' || became === 'closed') return [{ field: 'content', message: lacks[became] }];
      return { to: url, said: { asked: sent, moved: asked.wanted ? moved : stopped, same }[became] };
    },
  });
  ownPost(house, `${url}/sent`, {
    ...back,
    name: 'Type the code that came to where one’s codes shall go',
    body: CodeForm,
    act: async ({ db, own, body, told }) => {
      const { lacks, moved } = own.words.codes;
      if (isApart(told)) return [{ field: 'content', message: lacks.together }];
      if (!body.code) return [{ field: 'code', message: lacks.code }];
      const typed = { personId: own.personId, code: body.code, told: await howTold(db, own, told) };
      if (!(await confirmCodesTo(db, typed))) return [{ field: 'code', message: lacks.wrongCode }];
      return { to: url, said: moved };
    },
  });
}

/** By telephone or on paper it could be anybody. */
const isApart = (told: WayToTell | null): boolean => told !== null && told !== 'together';

/** W5: a worker beside them is alongside them, and has not only broken the glass for an hour. */
async function howTold(db: CouncilDb, own: Own, told: WayToTell | null): Promise<'themselves' | 'together'> {
  if (told === null) return 'themselves';
  await openAlongside(db, own.personId);
  return 'together';
}

async function readCodes(db: CouncilReader, own: Own): Promise<CodesValue> {
  const none: CodesTo = { now: null, asked: null };
  const found = await codesToOf(db, own.personId);
  return {
    isOpen: found !== null,
    ...(found ?? none),
    changed: await waysChangedOf(db, own.personId),
  };
}
