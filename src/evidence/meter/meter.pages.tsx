import { exceptionInWords, exceptions } from '../../conversations/gate/gate.ts';
import { type Identity, nameFor } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import { type Day, dayOf, daysBetween } from '../../platform/clock.ts';
import { longDate } from '../../platform/ui/dates.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import { Table } from '../../platform/ui/govuk/table.tsx';
import { sentence } from '../../platform/ui/sentence.ts';
import { When } from '../../platform/ui/telling.tsx';
import { EvidenceFrame } from '../looking/evidence-frame.tsx';
import { type Looked, placeOf } from '../looking/which-site.ts';
import type { NotYet, OpenedAtOnce, SiteMeter } from './meter.store.ts';
import { type Meter, meterInWords } from './meter.ts';

export interface PersonMeterValue {
  identity: Identity;
  today: Day;
  meter: Meter;
}

/** What we have put one person through, so that we can stop doing it. */
export function PersonMeterPage({ identity, today, meter }: PersonMeterValue, frame: Frame) {
  return (
    <PersonFrame identity={identity} today={today} here="conversations" title="How it has been" frame={frame}>
      <h2>How it has been for {nameFor(identity)}</h2>
      <p>
        Six things that make it worse for somebody, from the record as it stands. Fewer is better. It is about
        us and not about them.
      </p>
      <ul class="app-plain-list">
        {meterInWords(meter).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </PersonFrame>
  );
}

const siteLines: Record<SiteMeter['lines'][number]['name'], { text: string; unit: string }> = {
  handOns: { text: 'Handed on from one of us to another', unit: 'times' },
  toldAgain: { text: 'Told their story again to somebody who had not read it', unit: 'times' },
  daysToConversation: { text: 'Waited a day or more for a first conversation', unit: 'days' },
  decidedUnmet: { text: 'Decided about by somebody who had not met them', unit: 'times' },
  promisesBroken: { text: 'Had a promise of ours broken', unit: 'promises' },
  longestGap: { text: 'Went a day or more without us in a crisis', unit: 'days' },
};

export interface SiteMeterValue {
  looked: Looked;
  meter: SiteMeter;
}

/** The same for everybody a site has answered, lower is better. No worker and no person is named or ranked. */
export function SiteMeterPage({ looked, meter }: SiteMeterValue, frame: Frame) {
  const { site } = looked;
  return (
    <EvidenceFrame
      looked={looked}
      here="how-it-went"
      path="/evidence/how-it-has-been"
      title="How it has been for people"
      frame={frame}
    >
      <Back looked={looked} />
      <h1>How it has been for people</h1>
      <p>
        What {meter.people.toLocaleString('en-GB')} people have been put through since {site.name} began on{' '}
        {longDate(site.startedOn)}. Fewer is better in every row.
      </p>
      <Table
        tabIndex={0}
        caption="How many people each happened to, and the most it was for anybody"
        head={['What', 'People', 'Out of', 'The most for anybody']}
        rows={meter.lines.map(({ name, people, outOf, most }) => [
          siteLines[name].text,
          people.toLocaleString('en-GB'),
          outOf.toLocaleString('en-GB'),
          `${most.toLocaleString('en-GB')} ${siteLines[name].unit}`,
        ])}
      />
    </EvidenceFrame>
  );
}

export interface NotYetValue {
  looked: Looked;
  notYet: NotYet[];
  atOnce: OpenedAtOnce[];
}

/** What rules said “not yet” to, for learning whether a rule helps or is in the way. */
export function NotYetPage({ looked, notYet, atOnce }: NotYetValue, frame: Frame) {
  const { site } = looked;
  return (
    <EvidenceFrame
      looked={looked}
      here="how-it-went"
      path="/evidence/not-yet"
      title="What rules said not yet to"
      frame={frame}
    >
      <Back looked={looked} />
      <h1>What rules said “not yet” to</h1>
      <p>
        So that the team can ask whether a rule helps or is in the way. Who it was about is not shown here,
        and nobody is judged by it.
      </p>
      {notYet.length ? null : <p>Nothing since {site.name} began.</p>}
      <ul class="app-plain-list">
        {notYet.map((one) => (
          <li>
            <b>{sentence(one.tried)}</b> <span class="app-by">{one.by}</span>, <When at={one.at} />.{' '}
            {one.because ? sentence(one.because) : null} <span class="app-soft">(Rule {one.rule})</span>{' '}
            {whatNext(one)}
          </li>
        ))}
      </ul>
      <h2>Conversation 3 opened at once</h2>
      {atOnce.length ? null : <p>Never, since {site.name} began.</p>}
      <ul class="app-plain-list">
        {atOnce.map((one) => (
          <li>
            <When on={one.on} />: {wordsFor(one.why)} {one.by ? <span class="app-by">{one.by}</span> : null}{' '}
            {one.decidedOn
              ? `A decision followed ${after(daysBetween(one.on, one.decidedOn))}.`
              : 'No decision has followed yet.'}
          </li>
        ))}
      </ul>
    </EvidenceFrame>
  );
}

function whatNext({ at, doneAt }: NotYet): string {
  if (!doneAt) return 'It has not been done since.';
  return `It was done ${after(daysBetween(dayOf(at), dayOf(doneAt)))}.`;
}

const after = (days: number): string =>
  days === 0 ? 'the same day' : days === 1 ? 'a day later' : `${days} days later`;

function wordsFor(why: string): string {
  const known = exceptions.find((one) => one === why);
  return known ? `${exceptionInWords[known].text}.` : sentence(why);
}

function Back({ looked }: { looked: Looked }) {
  return (
    <p class="app-when">
      <a href={placeOf('/evidence', looked)}>Back to whether the new way is helping</a>
    </p>
  );
}
