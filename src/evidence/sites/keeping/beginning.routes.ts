import type { CouncilDb } from '../../../platform/db/council.ts';
import type { House } from '../../../platform/http/house.ts';
import type { Problem } from '../../../platform/http/problems.ts';
import { done } from '../../../platform/http/routes.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import { beginAnother, isNameTaken, startSite } from '../beginning.store.ts';
import { NewSiteForm, StartForm } from '../sites.forms.ts';
import { choicesOf } from '../sites.store.ts';
import { mayStart } from '../starting.ts';
import { AnotherPage, StartPage } from './beginning.pages.tsx';
import { keep, problem } from './keep.routes.ts';

/** A site's first day, and another site begun from it. */
export function beginningRoutes(house: House): void {
  keep(house, {
    noun: 'start',
    name: 'The site’s first day',
    body: StartForm,
    save: async ({ db, site, body, today }) => {
      const refusal = mayStart(site, body.startedOn);
      if (refusal) return refusal;
      if (body.startedOn < today && !body.whyLate)
        return problem('whyLate', 'That day is past: write why it is said only now');
      const whyLate = body.startedOn < today ? body.whyLate : null;
      await startSite(db, site.id, { startedOn: body.startedOn, whyLate });
      return `Its first day is ${longDate(body.startedOn)}, and the tap is on from then.`;
    },
    page: StartPage,
  });
  keep(house, {
    noun: 'another',
    name: 'Another site from this one',
    body: NewSiteForm,
    save: async ({ db, site, body, today }) => {
      const problems = await problemsOfName(db, body);
      if (problems.length) return problems;
      const id = await beginAnother(db, site, { name: body.name, teamId: body.team, today });
      return done(
        `/evidence/sites/${id}`,
        [],
        'It is set up. The rules came along to be agreed here, and the measures are registered anew.',
        { id },
      );
    },
    page: AnotherPage,
  });
}

/** What only the record can say is wrong with a new site's name and team. */
export async function problemsOfName(
  db: CouncilDb,
  { name, team }: { name: string; team: string },
): Promise<Problem[]> {
  const { teams } = await choicesOf(db);
  if (!teams.some(({ id }) => id === team)) return problem('team', 'Choose a team of this council');
  return (await isNameTaken(db, name)) ? problem('name', 'Another site has that name') : [];
}
