import { addDays } from '../../../platform/clock.ts';
import type { Again } from '../../../platform/http/routes.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import { asked } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { Input } from '../../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../../platform/ui/govuk/textarea.tsx';
import { standing } from '../kept-site.ts';
import { NameAndTeam } from '../pages/sites.pages.tsx';
import { missingToStart } from '../starting.ts';
import { KeepingPage } from './keeping-page.tsx';
import type { KeepingValue } from './keeping-value.ts';

/** E11: a first day is said once, when everything before it has been said. */
export function StartPage({ site, today }: KeepingValue, frame: Frame, again?: Again) {
  const missing = missingToStart(site);
  return (
    <KeepingPage
      {...{ site, frame, again }}
      title="Its first day"
      noun="start"
      button="Begin on that day"
      lead={
        <>
          {missing.length ? (
            <>
              <p>Not said yet:</p>
              <ul>
                {missing.map(({ what, page }) => (
                  <li key={what}>
                    <a href={`/evidence/sites/${site.id}/${page}`}>{what}</a>
                  </li>
                ))}
              </ul>
            </>
          ) : null}
          <p>
            A first day is said once and never moved. It lies after the day the last measure was registered,
            the comparison named and what was usual looked at.
          </p>
        </>
      }
    >
      <Input
        {...asked(again, 'startedOn', longDate(addDays(today, 1)))}
        label="The first day"
        hint="For example 21 November 2026"
      />
      <Textarea {...asked(again, 'whyLate')} label="If that day is past: why it is said only now" rows={2} />
    </KeepingPage>
  );
}

/** What comes along to another site, and what it has to say for itself. */
export function AnotherPage({ site, choices }: KeepingValue, frame: Frame, again?: Again) {
  const rules = standing(site.rules).length;
  const measures = standing(site.measures).length;
  return (
    <KeepingPage
      {...{ site, frame, again }}
      title="Start another from this one"
      noun="another"
      button="Set it up"
      lead={
        <>
          <p>
            {many(rules, 'rule')} of {site.name} will come along, to be agreed there too, and{' '}
            {many(measures, 'measure')}, registered anew with today’s date.
          </p>
          <p>
            Whose contacts, who owns it, what stops, what was usual and whom it is set beside stay open: those
            are its own to say.
          </p>
        </>
      }
    >
      <NameAndTeam teams={choices.teams} again={again} />
    </KeepingPage>
  );
}

const many = (count: number, what: string): string => (count === 1 ? `1 ${what}` : `${count} ${what}s`);
