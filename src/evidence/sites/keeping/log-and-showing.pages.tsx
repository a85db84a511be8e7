import type { Again } from '../../../platform/http/routes.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import { asked, valuesOf } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { Checkboxes, Radios } from '../../../platform/ui/govuk/choices.tsx';
import { Input } from '../../../platform/ui/govuk/input.tsx';
import { Select, type SelectItem } from '../../../platform/ui/govuk/select.tsx';
import { Textarea } from '../../../platform/ui/govuk/textarea.tsx';
import { logKindInWords, stepInWords, voiceInWords } from '../in-words.ts';
import { logKinds, steps, voices } from '../kept-site.ts';
import { promptOf, threadsOf } from '../site-log.ts';
import { KeepingPage } from './keeping-page.tsx';
import type { KeepingValue } from './keeping-value.ts';

/** Something decided, learned or talked over; or added to what was. */
export function LogPage({ site, today, writer, adds }: KeepingValue, frame: Frame, again?: Again) {
  const prompt = promptOf(today);
  const entries = threadsOf(site.log).map(({ id, onDay, words }) => ({
    value: id,
    text: `${longDate(onDay)}: ${shortened(words)}`,
  }));
  return (
    <KeepingPage
      {...{ site, frame, again }}
      title="Write in the log"
      noun="log"
      button="Write it"
      lead={<p>Nothing here is changed later. What comes after is added beneath.</p>}
    >
      {entries.length ? (
        <Select
          {...asked(again, 'addsTo', adds)}
          label="Does it add to an earlier entry?"
          items={[{ value: '', text: 'No, it is new' }, ...entries]}
        />
      ) : null}
      <Radios
        {...asked(again, 'kind', 'reflected')}
        legend="What it is"
        items={logKinds.map((kind) => ({ value: kind, label: logKindInWords[kind] }))}
      />
      <Checkboxes
        name="answersPrompt"
        values={valuesOf(again, 'answersPrompt')}
        items={[{ value: 'yes', label: `It answers this week’s question: ${prompt}` }]}
      />
      <Textarea {...asked(again, 'words')} label="What was decided, learned or said" rows={5} />
      <Input {...asked(again, 'byWhom', writer)} label="By whom" />
      <Input {...asked(again, 'onDay', longDate(today))} label="The day" />
      <Textarea {...asked(again, 'evidence')} label="On what evidence, if any" rows={2} />
      <Textarea {...asked(again, 'whatChanges')} label="What changes because of it, if anything" rows={2} />
    </KeepingPage>
  );
}

/** What shows that a step stands: words, a document's name, or something the record holds already. */
export function ShowingPage(value: KeepingValue, frame: Frame, again?: Again) {
  const { site, today, writer } = value;
  return (
    <KeepingPage
      {...{ site, frame, again }}
      title="What shows that a step stands?"
      noun="showing"
      button="Add it"
      lead={
        <p>
          No step is done by a tick. Say what there is to show for it, and point at it where the record holds
          it.
        </p>
      }
    >
      <Radios
        {...asked(again, 'step')}
        legend="Which step"
        items={steps.map((step) => ({ value: step, label: stepInWords[step] }))}
      />
      <Textarea
        {...asked(again, 'words')}
        label="What it shows"
        hint="Of a document, its name and where it is"
        rows={3}
      />
      <Select {...asked(again, 'pointsAt')} label="What it points at" items={pointing(value)} />
      <Select
        {...asked(again, 'whoseVoice')}
        label="Whose voice it is"
        hint="Spreading a site cites the figures, people and staff"
        items={[
          { value: '', text: 'Nobody’s' },
          ...voices.map((one) => ({ value: one, text: voiceInWords[one] })),
        ]}
      />
      <Input {...asked(again, 'byWhom', writer)} label="Who says so" />
      <Input {...asked(again, 'onDay', longDate(today))} label="From which day it is" />
    </KeepingPage>
  );
}

function pointing({ site, choices }: KeepingValue): SelectItem[] {
  const of = (kind: string, name: string, all: readonly { id: string; words: string }[]) =>
    all.map(({ id, words }) => ({ value: `${kind}:${id}`, text: `${name}: ${shortened(words)}` }));
  return [
    { value: '', text: 'Nothing: these words are what there is' },
    { value: 'document', text: 'A document, named above' },
    ...of(
      'measure',
      'Measure',
      site.measures.map(({ id, measure }) => ({ id, words: measure })),
    ),
    ...of(
      'rule',
      'Rule',
      site.rules.map(({ id, rule }) => ({ id, words: rule })),
    ),
    ...of(
      'rule-set',
      'Rules',
      choices.ruleSets.map(({ id, name }) => ({ id, words: name })),
    ),
    ...of('log', 'Log', site.log),
  ];
}

const shortened = (words: string): string => (words.length > 70 ? `${words.slice(0, 69)}…` : words);
