import { Details } from '../../../platform/ui/govuk/blocks.tsx';
import { inWords } from '../../figure.ts';
import { atElsewhere, elsewhereName, isSetBeside } from '../compared.ts';
import type { GroupEvidence } from '../evidence.ts';
import type { EvidenceValue } from '../evidence-value.ts';
import { FigureTable } from '../figure-table.tsx';
import { besideInWords, cameInWords } from '../sentences.ts';
import { besideElsewhere } from './beside-elsewhere.ts';

/** E1, E3 and E4. */
export function Supported({ site, evidence }: EvidenceValue) {
  const { site: here, elsewhere } = evidence;
  const isBeside = isSetBeside(site);
  return (
    <section>
      <h2>Who came to draw on ongoing support</h2>
      <p>
        {site.name} has had {cameInWords(here)}
        {isBeside ? ` ${elsewhereName(site)} over the same days: ${cameInWords(elsewhere)}` : ''}
      </p>
      <FigureTable
        caption="People who began ongoing support."
        groups={besideElsewhere(site, evidence, 'people')}
      />
      <p>
        Beside these figures: {besideInWords(`at ${site.name}`, here)}
        {isBeside ? `; ${besideInWords(atElsewhere(site), elsewhere)}` : ''}.
      </p>
      <Details summary="The same over contact episodes, as national figures count">
        <FigureTable
          caption="Contact episodes followed by ongoing support."
          groups={besideElsewhere(site, evidence, 'episodes')}
        />
      </Details>
      <Details summary="The same in sentences, each with what stands against it">
        <InSentences name={site.name} group={here} />
        {isBeside ? <InSentences name={elsewhereName(site)} group={elsewhere} /> : null}
      </Details>
    </section>
  );
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
