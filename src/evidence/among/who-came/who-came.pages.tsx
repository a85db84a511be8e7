import type { Frame } from '../../../platform/ui/frame.ts';
import { Table } from '../../../platform/ui/govuk/table.tsx';
import { CountedAtWords } from '../../kept/counted-at-words.tsx';
import { EvidenceFrame } from '../../looking/evidence-frame.tsx';
import { type Looked, placeOf } from '../../looking/which-site.ts';
import { comparisonInWords, elsewhereName, isSetBeside } from '../../site/compared.ts';
import { count, TOO_FEW } from '../cells.ts';
import type { LikeWithLike, Mix, WhoCame } from './who-came.ts';
import { apartInWords, pointsInWords, unmatchedInWords, whatChanged } from './who-came-words.ts';

export interface WhoCameValue {
  looked: Looked;
  whoCame: WhoCame;
  tooFewBelow: number;
  counted: { at: Date; isDear: boolean };
}

const captions: Record<Mix['kind'], string> = {
  age: 'Age when they first got in touch',
  language: 'Language, the first written down',
  district: 'Postcode district',
  before: 'In touch before',
};

/** E9: before a site is set beside others, who each of them met; and the difference like with like. */
export function WhoCamePage({ looked, whoCame, tooFewBelow, counted }: WhoCameValue, frame: Frame) {
  const { site } = looked;
  const elsewhere = elsewhereName(site);
  const comparison = comparisonInWords(site);
  return (
    <EvidenceFrame looked={looked} path="/evidence/among/who-came" title="Who came" frame={frame}>
      <h1>Who came</h1>
      <p>
        A site that meets other people than its comparison would look different if it did nothing. Here is who
        each of them met, new people since {site.name} began, its tap on or off.{' '}
        <a href={placeOf('/evidence/among', looked)}>For whom: the figures by age, language and more</a>
      </p>
      <CountedAtWords counted={counted} />
      {comparison ? <p>{comparison}</p> : null}
      {isSetBeside(site) ? (
        <>
          {whoCame.mixes.map((mix) => (
            <MixTable key={mix.kind} {...{ mix, site: site.name, elsewhere }} />
          ))}
          <p class="app-soft">
            “Far apart” is more than a tenth of a standard deviation, the usual judgement, however many people
            there are. Ethnic group and impairment are left out here because many have not said.
          </p>
          <Likeness {...{ windows: whoCame.windows, site: site.name, elsewhere, tooFewBelow }} />
          <p>
            <a href={placeOf('/evidence/among/who-came.csv', looked)}>The same as a file (CSV)</a>
          </p>
        </>
      ) : null}
    </EvidenceFrame>
  );
}

function MixTable({ mix, site, elsewhere }: { mix: Mix; site: string; elsewhere: string }) {
  const share = (people: number, of: number | null): string =>
    of === null ? count(people) : `${count(people)} (${(of * 100).toFixed(1)}%)`;
  return (
    <Table
      caption={captions[mix.kind]}
      tabIndex={0}
      firstCellIsHeader
      head={['Who', site, elsewhere, 'How they differ']}
      rows={mix.rows.map((row) => [
        row.name,
        share(row.here, row.hereShare),
        share(row.elsewhere, row.elsewhereShare),
        apartInWords(row, site),
      ])}
    />
  );
}

interface LikenessProps {
  windows: LikeWithLike[];
  site: string;
  elsewhere: string;
  tooFewBelow: number;
}

function Likeness({ windows, site, elsewhere, tooFewBelow }: LikenessProps) {
  const known = windows.filter(({ plain }) => plain !== null);
  const last = known.at(-1)?.alike;
  const unmatched = last
    ? [
        unmatchedInWords(last.elsewhereLikeNobodyHere, elsewhere, `at ${site}`, tooFewBelow),
        unmatchedInWords(last.hereLikeNobodyElsewhere, `at ${site}`, elsewhere, tooFewBelow),
      ].filter(Boolean)
    : [];
  return (
    <>
      <h2>Like with like</h2>
      <p>
        What {site} would have seen had it met the people the others met, as to age and whether they had been
        in touch before. These two were fixed for every site, not chosen after looking. What else differs is
        not in it.
      </p>
      <Table
        caption={`Began ongoing support: ${site} less ${elsewhere}, in percentage points`}
        tabIndex={0}
        firstCellIsHeader
        head={['Within', 'As they came', 'Like with like', 'What it says']}
        rows={windows.map((window) => [
          `${window.windowDays} days`,
          window.plain ? pointsInWords(window.plain.difference, window.plain) : TOO_FEW,
          window.alike?.difference
            ? pointsInWords(window.alike.difference.value, window.alike.difference)
            : TOO_FEW,
          whatChanged(window),
        ])}
      />
      {unmatched.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </>
  );
}
