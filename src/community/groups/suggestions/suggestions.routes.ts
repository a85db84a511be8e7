import { dayOf } from '../../../platform/clock.ts';
import { type CouncilDb, nowOf } from '../../../platform/db/council.ts';
import type { House } from '../../../platform/http/house.ts';
import { Unknown } from '../../../platform/http/problems.ts';
import { anybody, done, type Shown, shown } from '../../../platform/http/routes.ts';
import type { Visit } from '../../../platform/http/visits.ts';
import { directoryEditors } from '../../feeds/feeds.routes.ts';
import { readListing } from '../../listings.store.ts';
import { CouncilPath, ListQuery } from '../claims/claims.forms.ts';
import { enoughToday, mostADayOf } from '../enough-today.ts';
import { takenToday } from '../taken-today.store.ts';
import { AnsweringPage, type AnsweringValue } from './answering.pages.tsx';
import { makeListing } from './made-by-hand.store.ts';
import { mayAnswer } from './suggestion.ts';
import {
  AnswerForm,
  JoinForm,
  LookQuery,
  MakeListingForm,
  NewSuggestionQuery,
  SuggestionForm,
  SuggestionPath,
} from './suggestions.forms.ts';
import {
  NewSuggestionPage,
  type NewSuggestionValue,
  type SuggestionAnswerValue,
  SuggestionsPage,
} from './suggestions.pages.tsx';
import {
  answerSuggestion,
  likelyListings,
  lockSuggestion,
  makeSuggestion,
  readSuggestion,
  readSuggestions,
  suggestionsWaiting,
} from './suggestions.store.ts';

/** As many as an editor reads at once. */
const most = 20;

/** Suggestions from anybody: each is read, and each gets an answer. */
export function suggestionRoutes(house: House): void {
  house.get('/at/:council/suggestions/new', {
    name: 'Suggest something for the directory',
    may: [anybody],
    params: CouncilPath,
    query: NewSuggestionQuery,
    act: ({ db, visit, query }) => newSuggestionShown(db, visit, query.listing ?? null, query.q ?? ''),
    page: NewSuggestionPage,
  });
  house.post('/at/:council/suggestions', {
    name: 'Somebody suggests something',
    may: [anybody],
    params: CouncilPath,
    body: SuggestionForm,
    // Its answer leads to a short address, which is kept nowhere; the same words sent twice are one suggestion.
    isRepeatable: true,
    act: async ({ db, visit, body }) => {
      const { listing, ...suggestion } = body;
      if (listing) await listedName(db, listing);
      const refusal = enoughToday(await takenToday(db), mostADayOf(visit.settings));
      if (refusal) return refusal;
      const { suggestionId, code } = await makeSuggestion(db, { ...suggestion, listingId: listing });
      return done(`/g/${code}`, [], 'Sent. Keep the address below.', { suggestionId });
    },
    again: ({ db, visit, typed }) =>
      newSuggestionShown(db, visit, NewSuggestionQuery.parse({ listing: typed.listing }).listing ?? null, ''),
    page: NewSuggestionPage,
  });
  listRoute(house);
  answerRoutes(house);
}

function listRoute(house: House): void {
  house.get('/community/suggestions', {
    name: 'Suggestions',
    may: directoryEditors,
    query: ListQuery,
    act: async ({ db, query: { answered, page } }) => {
      const isAnswered = answered !== undefined;
      const suggestions = await readSuggestions(db, { isAnswered, offset: (page - 1) * most, most });
      const waiting = await suggestionsWaiting(db);
      const isMore = suggestions.length > most;
      const today = dayOf(nowOf(db));
      return shown({ suggestions: suggestions.slice(0, most), waiting, isAnswered, page, isMore, today });
    },
    page: SuggestionsPage,
  });
}

/** For the directory's editor: three ways to answer one. */
function answerRoutes(house: House): void {
  const again = ({ db, params }: { db: CouncilDb; params: { id: string } }) =>
    answeringShown(db, params.id, '');
  const form = { may: directoryEditors, params: SuggestionPath, again, page: AnsweringPage };
  const answered = () =>
    done('/community/suggestions', [], 'Answered. They read it at the address they were given.');
  house.get('/community/suggestions/:id', {
    name: 'One suggestion',
    may: directoryEditors,
    params: SuggestionPath,
    query: LookQuery,
    act: ({ db, params, query }) => answeringShown(db, params.id, query.q ?? ''),
    page: AnsweringPage,
  });
  house.post('/community/suggestions/:id/answer', {
    ...form,
    name: 'Answer a suggestion in words',
    body: AnswerForm,
    act: async ({ db, params, body }) => {
      const refusal = mayAnswer(await lockSuggestion(db, params.id));
      if (refusal) return refusal;
      await answerSuggestion(db, params.id, { answer: 'answered', words: body.answer, listingId: null });
      return answered();
    },
  });
  house.post('/community/suggestions/:id/joined', {
    ...form,
    name: 'A suggestion is a listing there already',
    body: JoinForm,
    act: async ({ db, params, body }) => {
      const refusal = mayAnswer(await lockSuggestion(db, params.id));
      if (refusal) return refusal;
      const { answer: words, existing: listingId } = body;
      await answerSuggestion(db, params.id, { answer: 'joined', words, listingId });
      return answered();
    },
  });
  house.post('/community/suggestions/:id/listing', {
    ...form,
    name: 'Make a listing of a suggestion',
    body: MakeListingForm,
    act: async ({ db, params, body }) => {
      const refusal = mayAnswer(await lockSuggestion(db, params.id));
      if (refusal) return refusal;
      const made = await makeListing(db, body);
      if (typeof made !== 'string') return made;
      await answerSuggestion(db, params.id, { answer: 'listed', words: body.answer, listingId: made });
      return done(`/community/${made}`, [], 'Made, and answered. Add what else you know.', {
        listingId: made,
      });
    },
  });
}

async function listedName(db: CouncilDb, listingId: string): Promise<string> {
  const { name, state } = await readListing(db, listingId);
  if (state !== 'listed') throw new Unknown();
  return name;
}

async function newSuggestionShown(
  db: CouncilDb,
  visit: Visit,
  listingId: string | null,
  begins: string,
): Promise<Shown<NewSuggestionValue>> {
  const listing = listingId ? { listingId, name: await listedName(db, listingId) } : null;
  return shown({ councilSlug: visit.councilSlug, listing, begins });
}

async function answeringShown(db: CouncilDb, id: string, looked: string): Promise<Shown<AnsweringValue>> {
  const suggestion = await readSuggestion(db, id);
  const likely = suggestion.answer ? [] : await likelyListings(db, looked || suggestion.words);
  return shown({ suggestion, likely, looked });
}

/** What somebody who suggested something reads at their short address. */
export async function suggestionAnswerShown(asked: {
  db: CouncilDb;
  visit: Visit;
  params: { code: string };
}): Promise<Shown<SuggestionAnswerValue>> {
  const { link } = asked.visit;
  if (link?.kind !== 'suggestion') throw new Unknown();
  const suggestion = await readSuggestion(asked.db, link.subjectId);
  return shown({ kind: 'suggestion', code: encodeURIComponent(asked.params.code), suggestion });
}
