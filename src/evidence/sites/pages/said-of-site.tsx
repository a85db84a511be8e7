import type { ComponentChildren } from 'preact';
import { longDate } from '../../../platform/ui/dates.ts';
import { Details } from '../../../platform/ui/govuk/blocks.tsx';
import { SummaryList } from '../../../platform/ui/govuk/summary-list.tsx';
import { baselineInWords } from '../baseline-standing.ts';
import { comparisonKindInWords, scopeInWords } from '../in-words.ts';
import type { ComparisonNamed, KeptSite, Written } from '../kept-site.ts';
import type { SiteValue } from './site.pages.tsx';

/** What the site says of itself now, and beneath it everything it said before. */
export function SaidOfSite({ site, comparison, mayKeep }: SiteValue) {
  const aim = site.aims.at(-1);
  const baseline = site.baselines.at(-1);
  const scope = site.scopes.at(-1);
  const row = (key: string, value: ComponentChildren, page: string, text = 'Say again') => ({
    key,
    value: value ?? <span class="app-soft">Not said yet</span>,
    ...(mayKeep ? { actions: [{ href: `/evidence/sites/${site.id}/${page}`, text, hiddenText: key }] } : {}),
  });
  return (
    <section>
      <h2>What it says of itself</h2>
      <SummaryList
        rows={[
          row(
            'Whose contacts',
            scope && `${scopeInWords(scope)} From ${longDate(scope.fromOn)}.`,
            'scope',
            scope ? 'Say again' : 'Say',
          ),
          row('Owner', aim?.owner, 'aim', aim ? 'Say again' : 'Say'),
          row('If it works, what stops', aim?.whatStops, 'aim', aim ? 'Say again' : 'Say'),
          row('If it works, what money moves', aim?.whatMoneyMoves || null, 'aim', aim ? 'Say again' : 'Say'),
          row(
            'Set beside',
            comparison.current && <Beside named={comparison.current} mark={comparison.mark} />,
            'comparison',
            comparison.current ? 'Say again' : 'Say',
          ),
          row(
            'What was usual before',
            baseline &&
              `${baseline.words} (${capitalised(baselineInWords(baseline))}; looked at ${longDate(baseline.lookedOn)}.)`,
            'baseline',
            baseline ? 'Look again' : 'Look',
          ),
        ]}
      />
      <SaidBefore site={site} />
    </section>
  );
}

function Beside({ named, mark }: { named: ComparisonNamed; mark: string | null }) {
  return (
    <>
      <p>
        {comparisonKindInWords[named.kind]}
        {named.teamName ? `, ${named.teamName}` : ''}. {named.words}
      </p>
      {named.howItDiffers ? <p>How they differ: {named.howItDiffers}</p> : null}
      <p>{mark ? <b>{capitalised(mark)}.</b> : `Named ${longDate(named.namedOn)}.`}</p>
    </>
  );
}

/** Everything that was said again: the earlier words stay to be read, each with its day. */
function SaidBefore({ site }: { site: KeptSite }) {
  const earlier = [
    ...site.scopes.slice(0, -1).map((one) => ({ ...one, of: 'Whose contacts', said: scopeInWords(one) })),
    ...site.aims.slice(0, -1).map((one) => ({
      ...one,
      of: 'Owner and aim',
      said: `${one.owner}. ${one.whatStops} ${one.whatMoneyMoves}`,
    })),
    ...site.comparisons
      .slice(0, -1)
      .map((one) => ({ ...one, of: 'Set beside', said: `${one.words} ${one.howItDiffers ?? ''}` })),
    ...site.baselines.slice(0, -1).map((one) => ({ ...one, of: 'What was usual before', said: one.words })),
  ];
  const whys = [...site.scopes, ...site.aims, ...site.comparisons].filter(({ why }) => why);
  if (!earlier.length) return null;
  return (
    <Details summary="What it said before, and why it changed">
      <ul>
        {earlier.map(({ id, of, said, ...written }) => (
          <li key={id}>
            {of}: {said} <By {...written} />
          </li>
        ))}
        {whys.map(({ id, why, ...written }) => (
          <li key={`why ${id}`}>
            Why it changed: {why} <By {...written} />
          </li>
        ))}
      </ul>
    </Details>
  );
}

export function By({ writtenOn, writtenBy }: Written) {
  return (
    <span class="app-by">
      {writtenBy ? `${writtenBy}, ` : ''}
      {longDate(writtenOn)}
    </span>
  );
}

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
