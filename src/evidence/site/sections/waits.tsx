import { placeOf } from '../../looking/which-site.ts';
import { elsewhereName, isSetBeside } from '../compared.ts';
import type { GroupEvidence } from '../evidence.ts';
import type { EvidenceValue } from '../evidence-value.ts';
import { waitsInWords } from '../sentences.ts';

/** E6 and F2. */
export function Waits({ site, looked, evidence, maySeeNames }: EvidenceValue) {
  const say = (group: GroupEvidence) => waitsInWords(group.waits, evidence.tooFewBelow);
  return (
    <section>
      <h2>How soon somebody was spoken with</h2>
      <p>
        <b>{site.name}.</b> {say(evidence.site)}
      </p>
      {isSetBeside(site) ? (
        <p>
          <b>{elsewhereName(site)}.</b> {say(evidence.elsewhere)}
        </p>
      ) : null}
      {maySeeNames ? (
        <p>
          <a href={placeOf('/evidence/not-yet-spoken-with', looked)}>
            People {site.name} has not spoken with for 28 days or more, by name
          </a>
        </p>
      ) : null}
    </section>
  );
}
