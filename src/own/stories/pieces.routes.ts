import { alongsiders, themselves } from '../../access/roles.ts';
import { takeFiles } from '../../access/uploads/uploads.store.ts';
import { fileGet } from '../../people/kept-files/file-answer.store.ts';
import { isNotKept, mostBytesOfForm } from '../../people/kept-files/kept-file.ts';
import { keepFile, keptFile } from '../../people/kept-files/kept-files.store.ts';
import type { CouncilReader } from '../../platform/db/council.ts';
import type { House } from '../../platform/http/house.ts';
import { Unknown } from '../../platform/http/problems.ts';
import { captionsOf } from '../../stories/captions.ts';
import { isPieceOf, latestVersion, storyOfPerson } from '../../stories/stories.store.ts';
import { changeStory } from '../../stories/telling/telling.store.ts';
import { openMine, openTogether } from '../frame/own.store.ts';
import { refusedFile } from '../frame/refused-file.ts';
import { ownGet, ownPost } from '../frame/two-doors.routes.ts';
import { readStory } from './own-stories.store.ts';
import { PiecesPage } from './pieces.pages.tsx';
import {
  PieceForm,
  PieceOutForm,
  PiecePath,
  PieceWordsForm,
  StoryPath,
  TogetherPiecePath,
} from './stories.forms.ts';

/** What was drawn, sung, spoken or filmed: put in, told in words, taken out. Each makes a new version (S-1). */
export function pieceRoutes(house: House): void {
  for (const door of ['/my', '/people/:id/together'])
    takeFiles(house, `${door}/stories/:story/pieces`, mostBytesOfForm);
  const page = {
    params: StoryPath,
    again: ({ db, own, params }: Asked) => readStory(db, own.personId, params.story),
    page: PiecesPage,
  };
  ownGet(house, '/stories/:story/pieces', {
    name: 'What is drawn, sung or filmed',
    params: StoryPath,
    act: page.again,
    page: PiecesPage,
  });
  ownPost(house, '/stories/:story/pieces', {
    ...page,
    name: 'Put a picture, a sound or a film into a story',
    body: PieceForm,
    act: async ({ db, own, params, body }) => {
      const { personId } = await storyOfPerson(db, own.personId, params.story);
      const kept = await keepFile(db, { personId, file: body.file });
      if (isNotKept(kept)) return [refusedFile(own, kept)];
      const { pieces } = await latestVersion(db, params.story);
      const next = [...pieces, { ...kept, inWords: body.inWords }];
      await changeStory(db, params.story, body.version, { pieces: next });
      return { to: `/stories/${params.story}/pieces`, said: own.words.stories.changed };
    },
  });
  onePieceRoutes(house, page);
  fileRoutes(house);
  captionRoutes(house);
}

type Asked = { db: CouncilReader; own: { personId: string }; params: { story: string } };
type PageAgain = { again: (asked: Asked) => ReturnType<typeof readStory>; page: typeof PiecesPage };

function onePieceRoutes(house: House, { again, page }: PageAgain): void {
  ownPost(house, '/stories/:story/pieces/:file/words', {
    ...{ name: 'Say in words what a picture, a sound or a film says', params: PiecePath, again, page },
    body: PieceWordsForm,
    act: async ({ db, own, params, body }) => {
      await storyOfPerson(db, own.personId, params.story);
      const { pieces } = await latestVersion(db, params.story);
      const next = pieces.map((one) =>
        one.fileId === params.file ? { ...one, inWords: body.inWords } : one,
      );
      await changeStory(db, params.story, body.version, { pieces: next });
      return { to: `/stories/${params.story}/pieces`, said: own.words.stories.changed };
    },
  });
  ownPost(house, '/stories/:story/pieces/:file/out', {
    ...{ name: 'Take a picture, a sound or a film out of a story', params: PiecePath, again, page },
    body: PieceOutForm,
    act: async ({ db, own, params, body }) => {
      await storyOfPerson(db, own.personId, params.story);
      const { pieces } = await latestVersion(db, params.story);
      const next = pieces.filter(({ fileId }) => fileId !== params.file);
      await changeStory(db, params.story, body.version, { pieces: next });
      return { to: `/stories/${params.story}/pieces`, said: own.words.stories.changed };
    },
  });
}

function fileRoutes(house: House): void {
  const name = 'A picture, a sound or a film of a story';
  fileGet(house, '/my/stories/:story/files/:file', {
    ...{ name, may: themselves, params: PiecePath },
    act: async ({ db, params }) => pieceToSend(db, (await openMine(db)).personId, params),
  });
  fileGet(house, '/people/:id/together/stories/:story/files/:file', {
    ...{ name, may: alongsiders, params: TogetherPiecePath },
    act: async ({ db, params }) => pieceToSend(db, (await openTogether(db, params.id)).own.personId, params),
  });
}

/** S-9: the words of a film, to be read on it as they are said. */
function captionRoutes(house: House): void {
  ownGet(house, '/stories/:story/files/:file/captions', {
    name: 'The words on a film of a story',
    params: PiecePath,
    act: async ({ db, own, params }) => {
      await storyOfPerson(db, own.personId, params.story);
      const { pieces } = await latestVersion(db, params.story);
      const piece = pieces.find(({ fileId }) => fileId === params.file);
      if (!piece) throw new Unknown();
      return { captions: captionsOf(piece.inWords) };
    },
    file: ({ captions }) => ({ name: 'captions.vtt', type: 'text/vtt', text: captions }),
    page: () => {
      throw new Unknown();
    },
  });
}

async function pieceToSend(
  db: CouncilReader,
  personId: string,
  { story, file }: { story: string; file: string },
) {
  await storyOfPerson(db, personId, story);
  const kept = (await isPieceOf(db, story, file)) ? await keptFile(db, file) : null;
  return kept && { file: kept, about: [personId] };
}
