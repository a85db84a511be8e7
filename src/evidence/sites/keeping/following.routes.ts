import type { House } from '../../../platform/http/house.ts';
import { attachEvidence, type PointsAt, turnTap, writeLog } from '../keeping.store.ts';
import type { KeptSite } from '../kept-site.ts';
import { promptOf } from '../site-log.ts';
import { LogForm, ShowingForm, TapForm } from '../sites.forms.ts';
import { choicesOf } from '../sites.store.ts';
import { mayTurnTap } from '../tap-log.ts';
import { keep, problem, type Saying } from './keep.routes.ts';
import type { KeepingValue } from './keeping-value.ts';
import { LogPage, ShowingPage } from './log-and-showing.pages.tsx';
import { TapPage } from './tap.pages.tsx';

/** What happens as a site goes on: its tap, its log, and what shows that its steps stand. */
export function followingRoutes(house: House): void {
  keep(house, {
    noun: 'tap',
    name: 'The site’s tap',
    body: TapForm,
    save: async ({ db, site, body, today }) => {
      const turn = { ...body, isOn: body.turn === 'on' };
      const refusal = mayTurnTap(site, turn, today);
      if (refusal) return refusal;
      await turnTap(db, site.id, turn);
      return `The tap is ${body.turn}. People who come while it is off are followed too.`;
    },
    page: TapPage,
  });
  keep(house, {
    noun: 'showing',
    name: 'What shows that a step stands',
    body: ShowingForm,
    save: saveShowing,
    page: ShowingPage,
  });
  keep(house, {
    noun: 'log',
    name: 'Decided, learned, talked over',
    body: LogForm,
    save: saveLog,
    page: LogPage,
  });
}

async function saveShowing({ db, site, body, today }: Saying<(typeof ShowingForm)['_output']>) {
  if (body.onDay > today) return problem('onDay', 'That day is still to come');
  const { ruleSets } = await choicesOf(db);
  const at = pointedAt(body.pointsAt, site, ruleSets);
  if (!at) return problem('pointsAt', 'Choose one of the list');
  await attachEvidence(db, site.id, { ...body, at });
  return 'What shows it is written beside the step.';
}

/** What evidence points at, when it is this site's own. */
function pointedAt(
  text: string,
  site: KeptSite,
  ruleSets: KeepingValue['choices']['ruleSets'],
): PointsAt | null {
  if (!text) return { kind: 'words', id: null };
  if (text === 'document') return { kind: 'document', id: null };
  const [kind, id] = text.split(':') as [Exclude<PointsAt['kind'], 'words' | 'document'>, string];
  const own = { measure: site.measures, rule: site.rules, log: site.log, 'rule-set': ruleSets }[kind];
  return own.some((one) => one.id === id) ? { kind, id } : null;
}

async function saveLog({ db, site, body, today }: Saying<(typeof LogForm)['_output']>) {
  if (body.onDay > today) return problem('onDay', 'That day is still to come');
  if (body.addsTo && !site.log.some(({ id }) => id === body.addsTo))
    return problem('addsTo', 'Choose an entry of this site');
  const prompt = body.answersPrompt ? promptOf(body.onDay) : null;
  await writeLog(db, site.id, { ...body, prompt, addsToId: body.addsTo });
  return 'It is in the log. Nothing there is changed later; what comes after is added.';
}
