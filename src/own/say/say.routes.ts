import { holdPerson } from '../../people/details/details.store.ts';
import { type Day, dayOf } from '../../platform/clock.ts';
import { type CouncilReader, nowOf } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import type { Own } from '../frame/own.ts';
import { ownGet, ownPost } from '../frame/two-doors.routes.ts';
import type { LineKind } from '../line/line.ts';
import { findLine } from '../line/lines.store.ts';
import { sayOf } from './putting-right.store.ts';
import { FromPaper, LinePath, SayForm, sayingIn } from './say.forms.ts';
import { SayPage, type SayValue } from './say.pages.tsx';
import { saidOf } from './say.store.ts';
import { lackingIn } from './say.ts';

const at = '/say/:kind/:line';

/** W1: of every line of their own record they can add beside, put right, agree, disagree or say not now. */
export function sayRoutes(house: House): void {
  ownGet(house, at, {
    name: 'Say something about a line of one’s own record',
    params: LinePath,
    query: FromPaper,
    act: async ({ db, own, params, query }) => ({
      ...(await readLine(db, own, params)),
      isFromPaper: query.told === 'paper',
    }),
    page: SayPage,
  });
  ownPost(house, at, {
    name: 'Keep what they say about a line of their own record',
    params: LinePath,
    body: SayForm,
    act: async ({ db, own, params, body, told }) => {
      const { lacks, said } = own.words.say;
      await holdPerson(db, own.personId);
      const line = await findLine(db, own, params.kind, params.line);
      const saying = sayingIn(body, line.around !== null);
      if (!saying) return [{ field: 'what', message: lacks.what }];
      const lacking = lackingIn(line, saying, dayOf(nowOf(db)));
      if (lacking.length) return lacking.map(({ field, lacks: one }) => ({ field, message: lacks[one] }));
      await sayOf(db, own, line, { ...saying, told });
      // Their own words about themselves have taken the place of this line.
      const isReplaced = line.kind === 'about' && saying.what === 'correction';
      const readAt = line.isOfCaring ? '/caring' : '/about';
      const stays = `/say/${params.kind}/${params.line}${told === 'paper' ? '?told=paper' : ''}`;
      return { to: isReplaced ? readAt : stays, said };
    },
    again: ({ db, own, params }) => readLine(db, own, params),
    page: SayPage,
  });
}

async function readLine(
  db: CouncilReader,
  own: Own,
  { kind, line: id }: { kind: LineKind; line: string },
): Promise<SayValue & { today: Day }> {
  const line = await findLine(db, own, kind, id);
  const said = (await saidOf(db, [id])).get(id) ?? [];
  return { line, said, today: dayOf(nowOf(db)) };
}
