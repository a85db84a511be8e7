import type { Day } from '../../../platform/clock.ts';
import type { Frame } from '../../../platform/ui/frame.ts';
import { BackLink, InsetText } from '../../../platform/ui/govuk/blocks.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import type { ComparisonStanding } from '../comparison-standing.ts';
import { beganInWords } from '../in-words.ts';
import type { KeptSite } from '../kept-site.ts';
import type { Missing } from '../starting.ts';
import type { StepStanding } from '../steps.ts';
import { Measures, PeopleOfSite, Rules } from './agreed.tsx';
import { LogTold } from './log-told.tsx';
import { SaidOfSite } from './said-of-site.tsx';
import { StepsTold } from './steps-told.tsx';
import { TapTold } from './tap-told.tsx';

export interface SiteValue {
  site: KeptSite;
  today: Day;
  /** The reader keeps sites. */
  mayKeep: boolean;
  steps: StepStanding[];
  comparison: ComparisonStanding;
  /** What it has to say before it may begin. */
  missing: Missing[];
}

/** One site in one page: what it is, where each step stands, and its logs. */
export function SitePage(value: SiteValue, frame: Frame) {
  const { site, today } = value;
  return (
    <Page title="A site" frame={frame} section="Evidence">
      <BackLink href="/evidence/sites">Sites</BackLink>
      <p class="app-when">
        {site.teamName}; it {beganInWords(site, today)}
        {site.whyLate ? `, which was said only later: ${site.whyLate}` : ''}
      </p>
      <h1>{site.name}</h1>
      <BeforeItBegins {...value} />
      {site.startedOn && site.startedOn <= today ? (
        <p>
          <a href={`/evidence?site=${site.id}`}>Its figures</a>
          {value.comparison.mark ? `; whom they are set beside was ${value.comparison.mark}` : ''}
        </p>
      ) : null}
      <StepsTold {...value} />
      <SaidOfSite {...value} />
      <Measures {...value} />
      <Rules {...value} />
      <PeopleOfSite {...value} />
      <TapTold {...value} />
      <LogTold {...value} />
      <Lineage {...value} />
    </Page>
  );
}

/** E11: what it has not said yet, each a link to where it is said. */
function BeforeItBegins({ site, missing, mayKeep }: SiteValue) {
  if (site.startedOn) return null;
  if (!missing.length)
    return (
      <InsetText>
        It has said everything it must before it begins.{' '}
        {mayKeep ? <a href={`/evidence/sites/${site.id}/start`}>Say its first day</a> : null}
      </InsetText>
    );
  return (
    <InsetText>
      <p>Before it may begin, it has to say:</p>
      <ul>
        {missing.map(({ what, page }) => (
          <li key={what}>{mayKeep ? <a href={`/evidence/sites/${site.id}/${page}`}>{what}</a> : what}</li>
        ))}
      </ul>
    </InsetText>
  );
}

/** Where a site came from, and which came from it. */
function Lineage({ site, mayKeep }: SiteValue) {
  return (
    <section>
      <h2>From one site to another</h2>
      {site.begunFrom ? (
        <p>
          It began with the rules and measures of{' '}
          <a href={`/evidence/sites/${site.begunFrom.id}`}>{site.begunFrom.name}</a>.
        </p>
      ) : null}
      {site.begunFromThis.length ? (
        <p>
          Begun from this one:{' '}
          {site.begunFromThis.map(({ id, name }, at) => (
            <>
              {at ? ', ' : ''}
              <a href={`/evidence/sites/${id}`}>{name}</a>
            </>
          ))}
          .
        </p>
      ) : (
        <p>No other site has been begun from this one.</p>
      )}
      {mayKeep ? (
        <p>
          <a href={`/evidence/sites/${site.id}/another`}>Start another from this one</a>
        </p>
      ) : null}
    </section>
  );
}
