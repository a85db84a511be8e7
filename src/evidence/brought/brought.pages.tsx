import type { Frame } from '../../platform/ui/frame.ts';
import { Page } from '../../platform/ui/page.tsx';
import type { BroughtEvidence } from './evidence-of.ts';
import { HistoryFigures } from './history-figures.tsx';

/** What one history shows. */
export function HistoryPage(
  { name, evidence }: { name: string; evidence: BroughtEvidence | null },
  frame: Frame,
) {
  return (
    <Page title="A history from another system" section="Evidence" frame={frame}>
      <div class="app-report">
        <p class="app-when">Brought from another system</p>
        <h1>{name}</h1>
        {evidence ? <HistoryFigures {...evidence} /> : <p>Nothing of it has been read to its end yet.</p>}
      </div>
    </Page>
  );
}
