import type { House } from '../../platform/http/house.ts';
import { anybody, type Shown } from '../../platform/http/routes.ts';
import { ClaimAnswerPage, type ClaimAnswerValue } from './claims/claims.pages.tsx';
import { claimAnswerShown, claimRoutes } from './claims/claims.routes.ts';
import { linkRoutes } from './links/links.routes.ts';
import { CodePath } from './own-page/own-page.forms.ts';
import { OwnPage, type OwnPageValue } from './own-page/own-page.pages.tsx';
import { ownPageRoutes, ownPageShown } from './own-page/own-page.routes.ts';
import { SuggestionAnswerPage, type SuggestionAnswerValue } from './suggestions/suggestions.pages.tsx';
import { suggestionAnswerShown, suggestionRoutes } from './suggestions/suggestions.routes.ts';
import { userLedRoutes } from './user-led/user-led.routes.ts';

/** A short address opens a group's own page, or the answer somebody waits for. */
type Opened = OwnPageValue | ClaimAnswerValue | SuggestionAnswerValue;

/** Everything a group, or anybody, says of the directory without an account; and those who answer. */
export function groupRoutes(house: House): void {
  house.get('/g/:code', {
    name: 'What a short address opens',
    may: [anybody],
    params: CodePath,
    act: async (asked): Promise<Shown<Opened>> => {
      const kind = asked.visit.link?.kind;
      if (kind === 'claim') return claimAnswerShown(asked);
      if (kind === 'suggestion') return suggestionAnswerShown(asked);
      return ownPageShown(asked);
    },
    page: (value, frame) => {
      if (value.kind === 'claim') return ClaimAnswerPage(value, frame);
      return value.kind === 'suggestion' ? SuggestionAnswerPage(value, frame) : OwnPage(value, frame);
    },
  });
  ownPageRoutes(house);
  linkRoutes(house);
  claimRoutes(house);
  suggestionRoutes(house);
  userLedRoutes(house);
}
