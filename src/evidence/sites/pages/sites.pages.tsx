import type { Again } from '../../../platform/http/routes.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import { asked, Form } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { BackLink } from '../../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../../platform/ui/govuk/button.tsx';
import { Input } from '../../../platform/ui/govuk/input.tsx';
import { Select } from '../../../platform/ui/govuk/select.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import type { Choices, SiteLine } from '../sites.store.ts';

export interface SitesValue {
  sites: SiteLine[];
  mayKeep: boolean;
}

/** Every site of the council, those being set up first. */
export function SitesPage({ sites, mayKeep }: SitesValue, frame: Frame) {
  return (
    <Page title="Sites" frame={frame} section="Evidence">
      <BackLink href="/evidence">Is the new way helping?</BackLink>
      <h1>Where the new way is tried</h1>
      <p>
        A site says first whose contacts it answers, what it will measure, whom it is set beside, who owns it,
        and what stops if it works. Then it begins. What it says is never edited; what changes is said again,
        with its day.
      </p>
      {sites.length === 0 ? <p>No site has been set up here yet.</p> : null}
      <ul class="app-plain-list">
        {sites.map((site) => (
          <li key={site.id}>
            <a href={`/evidence/sites/${site.id}`}>{site.name}</a>, {site.teamName}.{' '}
            {site.startedOn ? `Began ${longDate(site.startedOn)}.` : 'Being set up.'}
            {site.owner ? ` Owned by ${site.owner}.` : ' Nobody owns it yet.'}
            {site.begunFrom ? ` Begun from ${site.begunFrom}.` : ''}
          </li>
        ))}
      </ul>
      {mayKeep ? (
        <p>
          <a class="govuk-button" href="/evidence/sites/new">
            Set up a site
          </a>
        </p>
      ) : null}
    </Page>
  );
}

export interface NewSiteValue {
  teams: Choices['teams'];
}

export function NewSitePage({ teams }: NewSiteValue, frame: Frame, again?: Again) {
  return (
    <Page title="Set up a site" frame={frame} again={again} section="Evidence">
      <BackLink href="/evidence/sites">Sites</BackLink>
      <h1>Set up a site</h1>
      <p>A name and a team are enough. Its page then lists what it has to say before it may begin.</p>
      <Form action="/evidence/sites" frame={frame}>
        <NameAndTeam teams={teams} again={again} />
        <Button>Set it up</Button>
      </Form>
    </Page>
  );
}

export function NameAndTeam({ teams, again }: { teams: Choices['teams']; again: Again | undefined }) {
  return (
    <>
      <Input {...asked(again, 'name')} label="What it is called" />
      <Select
        {...asked(again, 'team')}
        label="The team that answers"
        items={[{ value: '', text: 'Choose' }, ...teams.map(({ id, name }) => ({ value: id, text: name }))]}
      />
    </>
  );
}
