import type { ProblemDetails } from '../http/problems.ts';
import type { Frame } from './frame.ts';
import { Button } from './govuk/button.tsx';
import { Page } from './page.tsx';

export interface ProblemPageProps {
  problem: ProblemDetails;
  frame: Frame;
  /** What was typed, so that it can be copied and nothing is lost. */
  kept: readonly { field: string; words: string }[];
  offer?: { href: string; text: string };
}

/** Any answer that is not a yes, as a calm page: what happened, what to do next, and what was typed. */
export function ProblemPage({ problem, frame, kept, offer }: ProblemPageProps) {
  return (
    <Page title={problem.title} frame={frame}>
      <h1>{problem.title}</h1>
      {problem.detail ? <p>{problem.detail}</p> : null}
      {problem.theirs ? <BothTexts theirs={problem.theirs} yours={problem.yours ?? ''} /> : null}
      {kept.length > 0 && !problem.theirs ? <Kept kept={kept} /> : null}
      {offer ? (
        <Button href={offer.href}>{offer.text}</Button>
      ) : (
        <p>
          <a href="/">Go to your first page</a>
        </p>
      )}
    </Page>
  );
}

/** Two people wrote at once: both texts side by side, nothing merged in silence. */
function BothTexts({ theirs, yours }: { theirs: { who: string; words: string }; yours: string }) {
  return (
    <div class="app-side-by-side">
      <section>
        <h2>What {theirs.who} saved</h2>
        <p class="app-kept">{theirs.words}</p>
      </section>
      <section>
        <h2>What you wrote</h2>
        <p class="app-kept">{yours}</p>
      </section>
    </div>
  );
}

function Kept({ kept }: { kept: ProblemPageProps['kept'] }) {
  return (
    <>
      <h2>What you typed</h2>
      <p>It was not saved. Copy anything you want to keep.</p>
      {kept.map(({ field, words }) => (
        <p class="app-kept" key={field}>
          {words}
        </p>
      ))}
    </>
  );
}
