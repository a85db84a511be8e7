import { z } from 'zod';
import { delegates, themselves } from '../../access/roles.ts';
import { actorOf, type CouncilDb } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { words } from '../../platform/http/reading.ts';
import { done, shown } from '../../platform/http/routes.ts';
import { openMine } from '../frame/own.store.ts';
import { againIn } from '../words/again-in.ts';
import type { Words } from '../words/english.ts';
import { wordsIn } from '../words/languages.ts';
import { SayBackPage, SharedAtOwnPage, SharedPage, type SharedValue } from './shared.pages.tsx';
import { type LineForMe, myTeams, sayBack, sharedWithMe } from './shared.store.ts';

const either = [...delegates, ...themselves] as const;
const LinePath = z.object({ line: z.uuid() });
const TeamPath = z.object({ team: z.uuid() });
/** Whoever is no person of ours reads English: nothing is kept of their languages. */
const said = wordsIn([]);
const SayForm = ({ sharing }: Words) => z.object({ words: words(sharing.sayBackMissing, 5_000) });

/** What others share with whoever acts: their own page of it, and a word back. Nobody shares it on. */
export function sharedRoutes(house: House): void {
  house.get('/shared', {
    name: 'What others share with me',
    may: delegates,
    act: async ({ db }) => {
      const lines = await sharedWithMe(db);
      return sharedShown(
        lines.filter(({ teamId }) => !teamId),
        await myTeams(db),
      );
    },
    json: sharedJson,
    page: SharedPage,
  });
  house.get('/my/shared-with-me', {
    name: 'What others share with me, at my own page',
    may: themselves,
    act: async ({ db }) => {
      const own = await openMine(db);
      const lines = await sharedWithMe(db);
      return shown({ lines, own }, [own.personId, ...lines.map(({ personId }) => personId)]);
    },
    json: ({ lines }) => ({ lines: lines.map(lineJson) }),
    page: SharedAtOwnPage,
  });
  house.get('/shared/team/:team', {
    name: 'What people share with a team of all ages',
    may: delegates,
    params: TeamPath,
    act: async ({ db, params }) => {
      const team = (await myTeams(db)).find(({ teamId }) => teamId === params.team);
      if (!team) throw new Unknown();
      const lines = await sharedWithMe(db);
      return sharedShown(
        lines.filter(({ teamId }) => teamId === team.teamId),
        [],
        team.name,
      );
    },
    json: sharedJson,
    page: SharedPage,
  });
  sayBackRoutes(house, 'answers', true);
  sayBackRoutes(house, 'own', false);
}

/** A word back beside a line (`answers`), or a line of one's own for whoever shares it (`own`). */
function sayBackRoutes(house: House, path: 'answers' | 'own', isBeside: boolean): void {
  const url = `/shared/lines/:line/${path}`;
  const name = isBeside
    ? 'Say something back about what is shared'
    : 'Add something of my own for whoever shares';
  house.get(url, {
    name,
    may: either,
    params: LinePath,
    act: async ({ db, params }) => sayBackShown(db, params.line, isBeside),
    json: ({ line }) => ({ line: lineJson(line) }),
    page: SayBackPage,
  });
  house.post(url, {
    name,
    may: either,
    params: LinePath,
    body: SayForm(said),
    act: async ({ db, visit, params, body }) => {
      const line = await lineForMe(db, params.line);
      const { personId, answerId } = await sayBack(db, line.lineId, body.words, isBeside);
      const back = visit.actor.role === 'person' ? '/my/shared-with-me' : placeOf(line);
      return done(back, [personId], (await wordsHere(db)).sharing.sent, { answerId });
    },
    again: ({ db, params }) => sayBackShown(db, params.line, isBeside),
    page: (value, frame, again) => SayBackPage(value, frame, againIn(value.words, SayForm, again)),
  });
}

/** Whose record it is stays out of it: whoever reads this knows them by the name they like, and by no other sign. */
const lineJson = ({ personId: _personId, ...line }: LineForMe) => line;
const sharedJson = ({ lines, teams, team }: SharedValue) => ({ lines: lines.map(lineJson), teams, team });

const placeOf = ({ teamId }: LineForMe): string => (teamId ? `/shared/team/${teamId}` : '/shared');

async function lineForMe(db: CouncilDb, lineId: string): Promise<LineForMe> {
  const found = (await sharedWithMe(db)).find((line) => line.lineId === lineId);
  if (!found) throw new Unknown();
  return found;
}

async function sayBackShown(db: CouncilDb, lineId: string, isBeside: boolean) {
  const line = await lineForMe(db, lineId);
  return shown({ line, isBeside, words: await wordsHere(db) }, [line.personId]);
}

/** The words of whoever reads: at their own page, those of their language. */
async function wordsHere(db: CouncilDb) {
  return actorOf(db).role === 'person' ? (await openMine(db)).words : said;
}

function sharedShown(
  lines: LineForMe[],
  teams: { teamId: string; name: string }[],
  team: string | null = null,
) {
  return shown(
    { lines, teams, team, words: said },
    lines.map(({ personId }) => personId),
  );
}
