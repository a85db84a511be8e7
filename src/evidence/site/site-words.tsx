import { longDate } from '../../platform/ui/dates.ts';
import { Details } from '../../platform/ui/govuk/blocks.tsx';
import { type Looked, placeOf } from '../looking/which-site.ts';
import { registeredInWords } from './sentences.ts';
import type { Site, SiteLog } from './site.store.ts';

/** E8: what no figure on the page can tell, said on the page. */
export function WhatItCannotShow({ looked }: { looked: Looked }) {
  const { site } = looked;
  return (
    <Details id="cannot" summary="What this cannot show, and whom it is set beside">
      <ul>
        <li>
          {site.comparison}
          {site.comparisonMark ? <b> The comparison was {site.comparisonMark}.</b> : null}
        </li>
        <li>
          What each way costs in money or in hours. Neither is counted on this page, so no saving can be
          claimed from it: <a href={placeOf('/evidence/cost', looked)}>cost and hours</a> have their own.
        </li>
        <li>
          How life went. Who drew on support says nothing of whether it was a good life: for that, read what
          people said.
        </li>
        <li>
          What happens later than people have been followed. A short window always flatters, because support
          that starts late is missing from it, and people answered sooner may begin it sooner.
        </li>
        <li>Teams that differ whatever they do. No range here can see that; the weeks before can help.</li>
      </ul>
    </Details>
  );
}

/** How the site was set up: what was agreed, what was to be measured and when that was said, and how everything is counted. */
export function AboutSite({ site, log }: { site: Site; log: SiteLog }) {
  return (
    <>
      <Details id="about" summary={`How ${site.name} was set up`}>
        <p>
          {site.scope}{' '}
          <a href={`/evidence/sites/${site.id}`}>
            All that {site.name} has said, step by step, with its logs
          </a>
        </p>
        <p>
          <b>If it works:</b> {site.ifItWorks} <b>Owner:</b> {site.owner}.
        </p>
        <ul>
          {site.agreedRules.map(({ rule, agreedOn, agreedBy }) => (
            <li key={rule}>
              {rule}{' '}
              <span class="app-by">
                Agreed {longDate(agreedOn)} by {agreedBy}
              </span>
            </li>
          ))}
        </ul>
      </Details>
      <Details summary="What we said we would measure, and when we said it">
        <ul>
          {log.measures.map(({ measure, definition, registeredOn, whyChanged }) => (
            <li key={`${measure}-${registeredOn}`}>
              <b>{measure}.</b> {definition} Registered {longDate(registeredOn)},{' '}
              {registeredInWords(registeredOn, site.startedOn)}.{whyChanged ? ` ${whyChanged}` : ''}
            </li>
          ))}
        </ul>
      </Details>
      <p>
        <a href="/evidence/rules">How everything here is counted, rule by rule</a>
      </p>
    </>
  );
}
