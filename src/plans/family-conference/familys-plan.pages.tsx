import { nameFor } from '../../people/person.ts';
import { InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { promisesIn } from './conference.ts';
import type { ConferenceValue } from './conference-page.store.ts';

/** The plan as the family made it, who was there, and what the day lacked. */
export function TheFamilysPlan({ value }: { value: ConferenceValue }) {
  const { identity, conference, wanting } = value;
  const { familyPlan, whoCame, personWasThere, hadPrivateTime, weWill } = conference;
  const name = nameFor(identity);
  const promises = promisesIn(weWill);
  return (
    <>
      <h2>The family’s plan</h2>
      {familyPlan ? <blockquote class="app-said">{familyPlan}</blockquote> : null}
      <p class="app-lines">Who came: {whoCame}</p>
      <p>
        {name} {personWasThere ? 'was there' : 'was not there'}.{' '}
        {hadPrivateTime ? 'The family had time by themselves.' : ''}
      </p>
      {promises.length ? (
        <>
          <h3>What we will do to back it</h3>
          <ul>
            {promises.map((what) => (
              <li>{what}</li>
            ))}
          </ul>
        </>
      ) : null}
      {wanting.length ? (
        <InsetText>
          <p>What this day went without, so that the next one has it:</p>
          <ul>
            {wanting.map((words) => (
              <li>{words}</li>
            ))}
          </ul>
        </InsetText>
      ) : null}
    </>
  );
}
