import { longDate } from '../../platform/ui/dates.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import { Page } from '../../platform/ui/page.tsx';
import { CountedAtTime } from '../kept/counted-at.tsx';
import { EvidenceFrame } from '../looking/evidence-frame.tsx';
import { placeOf } from '../looking/which-site.ts';
import { comparisonInWords, isSetBeside } from './compared.ts';
import type { EvidenceValue, NoSite } from './evidence-value.ts';
import { CameBack } from './sections/came-back.tsx';
import { HowFar } from './sections/reached.tsx';
import { Spoken } from './sections/spoken.tsx';
import { Supported } from './sections/supported.tsx';
import { AboutSite, WhatItCannotShow } from './site-words.tsx';

/** What the council sees of one site, or that there is no site yet. */
export function EvidencePage(value: EvidenceValue | NoSite, frame: Frame) {
  if (!value.site) return <NoSitePage {...value} frame={frame} />;
  const { site, looked, log, finding } = value;
  const { sites } = looked;
  const beside = comparisonInWords(site);
  return (
    <EvidenceFrame looked={looked} here="figures" title="Is the new way helping?" frame={frame}>
      <h1>Is the new way helping?</h1>
      <p class="govuk-body-l">{finding}</p>
      <p>
        <b>What it cannot show:</b>{' '}
        {isSetBeside(site)
          ? `that ${site.name} is why, because these are different people in different places; or`
          : `whether ${site.name} is why; or`}{' '}
        what it costs, or whether anybody’s life is better for it.
      </p>
      {beside ? <p>{beside}</p> : null}
      {log.isMadeUp ? (
        <p class="app-soft">
          Most of what is counted here is made up: two invented years. None of it is a finding about any real
          place.
        </p>
      ) : null}
      <Contents sites={sites} here={site.id} />
      <Supported {...value} />
      <Spoken {...value} />
      <div class="app-beside-each-other app-two">
        <HowFar {...value} />
        <CameBack {...value} />
      </div>
      <WhatItCannotShow looked={looked} />
      <AboutSite site={site} log={log} />
      <CountedAtTime looked={looked} counted={value.counted} frame={frame} />
      <MoreOfIt {...value} />
    </EvidenceFrame>
  );
}

const contents = [
  ['supported', 'Who came to draw on support'],
  ['spoken', 'How soon they were spoken with'],
  ['reached', 'How far conversations went'],
  ['returned', 'What stands against it'],
  ['cannot', 'What it cannot show'],
  ['about', 'How it was set up and is counted'],
] as const;

function Contents({ sites, here }: { sites: EvidenceValue['looked']['sites']; here: string }) {
  return (
    <nav aria-label="On this page">
      <ul class="app-contents">
        {contents.map(([id, text]) => (
          <li key={id}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ul>
      {sites.length > 1 ? <OtherSites sites={sites} here={here} /> : null}
    </nav>
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

function NoSitePage({ mayBring, frame }: NoSite & { frame: Frame }) {
  return (
    <Page title="Evidence" frame={frame}>
      <h1>Is the new way helping?</h1>
      <p>
        No site has been set up here yet. When a team begins to work in the new way, what it will measure is
        written down first, and the figures appear here from its first day.
      </p>
      <p>
        Until then: <a href="/evidence/sites">sites</a>,{' '}
        <a href="/evidence/places">places beside one another</a>
        {mayBring ? (
          <>
            , and <a href="/evidence/brought">the same measures over another system’s history</a>
          </>
        ) : null}
        .
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
