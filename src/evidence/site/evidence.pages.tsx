import { longDate } from '../../platform/ui/dates.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import { InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { Page } from '../../platform/ui/page.tsx';
import { EvidenceFrame } from '../looking/evidence-frame.tsx';
import { placeOf } from '../looking/which-site.ts';
import { comparisonInWords, isSetBeside } from './compared.ts';
import type { EvidenceValue } from './evidence-value.ts';
import { CameBack } from './sections/came-back.tsx';
import { HowFar, HowSoon, WeekByWeek } from './sections/drawn.tsx';
import { Reached } from './sections/reached.tsx';
import { Supported } from './sections/supported.tsx';
import { Before, TapOff } from './sections/tap-off-and-before.tsx';
import { Waits } from './sections/waits.tsx';
import { AboutSite, WhatItCannotShow } from './site-words.tsx';

/** What the council sees of one site, or that there is no site yet. */
export function EvidencePage(value: EvidenceValue | null, frame: Frame) {
  if (!value) return <NoSitePage frame={frame} />;
  const { site, looked, evidence, log, finding } = value;
  const { sites } = looked;
  const beside = comparisonInWords(site);
  return (
    <EvidenceFrame looked={looked} here="figures" title="Is the new way helping?" frame={frame}>
      <h1>Is the new way helping?</h1>
      {log.isMadeUp ? (
        <InsetText>
          Most of what is counted here is made up: two invented years, so that there is something to count.
          None of it is a finding about any real place.
        </InsetText>
      ) : null}
      <p class="govuk-body-l">{finding}</p>
      <p>
        {isSetBeside(site)
          ? `These are different people in different places, so a difference alone does not show that ${site.name} is why. `
          : ''}
        Followed to {longDate(evidence.asOf)}.
      </p>
      {beside ? <p>{beside}</p> : null}
      {sites.length > 1 ? <OtherSites sites={sites} here={site.id} /> : null}
      <Supported {...value} />
      <HowSoon {...value} />
      <Waits {...value} />
      <WeekByWeek {...value} />
      <Reached {...value} />
      <HowFar {...value} />
      <CameBack {...value} />
      <p>
        Beside these:{' '}
        <a href={placeOf('/evidence/how-it-has-been', looked)}>what people have been put through</a>
        {value.maySeeNames ? (
          <>
            , and <a href={placeOf('/evidence/not-yet', looked)}>what rules said “not yet” to</a>
          </>
        ) : null}
        .
      </p>
      <TapOff {...value} />
      <WhatItCannotShow site={site} />
      <AboutSite site={site} log={log} />
      <Before {...value} />
      <MoreOfIt {...value} />
    </EvidenceFrame>
  );
}

/** The figures as a file, what everybody is told, and other ways of looking. */
function MoreOfIt({ looked, evidence, maySeeNames }: EvidenceValue) {
  return (
    <p>
      <a href={placeOf('/evidence/figures.csv', looked)}>These figures as a file for a spreadsheet (CSV)</a>.
      Counted on {longDate(evidence.asOf)} from the record as it stood. For those who work here, not for
      publishing. <a href="/evidence/publish">What everybody is told</a>, and{' '}
      <a href="/evidence/places">places beside one another</a>
      {maySeeNames ? null : (
        <>
          , and <a href="/evidence/brought">the same measures over another system’s history</a>
        </>
      )}
      .
    </p>
  );
}

function NoSitePage({ frame }: { frame: Frame }) {
  return (
    <Page title="Evidence" frame={frame}>
      <h1>Is the new way helping?</h1>
      <p>
        No site has been set up here yet. When a team begins to work in the new way, what it will measure is
        written down first, and the figures appear here from its first day.
      </p>
    </Page>
  );
}

function OtherSites({ sites, here }: { sites: EvidenceValue['looked']['sites']; here: string }) {
  const others = sites.filter(({ id }) => id !== here);
  return (
    <p>
      Other sites:{' '}
      {others.map(({ id, name }, at) => (
        <>
          {at > 0 ? ', ' : ''}
          <a href={`/evidence?site=${id}`}>{name}</a>
        </>
      ))}
    </p>
  );
}
