import { dayOf } from '../../../platform/clock.ts';
import { nowOf } from '../../../platform/db/council.ts';
import type { House } from '../../../platform/http/house.ts';
import { Unknown } from '../../../platform/http/problems.ts';
import { done } from '../../../platform/http/routes.ts';
import { agreeRule, holdSite, joinSite, leaveSite, registerMeasure } from '../keeping.store.ts';
import { standing } from '../kept-site.ts';
import { mayRegister, ourMeasures } from '../registering.ts';
import { MeasureForm, MemberPath, PersonForm, RuleForm, UntilForm } from '../sites.forms.ts';
import { keep, keepers, pageOf, problem, type Saying } from './keep.routes.ts';
import { MeasuresPage } from './measures.pages.tsx';
import { PeoplePage, RulesPage } from './people-and-rules.pages.tsx';

/** What is agreed: who makes the site, its rules, and what it will measure. */
export function agreementRoutes(house: House): void {
  keep(house, {
    noun: 'people',
    name: 'People of the site',
    body: PersonForm,
    save: async ({ db, site, body }) => {
      await joinSite(db, site.id, body);
      return 'They are among the people of the site.';
    },
    page: PeoplePage,
  });
  leavingRoute(house);
  keep(house, {
    noun: 'rules',
    name: 'Rules the site agreed',
    body: RuleForm,
    save: saveRule,
    page: RulesPage,
  });
  keep(house, {
    noun: 'measures',
    name: 'What the site will measure',
    body: MeasureForm,
    save: saveMeasure,
    page: MeasuresPage,
  });
}

function leavingRoute(house: House): void {
  house.post('/evidence/sites/:id/people/:member/until', {
    name: 'Somebody leaves a site',
    may: keepers,
    params: MemberPath,
    body: UntilForm,
    act: async ({ db, params, body }) => {
      const site = await holdSite(db, params.id);
      const person = site.people.find(({ id }) => id === params.member);
      if (!person) throw new Unknown();
      if (body.untilOn < person.sinceOn)
        return problem('untilOn', 'That is before they came. Write the day they left');
      await leaveSite(db, site.id, person.id, body.untilOn);
      return done(`/evidence/sites/${site.id}`, [], 'Until when is written down. What they agreed stays.');
    },
    again: ({ db, visit, params }) => pageOf(db, params.id, visit.actor.name),
    page: PeoplePage,
  });
}

async function saveRule({ db, site, body, today }: Saying<(typeof RuleForm)['_output']>) {
  if (body.agreedOn > today) return problem('agreedOn', 'That day is still to come');
  if (body.replaces && !standing(site.rules).some(({ id }) => id === body.replaces))
    return problem('replaces', 'Choose a rule that stands');
  if (body.replaces && !body.why) return problem('why', 'Write why the rule changes');
  if (body.isSetAside && !body.replaces) return problem('replaces', 'Choose the rule that is set aside');
  await agreeRule(db, site.id, { ...body, replacesId: body.replaces });
  return body.isSetAside ? 'The rule is set aside, and stays to be read.' : 'The rule is written down.';
}

async function saveMeasure({ db, site, body }: Saying<(typeof MeasureForm)['_output']>) {
  const ours = ourMeasures.find(({ about }) => about === body.about);
  const measure = ours?.measure ?? body.measure;
  const definition = ours?.definition ?? body.definition;
  if (!measure) return problem('measure', 'Choose one of ours, or write what is measured');
  if (!definition) return problem('definition', 'Write how it is counted: of whom, since when, by when');
  if (body.replaces && !site.measures.some(({ id }) => id === body.replaces))
    return problem('replaces', 'Choose a measure of this site');
  const asked = { replacesId: body.replaces, why: body.why };
  const refusal = mayRegister(site, asked, dayOf(nowOf(db)));
  if (refusal) return refusal;
  await registerMeasure(db, site.id, { ...asked, about: ours?.about ?? null, measure, definition });
  return 'The measure is registered, in these words, with today’s date.';
}
