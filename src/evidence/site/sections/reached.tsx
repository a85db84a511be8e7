import { elsewhereName, isSetBeside } from '../compared.ts';
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
      {isSetBeside(site) ? (
        <p>
          <b>{elsewhereName(site)}.</b> {reachedInWords(evidence.elsewhere)}
        </p>
      ) : null}
      <p class="app-soft">Reaching conversation 3 is not the same as drawing on support.</p>
    </section>
  );
}
