import { addDays } from '../../../platform/clock.ts';
import type { Again } from '../../../platform/http/routes.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import { asked } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { Details, WarningText } from '../../../platform/ui/govuk/blocks.tsx';
import { Radios } from '../../../platform/ui/govuk/choices.tsx';
import { Input } from '../../../platform/ui/govuk/input.tsx';
import { Select } from '../../../platform/ui/govuk/select.tsx';
import { Table } from '../../../platform/ui/govuk/table.tsx';
import { Textarea } from '../../../platform/ui/govuk/textarea.tsx';
import { WEEKS_WANTED } from '../baseline-standing.ts';
import { comparisonKindInWords } from '../in-words.ts';
import { comparisonKinds, type KeptSite } from '../kept-site.ts';
import { KeepingPage, Why } from './keeping-page.tsx';
import type { KeepingValue } from './keeping-value.ts';

const hasBegun = ({ startedOn }: KeptSite, today: string): boolean =>
  startedOn !== null && startedOn <= today;

/** E11: named before the start; afterwards it is marked as such for ever. */
export function ComparisonPage({ site, today, choices }: KeepingValue, frame: Frame, again?: Again) {
  const teams = choices.teams.filter(({ id }) => id !== site.teamId);
  return (
    <KeepingPage
      {...{ site, frame, again }}
      title="Whom is the site set beside?"
      noun="comparison"
      button="Name it, with today’s date"
      lead={
        hasBegun(site, today) ? (
          <WarningText>
            The site has begun. A comparison named now is marked beside every figure, for ever, as named after
            the start.
          </WarningText>
        ) : (
          <p>Said before anybody can know what would flatter. That there is nobody is an answer too.</p>
        )
      }
    >
      <Radios
        {...asked(again, 'kind')}
        legend="Beside whom"
        items={comparisonKinds.map((kind) => ({ value: kind, label: comparisonKindInWords[kind] }))}
      />
      <Select
        {...asked(again, 'team')}
        label="Which team, if it is one other team"
        items={[{ value: '', text: 'No team' }, ...teams.map(({ id, name }) => ({ value: id, text: name }))]}
      />
      <Textarea {...asked(again, 'words')} label="Who they are; where there is nobody, why" rows={3} />
      <Textarea
        {...asked(again, 'howItDiffers')}
        label="How they differ from the site’s people"
        hint="Where they live, who they are, who answers them, who chose"
        rows={3}
      />
      <Why again={again} isAsked={site.comparisons.length > 0 || hasBegun(site, today)} />
    </KeepingPage>
  );
}

/** What was usual, looked at by week before the start. */
export function BaselinePage({ site, weeks }: KeepingValue, frame: Frame, again?: Again) {
  const first = weeks[0]?.weekOf;
  const last = weeks.at(-1)?.weekOf;
  return (
    <KeepingPage
      {...{ site, frame, again }}
      title="What was usual before?"
      noun="baseline"
      button="Save"
      lead={
        <>
          <p>
            A site that begins after a bad quarter looks like a success by itself. So twelve months by week
            are looked at first, when there are so many.
          </p>
          <p>
            {first && last
              ? `The record holds ${weeks.length} whole weeks of ${site.teamName} from ${longDate(first)}${weeks.length < WEEKS_WANTED ? ', fewer than a year' : ''}.`
              : `The record holds no whole week of ${site.teamName} yet. Say so below, and leave the days empty.`}
          </p>
          {weeks.length ? (
            <Details summary="How many got in touch each week">
              <Table
                caption={`Contacts with ${site.teamName} by week`}
                tabIndex={0}
                head={['Week that began', 'Contacts']}
                rows={weeks.map(({ weekOf, contacts }) => [longDate(weekOf), contacts])}
              />
            </Details>
          ) : null}
        </>
      }
    >
      <Input {...asked(again, 'fromOn', first ? longDate(first) : '')} label="From which day" />
      <Input {...asked(again, 'toOn', last ? longDate(addDays(last, 6)) : '')} label="To which day" />
      <Textarea
        {...asked(again, 'words')}
        label="What was usual; where there is nothing to look at, why"
        hint="Steady, rising, falling? Weeks out of the ordinary, and why"
        rows={4}
      />
    </KeepingPage>
  );
}
