import type { GroupEvidence } from '../evidence.ts';
import type { EvidenceValue } from '../evidence-value.ts';
import { waitsInWords } from '../sentences.ts';

/** E6 and F2. */
export function Waits({ site, evidence, maySeeNames }: EvidenceValue) {
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
