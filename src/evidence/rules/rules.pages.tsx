import type { Frame } from '../../platform/ui/frame.ts';
import { Page } from '../../platform/ui/page.tsx';
import { definitions } from '../site/definitions.ts';
import { type RuleInWords, rulesInWords, withinInWords } from './rules-in-words.ts';

/** How every figure is counted: one place for the words, which figures lead to. */
export function RulesPage(_value: null, frame: Frame) {
  return (
    <Page title="How figures are counted" section="Evidence" frame={frame}>
      <div class="app-report">
        <p class="app-when">
          <a href="/evidence">Back to whether the new way is helping</a>
        </p>
        <h1>How figures are counted</h1>
        <p>
          Every number is counted from the records of conversations themselves; nothing is typed in twice.
          What has happened after the day the record is looked at does not exist yet.
        </p>
        {rulesInWords.map((rule) => (
          <Rule key={rule.anchor} {...rule} />
        ))}
        <h2 id="interval">The 95% range</h2>
        <p>{definitions.interval}</p>
      </div>
    </Page>
  );
}

function Rule({ anchor, rule, name, definition, within, counts, doesNotCount, beside }: RuleInWords) {
  return (
    <section id={anchor}>
      <h2>
        {name} ({rule})
      </h2>
      <p>
        {definition}
        {within.length ? ` Told ${withinInWords(within)}, together.` : ''}
      </p>
      <Lines title="Counts" lines={counts} />
      <Lines title="Does not count" lines={doesNotCount} />
      {beside ? (
        <p>
          <b>Beside it:</b> {beside}
        </p>
      ) : null}
    </section>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
