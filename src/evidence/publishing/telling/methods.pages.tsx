import type { Frame } from '../../../platform/ui/frame.ts';
import { Table } from '../../../platform/ui/govuk/table.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import { rulesInWords, withinInWords } from '../../rules/rules-in-words.ts';
import { definitions } from '../../site/definitions.ts';
import { TOO_FEW_BELOW } from '../../statistics/too-few.ts';
import { TOLD_FROM, TOLD_TO } from '../disclosure.ts';
import { LEAST_DAYS_BETWEEN } from '../may-publish.ts';
import { CODE_VERSION } from './told-site.ts';

export interface MethodsValue {
  slug: string;
}

/** The same words as those who work here read, rule by rule. */
const measures = rulesInWords.map(({ rule, name, definition, within }) => [
  rule,
  [name, withinInWords(within)].filter(Boolean).join(', '),
  definition,
]);

const statistics = [
  [
    'The range of a share',
    definitions.interval,
    'Wilson (1927), J Am Stat Assoc 22:209–212; Newcombe (1998), Stat Med 17:857–872, method 3',
  ],
  [
    'The difference between two groups',
    'For two separate groups on the same days, never for before and after.',
    'Newcombe (1998), Stat Med 17:873–890, method 10',
  ],
  ['Too few to compare', `Fewer than ${TOO_FEW_BELOW} people followed.`, 'A judgement'],
  [
    'Hiding and rounding',
    `Counts below ${TOLD_FROM} are hidden, none among them unless the dates say so already; the rest are told to the nearest ${TOLD_TO}.`,
    'NHS Digital (2018), disclosure control methodology for Hospital Episode Statistics, which this is stricter than in hiding none',
  ],
  [
    'Keeping hidden numbers hidden',
    'A number hidden alone takes the smallest beside it with it. Then an attacker’s arithmetic is run over everything that would be told, and more is hidden while it leaves any hidden number fewer than three answers.',
    'Willenborg and de Waal (2001), Elements of Statistical Disclosure Control, ch. 6',
  ],
  [
    'From one time to the next',
    `Each telling is as at one day, at least ${LEAST_DAYS_BETWEEN} days after the last, and a number that has moved by fewer than ${TOLD_FROM} is told as before.`,
    'A judgement',
  ],
  [
    'Sites told on one day',
    'Sites with one first day count the same people: whoever one answered is among those answered elsewhere for the other. Told as at one day, they are audited as one.',
    'A judgement',
  ],
  [
    'By age and by postcode district',
    'Where it is told, lines are audited with the totals as one whole and given up before any total is. A district of which nothing can be told is not named.',
    'A judgement',
  ],
  [
    'Charts',
    'Drawn from the told numbers and nothing else. Week by week is not told: most weeks hold too few people to tell, and hidden weeks could be worked out from the rest.',
    'A judgement',
  ],
  [
    'Days to a conversation',
    `Half within is told from ${2 * TOLD_FROM} people and nine in ten from ${10 * TOLD_FROM}, so that ${TOLD_FROM} stand on either side. The longest is never told.`,
    'A judgement',
  ],
];

/** How everything told is counted, from the definitions the counting itself uses. */
export function MethodsPage({ slug }: MethodsValue, frame: Frame) {
  return (
    <Page title="How this is counted" frame={frame}>
      <div class="app-report">
        <p>
          <a href={`/at/${slug}/evidence`}>Back to what it shows</a>
        </p>
        <h1>How this is counted</h1>
        <p>
          Every number is counted by software version {CODE_VERSION} from the records of conversations
          themselves; nothing is typed in twice. What was to be measured is written down before a site begins.
        </p>
        <Table caption="What is counted" tabIndex={0} head={['Rule', 'Measure', 'How']} rows={measures} />
        <Table
          caption="How it is worked out and told"
          tabIndex={0}
          head={['What', 'How', 'Where it comes from']}
          rows={statistics}
        />
        <h2>Check it yourself</h2>
        <p>
          The download holds every number told, its definition and the software’s version.{' '}
          <code>npm run check-bundle -- bundle.json</code> works each percentage and range out again from the
          numbers in it.
        </p>
      </div>
    </Page>
  );
}
