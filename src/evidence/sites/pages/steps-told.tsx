import { longDate } from '../../../platform/ui/dates.ts';
import { lateInWords, standsInWords, stepInWords, voiceInWords } from '../in-words.ts';
import type { StepEvidence } from '../kept-site.ts';
import type { StepStanding } from '../steps.ts';
import type { SiteValue } from './site.pages.tsx';

/** The six steps, each by what there is to show for it. */
export function StepsTold({ steps, site, mayKeep }: SiteValue) {
  const standing = steps.filter(({ stands }) => stands === 'stands').length;
  return (
    <section>
      <h2>Making it happen: {standing} of six steps stand</h2>
      <p>A step stands by what the record holds, never by a tick. One that stood can be open again.</p>
      <ol>
        {steps.map((step) => (
          <StepTold key={step.step} {...step} />
        ))}
      </ol>
      {mayKeep ? (
        <p>
          <a href={`/evidence/sites/${site.id}/showing`}>Add what shows that a step stands</a>
        </p>
      ) : null}
    </section>
  );
}

function StepTold({ step, stands, has, missing, evidence }: StepStanding) {
  return (
    <li>
      <h3>
        {stepInWords[step]}. <span class="app-soft">{standsInWords[stands]}</span>
      </h3>
      {has.length ? <p>{has.join('. ')}.</p> : null}
      {missing.length ? (
        <p>
          <b>Open:</b> {missing.join('. ')}.
        </p>
      ) : null}
      {evidence.length ? (
        <ul>
          {evidence.map((one) => (
            <EvidenceTold key={one.id} {...one} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}

function EvidenceTold(one: StepEvidence) {
  const { words, pointsAt, kind, whoseVoice, byWhom, onDay } = one;
  return (
    <li>
      {kind === 'document' ? 'Document: ' : ''}
      {words}
      {pointsAt ? <> It points at “{pointsAt}”</> : null}{' '}
      <span class="app-by">
        {whoseVoice ? `${voiceInWords[whoseVoice]}. ` : ''}
        {byWhom}, {longDate(onDay)}
        {lateInWords(one)}
      </span>
    </li>
  );
}
