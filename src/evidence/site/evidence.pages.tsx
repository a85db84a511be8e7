import { longDate } from '../../platform/ui/dates.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import { Details, InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { Table } from '../../platform/ui/govuk/table.tsx';
import { Page } from '../../platform/ui/page.tsx';
import { When } from '../../platform/ui/telling.tsx';
import { inWords } from '../figure.ts';
import type { Evidence, GroupEvidence } from './evidence.ts';
import { FigureTable } from './figure-table.tsx';
import {
  besideInWords,
  cameInWords,
  exceptionInWords,
  reachedInWords,
  tapInWords,
  waitsInWords,
} from './sentences.ts';
import type { Site, SiteLog } from './site.store.ts';
import { AboutSite, WhatItCannotShow } from './site-words.tsx';

export interface EvidenceValue {
  site: Site;
  /** Every site of the council, to choose from. */
  sites: { id: string; name: string }[];
  evidence: Evidence;
  log: SiteLog;
  finding: string;
  /** The reader is alongside people, and may see who is waiting by name. */
  maySeeNames: boolean;
}

/** What the council sees of one site, or that there is no site yet. */
export function EvidencePage(value: EvidenceValue | null, frame: Frame) {
  if (!value) return <NoSitePage frame={frame} />;
  const { site, sites, evidence, log, finding } = value;
  return (
    <Page title="Is the new way helping?" frame={frame}>
      <p class="app-when">
        {site.name}, since {longDate(site.startedOn)}
      </p>
      <h1>Is the new way helping?</h1>
      {log.isMadeUp ? (
        <InsetText>
          Most of what is counted here is made up: two invented years, so that there is something to count.
          None of it is a finding about any real place.
        </InsetText>
      ) : null}
      <p class="govuk-body-l">{finding}</p>
      <p>
        These are different people in different places, so a difference alone does not show that {site.name}{' '}
        is why. Followed to {longDate(evidence.asOf)}.
      </p>
      {sites.length > 1 ? <OtherSites sites={sites} here={site.id} /> : null}
      <Supported {...value} />
      <Waits {...value} />
      <Reached {...value} />
      <CameBack {...value} />
      <TapOff {...value} />
      <WhatItCannotShow site={site} />
      <AboutSite site={site} log={log} />
      <Before {...value} />
      <p>
        <a href={`/evidence/figures.csv?site=${site.id}`}>These figures as a file for a spreadsheet (CSV)</a>.
        Counted on {longDate(evidence.asOf)} from the record as it stood. For those who work here, not for
        publishing.
      </p>
    </Page>
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

function OtherSites({ sites, here }: { sites: EvidenceValue['sites']; here: string }) {
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

const elsewhereName = 'Elsewhere';

/** E1, E3 and E4. */
function Supported({ site, evidence }: EvidenceValue) {
  const { site: here, elsewhere } = evidence;
  return (
    <section>
      <h2>Who came to draw on ongoing support</h2>
      <p>
        {site.name} has had {cameInWords(here)} Elsewhere over the same days: {cameInWords(elsewhere)}
      </p>
      <FigureTable
        caption="People who began ongoing support."
        groups={besideElsewhere(site, evidence, 'people')}
      />
      <p>
        Beside these figures: {besideInWords(`at ${site.name}`, here)};{' '}
        {besideInWords('elsewhere', elsewhere)}.
      </p>
      <Details summary="The same over contact episodes, as national figures count">
        <FigureTable
          caption="Contact episodes followed by ongoing support."
          groups={besideElsewhere(site, evidence, 'episodes')}
        />
      </Details>
      <Details summary="The same in sentences, each with what stands against it">
        <InSentences name={site.name} group={here} />
        <InSentences name={elsewhereName} group={elsewhere} />
      </Details>
    </section>
  );
}

function besideElsewhere(site: Site, evidence: Evidence, kind: 'people' | 'episodes' | 'returns') {
  return [
    { name: site.name, figures: evidence.site[kind] },
    { name: elsewhereName, figures: evidence.elsewhere[kind], isComparison: true },
  ];
}

function InSentences({ name, group }: { name: string; group: GroupEvidence }) {
  return (
    <>
      <h3>{name}</h3>
      <ul>
        {[...group.people, ...group.episodes].map((one) => (
          <li key={`${one.of}-${one.windowDays}`}>{inWords(one)}</li>
        ))}
      </ul>
    </>
  );
}

/** E6 and F2. */
function Waits({ site, evidence, maySeeNames }: EvidenceValue) {
  const say = (group: GroupEvidence) => waitsInWords(group.waits, evidence.tooFewBelow);
  return (
    <section>
      <h2>How soon somebody was spoken with</h2>
      <p>
        <b>{site.name}.</b> {say(evidence.site)}
      </p>
      <p>
        <b>Elsewhere.</b> {say(evidence.elsewhere)}
      </p>
      {maySeeNames ? (
        <p>
          <a href={`/evidence/not-yet-spoken-with?site=${site.id}`}>
            People {site.name} has not spoken with for 28 days or more, by name
          </a>
        </p>
      ) : null}
    </section>
  );
}

function Reached({ site, evidence }: EvidenceValue) {
  return (
    <section>
      <h2>How far conversations went</h2>
      <p>
        <b>{site.name}.</b> {reachedInWords(evidence.site)}
      </p>
      <p>
        <b>Elsewhere.</b> {reachedInWords(evidence.elsewhere)}
      </p>
      <p class="app-soft">Reaching conversation 3 is not the same as drawing on support.</p>
    </section>
  );
}

/** The counter-measures, and what our own rules said no to. */
function CameBack({ site, evidence, log }: EvidenceValue) {
  const refused = log.refusals.map(({ what, times }) => `${what}, ${timesInWords(times)}`).join('; ');
  const excepted = log.exceptions
    .map(({ what, times }) => `${exceptionInWords[what] ?? what}, ${timesInWords(times)}`)
    .join('; ');
  return (
    <section>
      <h2>What stands against it</h2>
      <FigureTable
        caption="People who came back after everything had rested."
        groups={besideElsewhere(site, evidence, 'returns')}
      />
      <p>
        Our own rules said “not yet” to colleagues at {site.name}: {refused || 'never so far'}.
      </p>
      <p>Conversation 3 opened as an exception: {excepted || 'never so far'}.</p>
    </section>
  );
}

/** E9: people who came while the tap was off are followed too. */
function TapOff({ site, evidence, log }: EvidenceValue) {
  return (
    <section>
      <h2>When the tap was off</h2>
      <p>
        People who got in touch with {site.name} on those days were answered as before. They are counted
        apart, and followed as long: {cameInWords(evidence.tapOff)}{' '}
        {waitsInWords(evidence.tapOff.waits, evidence.tooFewBelow)}
      </p>
      <Details summary="Their figures, and every day the tap was turned">
        <FigureTable
          caption="People who came while the tap was off, and began ongoing support."
          groups={[{ name: site.name, figures: evidence.tapOff.people }]}
        />
        <Table
          caption="The tap"
          tabIndex={0}
          head={['Day', 'Tap', 'Why']}
          rows={log.tap.map((change) => [<When on={change.onDay} />, tapInWords(change), change.why])}
        />
      </Details>
    </section>
  );
}

/** For what was usual; never a before and after (E9). */
function Before({ site, evidence }: EvidenceValue) {
  return (
    <Details summary={`What was usual for this team in the two years before ${site.name}`}>
      <p>
        This is not a before and after: two figures cannot show a change. {cameInWords(evidence.before)}{' '}
        {waitsInWords(evidence.before.waits, evidence.tooFewBelow)}
      </p>
      <FigureTable
        caption="People who began ongoing support."
        groups={[{ name: 'The team, before', figures: evidence.before.people }]}
      />
    </Details>
  );
}

const timesInWords = (times: number): string =>
  times === 1 ? 'once' : `${times.toLocaleString('en-GB')} times`;
