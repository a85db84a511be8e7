import type { EvidenceValue } from '../evidence-value.ts';
import { reachedInWords } from '../sentences.ts';

/** E7: the furthest conversation, which is never the same as support. */
export function Reached({ site, evidence }: EvidenceValue) {
  return (
    <section>
      <h2>How far conversations went</h2>
      <p>
        <b>{site.name}.</b> {reachedInWords(evidence.site)}
      </p>
      <p>
        <b>Elsewhere.</b> {reachedInWords(evidence.elsewhere)}
      </p>
      <p class="app-soft">Reaching conversation 3 is not the same as drawing on support.</p>
    </section>
  );
}
