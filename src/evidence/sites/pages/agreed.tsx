import { longDate } from '../../../platform/ui/dates.ts';
import { Details } from '../../../platform/ui/govuk/blocks.tsx';
import { comesAsInWords } from '../in-words.ts';
import { type Measure, type SiteRule, standing } from '../kept-site.ts';
import { measureStandingInWords } from '../registering.ts';
import type { SiteValue } from './site.pages.tsx';

/** E11: what was registered, in its own words, and each change with its day and reason. */
export function Measures({ site, mayKeep }: SiteValue) {
  const stand = standing(site.measures);
  const changed = site.measures.filter((one) => !stand.includes(one));
  const told = (one: Measure) => (
    <li key={one.id}>
      <b>{one.measure}.</b> {one.definition}{' '}
      <span class="app-by">
        {one.writtenBy ? `${one.writtenBy}, ` : ''}
        {measureStandingInWords(one, site.startedOn)}
      </span>
      {one.whyChanged ? <> Why: {one.whyChanged}</> : null}
    </li>
  );
  return (
    <section>
      <h2>What it said it would measure</h2>
      {stand.length ? <ul>{stand.map(told)}</ul> : <p>Nothing is registered yet.</p>}
      {changed.length ? (
        <Details summary="Measures that a later one changed">
          <ul>{changed.map(told)}</ul>
        </Details>
      ) : null}
      {mayKeep ? (
        <p>
          <a href={`/evidence/sites/${site.id}/measures`}>Register a measure</a>
        </p>
      ) : null}
    </section>
  );
}

export function Rules({ site, mayKeep }: SiteValue) {
  const stand = standing(site.rules);
  const changed = site.rules.filter((one) => !stand.includes(one));
  const told = (one: SiteRule) => (
    <li key={one.id}>
      {one.isSetAside ? 'Set aside: ' : ''}
      {one.rule}{' '}
      <span class="app-by">
        Agreed {longDate(one.agreedOn)} by {one.agreedBy}
        {one.withPeople ? ', people who are not staff among them' : ''}
      </span>
      {one.why ? <> {one.why}</> : null}
    </li>
  );
  return (
    <section>
      <h2>Rules it agreed</h2>
      {stand.length ? <ul>{stand.map(told)}</ul> : <p>No rule has been agreed yet.</p>}
      {changed.length ? (
        <Details summary="Rules that changed or were set aside">
          <ul>{changed.map(told)}</ul>
        </Details>
      ) : null}
      {mayKeep ? (
        <p>
          <a href={`/evidence/sites/${site.id}/rules`}>Write down a rule that was agreed</a>
        </p>
      ) : null}
    </section>
  );
}

export function PeopleOfSite({ site, today, mayKeep }: SiteValue) {
  const isHere = (untilOn: string | null) => untilOn === null || untilOn > today;
  return (
    <section>
      <h2>Who makes it</h2>
      {site.people.length ? (
        <ul>
          {site.people.map((one) => (
            <li key={one.id}>
              {one.name} ({comesAsInWords[one.comesAs]}): {one.part}{' '}
              <span class="app-by">
                Since {longDate(one.sinceOn)}
                {isHere(one.untilOn) ? '' : `, until ${longDate(one.untilOn ?? today)}`}
                {one.thankedHow ? `. ${one.thankedHow}` : ''}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p>Nobody is named yet.</p>
      )}
      {mayKeep ? (
        <p>
          <a href={`/evidence/sites/${site.id}/people`}>Add somebody, or say that somebody has left</a>
        </p>
      ) : null}
    </section>
  );
}
