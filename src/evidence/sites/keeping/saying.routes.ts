import type { House } from '../../../platform/http/house.ts';
import { baselineProblem } from '../baseline-standing.ts';
import { mayNameComparison } from '../comparison-standing.ts';
import { lookAtBaseline, nameComparison, sayAim, sayScope } from '../keeping.store.ts';
import { AimForm, BaselineForm, ComparisonForm, ScopeForm } from '../sites.forms.ts';
import { BaselinePage, ComparisonPage } from './comparing.pages.tsx';
import { keep, problem, type Saying } from './keep.routes.ts';
import { AimPage, ScopePage } from './scope-and-aim.pages.tsx';

const sayWhy = () => problem('why', 'Write why it changes: what was said before stays beside it');

/** What a site says of itself: whose contacts, who owns it and to what end, beside whom, and what was usual. */
export function sayingRoutes(house: House): void {
  keep(house, {
    noun: 'scope',
    name: 'Whose contacts are the site’s',
    body: ScopeForm,
    save: async ({ db, site, body }) => {
      if (body.kind === 'postcodes' && !body.postcodes.length)
        return problem('postcodes', 'Write the postcodes, such as SB1, SB2');
      if (site.scopes.length && !body.why) return sayWhy();
      const postcodes = body.kind === 'postcodes' ? body.postcodes : [];
      await sayScope(db, site.id, { ...body, postcodes });
      return 'Whose contacts are the site’s is written down.';
    },
    page: ScopePage,
  });
  keep(house, {
    noun: 'aim',
    name: 'Who owns it, and what stops if it works',
    body: AimForm,
    save: async ({ db, site, body }) => {
      if (site.aims.length && !body.why) return sayWhy();
      await sayAim(db, site.id, body);
      return 'Who owns it and what stops is written down.';
    },
    page: AimPage,
  });
  keep(house, {
    noun: 'comparison',
    name: 'Whom the site is set beside',
    body: ComparisonForm,
    save: saveComparison,
    page: ComparisonPage,
  });
  keep(house, {
    noun: 'baseline',
    name: 'What was usual before',
    body: BaselineForm,
    withWeeks: true,
    save: async ({ db, site, body, today }) => {
      const wrong = baselineProblem(body, site.startedOn, today);
      if (wrong) return [wrong];
      await lookAtBaseline(db, site.id, body);
      return 'What was usual before is written down.';
    },
    page: BaselinePage,
  });
}

async function saveComparison({ db, site, body, today }: Saying<(typeof ComparisonForm)['_output']>) {
  const teamId = body.kind === 'team' ? body.team : null;
  if (body.kind === 'team' && (!teamId || teamId === site.teamId))
    return problem('team', 'Choose the other team');
  if (body.kind !== 'none' && !body.howItDiffers)
    return problem('howItDiffers', 'Write how they differ: where they live, who they are, who answers them');
  const refusal = mayNameComparison(site, body.why, today);
  if (refusal) return refusal;
  await nameComparison(db, site.id, { ...body, teamId });
  return body.kind === 'none' ? 'That there is no comparison is written down.' : 'The comparison is named.';
}
