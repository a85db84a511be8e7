import { alongsiders, everyone } from '../../access/roles.ts';
import { readShort } from '../../community/public/short-address.ts';
import { fileGet } from '../../people/kept-files/file-answer.store.ts';
import { keptFile } from '../../people/kept-files/kept-files.store.ts';
import type { CouncilDb } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { anybody, type Shown, shown } from '../../platform/http/routes.ts';
import type { Visit } from '../../platform/http/visits.ts';
import { captionsOf } from '../captions.ts';
import { type Audience, audiences } from '../letting-out/letting-out.ts';
import { mayBePosted } from '../posters/posters.store.ts';
import {
  PublicStoryFilePath,
  PublicStoryPath,
  PublicWallPath,
  StoryFilePath,
  StoryPath,
  StoryShortPath,
  type WallAsked,
  WallQuery,
} from './wall.forms.ts';
import { OneStoryPage, type OneStoryValue, WallPage, type WallValue } from './wall.pages.tsx';
import { onWalls, storiesByShort, storyNotHere, storyOnWalls } from './wall.store.ts';
import { matching, partOfWall } from './wall.ts';

/** Whoever works here sees what their team, the council and everybody may; whoever comes sees what everybody may. */
interface Wall {
  base: string;
  audiences: readonly Audience[];
  isPublic: boolean;
  /** Whether whoever reads it may print posters. */
  mayPost?: boolean;
}

const isAlongside = ({ actor }: Visit): boolean => alongsiders.some((role) => role === actor.role);

const ours: Wall = { base: '/stories/wall', audiences, isPublic: false };
const openTo = ({ councilSlug }: Visit): Wall => ({
  base: `/at/${councilSlug}/stories`,
  audiences: ['public'],
  isPublic: true,
});

/** No machine keeps a copy that outlives the teller's yes. */
const unlisted = { 'x-robots-tag': 'noindex, nofollow, noarchive, noimageindex' };

export function wallRoutes(house: House): void {
  staffWall(house);
  publicWall(house);
}

function staffWall(house: House): void {
  house.get('/stories/wall', {
    name: 'Stories people let us read',
    may: everyone,
    query: WallQuery,
    act: ({ db, query }) => wall(db, ours, query),
    page: WallPage,
  });
  house.get('/stories/wall/:id', {
    name: 'One story people let us read',
    may: everyone,
    params: StoryPath,
    act: ({ db, visit, params }) => oneStory(db, { ...ours, mayPost: isAlongside(visit) }, params.id),
    page: OneStoryPage,
  });
  fileGet(house, '/stories/wall/:id/files/:file', {
    name: 'A picture, sound or film of a story people let us read',
    may: everyone,
    params: StoryFilePath,
    act: ({ db, params }) => fileOfStory(db, ours, params),
  });
  house.get('/stories/wall/:id/files/:file/captions', {
    ...{ name: 'The words on a film of a story people let us read', may: everyone, params: StoryFilePath },
    act: ({ db, params }) => captionsOnWall(db, ours, params),
    ...asCaptions,
  });
}

function publicWall(house: House): void {
  house.get('/at/:council/stories', {
    name: 'Stories, for whoever comes',
    may: [anybody],
    params: PublicWallPath,
    query: WallQuery,
    headers: unlisted,
    act: ({ db, visit, query }) => wall(db, openTo(visit), query),
    page: WallPage,
  });
  house.get('/at/:council/stories/:id', {
    name: 'One story, for whoever comes',
    may: [anybody],
    params: PublicStoryPath,
    headers: unlisted,
    act: ({ db, visit, params }) => oneStory(db, openTo(visit), params.id),
    page: OneStoryPage,
  });
  house.get('/at/:council/s/:short', {
    name: 'One story, by the address on its poster',
    may: [anybody],
    params: StoryShortPath,
    headers: unlisted,
    act: async ({ db, visit, params }) => {
      const short = readShort(params.short);
      const [only, ...more] = short ? await storiesByShort(db, short) : [];
      if (!only || more.length > 0) throw storyNotHere();
      return oneStory(db, openTo(visit), only);
    },
    page: OneStoryPage,
  });
  fileGet(house, '/at/:council/stories/:id/files/:file', {
    name: 'A picture, sound or film of a story, for whoever comes',
    may: [anybody],
    params: PublicStoryFilePath,
    act: ({ db, visit, params }) => fileOfStory(db, openTo(visit), params),
  });
  house.get('/at/:council/stories/:id/files/:file/captions', {
    ...{ name: 'The words on a film of a story, for whoever comes', may: [anybody], headers: unlisted },
    params: PublicStoryFilePath,
    act: ({ db, visit, params }) => captionsOnWall(db, openTo(visit), params),
    ...asCaptions,
  });
}

async function wall(
  db: CouncilDb,
  { base, audiences, isPublic }: Wall,
  asked: WallAsked,
): Promise<Shown<WallValue>> {
  const q = asked.q ?? '';
  const found = matching(await onWalls(db, audiences), q);
  return shown({ base, isPublic, q, count: found.length, ...partOfWall(found, asked.page ?? 1) });
}

async function oneStory(
  db: CouncilDb,
  { base, audiences, isPublic, mayPost }: Wall,
  id: string,
): Promise<Shown<OneStoryValue>> {
  const story = await storyOnWalls(db, audiences, id);
  const isPosted = mayPost === true && (await mayBePosted(db, id));
  return shown({ story, base, isPublic, posterAt: isPosted ? `${base}/${id}/poster` : null });
}

/** A file of a story, while the story hangs on this wall and shows it. Asked again for each part of it. */
async function fileOfStory(db: CouncilDb, { audiences }: Wall, { id, file }: { id: string; file: string }) {
  const isStill = async (reader: CouncilDb): Promise<boolean> => {
    const [story] = await onWalls(reader, audiences, id);
    return story?.pieces.some(({ fileId }) => fileId === file) ?? false;
  };
  const kept = (await isStill(db)) ? await keptFile(db, file) : null;
  return kept && { file: kept, about: [], isStill };
}

const asCaptions = {
  file: (captions: string) => ({ name: 'captions.vtt', type: 'text/vtt', text: captions }),
  page: (): never => {
    throw storyNotHere();
  },
};

/** S-9: the words of a film, as they are said, while its story hangs here and shows it. */
async function captionsOnWall(
  db: CouncilDb,
  { audiences }: Wall,
  { id, file }: { id: string; file: string },
): Promise<Shown<string>> {
  const { pieces } = await storyOnWalls(db, audiences, id);
  const piece = pieces.find(({ fileId }) => fileId === file);
  if (!piece) throw storyNotHere();
  return shown(captionsOf(piece.inWords));
}
