// Is the truth found when it is planted? Made-up sites answered by the product's own rules: `npx tsx bench/planted-truth.ts [sites] [seed]`.
import { beyond, type Kind, kinds, weeks, windowDays } from './planted/kinds.ts';
import { changeFound, criedWolf } from './planted/over-time.ts';
import { type Tally, tallyOf } from './planted/tally.ts';

const [sites = 1000, seed = 20261122] = process.argv.slice(2).map(Number);
const began = performance.now();
console.log(
  `Made-up sites of each kind: ${sites}. Seed: ${seed}. Ongoing support within ${windowDays} days of first contact, ` +
    `people who came in ${weeks.site} weeks, site less elsewhere.\n`,
);

heading('What is planted, and what was said of it');
const tallies = kinds.map(printed);
heading('What no interval round one site can see: teams that differ whatever they do');
beyond.map(printed);

const covered = tallies.map((tally) => tally.product.covered);
const wrong = tallies.filter((tally) => tally.kind.effect === 1).map((tally) => tally.product.declaredBetter);
console.log(
  `\n95% intervals held the truth in ${percent(Math.min(...covered))} to ${percent(Math.max(...covered))} of sites ` +
    `(wanted: 93% to 97%). A site with no effect was declared better in at most ${percent(Math.max(...wrong))} (wanted: 5%).`,
);

console.log('\nCharts of a weekly measure that never changed, with a signal somewhere by the four rules:');
for (const points of [12, 24, 52]) {
  const { charts, anySignal, outsideLimits } = criedWolf(points, sites, seed);
  console.log(
    `  ${points} points, ${charts} charts: ${percent(anySignal)} (outside limits ${percent(outsideLimits)})`,
  );
}

console.log('\nInterrupted series with a known jump: 95% intervals that held it');
for (const points of [24, 52, 104])
  for (const alike of [0, 0.3, 0.6]) {
    const found = changeFound(points, alike, Math.min(sites, 400), seed);
    console.log(
      `  ${points} points, neighbours alike by ${alike}, ${found.series} series: jump ${percent(found.jumpCovered)}, ` +
        `by the end ${percent(found.endCovered)}; Newey-West ${percent(found.neweyWestCovered)}; ` +
        `two plain means ${percent(found.meansCovered)}`,
    );
  }
console.log(`\n${((performance.now() - began) / 1000).toFixed(0)} s`);

function heading(title: string): void {
  console.log(`\n${title}`);
  const columns = ['truth', 'held', 'held, curve', 'better', 'naive error', 'naive: better', 'other ways'];
  console.log(`${''.padEnd(26)}${columns.map((column) => column.padStart(14)).join('')}`);
}

/** `held`: the interval held the truth. `better`: declared better for sure. Errors in percentage points. */
function printed(kind: Kind): Tally {
  const tally = tallyOf(kind, sites, seed);
  const { product, byNow, naive } = tally;
  const differs = kind.frail.here !== kind.frail.elsewhere;
  const cells = [
    points(tally.truth),
    percent(product.covered),
    differs ? '-' : percent(byNow.covered),
    percent(product.declaredBetter),
    points(naive.error),
    percent(naive.saysBetter),
  ];
  console.log(
    `${kind.name.padEnd(26)}${cells.map((cell) => cell.padStart(14)).join('')}  ${otherWays(tally)}`,
  );
  return tally;
}

/** The tempting wrong ways, beside the right one. */
function otherWays({ kind, tapOn, crude }: Tally): string {
  const fared = (what: string, { covered, declaredBetter }: Tally['crude']): string =>
    `${what}: held ${percent(covered)}, better ${percent(declaredBetter)}`;
  if (kind.isTapOffWhenBusy) return fared('only whom the tap let in', tapOn);
  return kind.frail.here === kind.frail.elsewhere ? '' : fared('not standardised', crude);
}

function points(share: number): string {
  return (share * 100).toFixed(1);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
