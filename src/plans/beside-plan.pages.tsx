import { longDate } from '../platform/ui/dates.ts';
import { Aside } from '../platform/ui/telling.tsx';
import { SupportTold } from './carers/support-told.pages.tsx';
import type { PersonPlans } from './plan-page.store.ts';

export function Beside({
  value: { identity, today, determination, support, earlier, conversation3 },
}: {
  value: PersonPlans;
}) {
  return (
    <>
      {determination ? (
        <Aside heading="The decision">
          <p>
            <a href={`/determinations/${determination.id}`}>
              {determination.isEligible
                ? 'The law requires us to help'
                : 'The law does not require us to help'}
            </a>
            , {longDate(determination.decidedOn)}.
            {determination.deciderHasMetPerson ? '' : ` ${determination.decider} had not met them.`}
          </p>
          {conversation3 ? (
            <p>
              <a href={`/conversations/${conversation3.id}/determination`}>Look at it again</a>
            </p>
          ) : null}
        </Aside>
      ) : null}
      {support.length ? (
        <Aside heading="Support they draw on">
          <SupportTold support={support} today={today} />
        </Aside>
      ) : null}
      <Aside heading="Home and family">
        <ul class="app-plain-list">
          <li>
            <a href={`/people/${identity.personId}/moves`}>Moving between councils</a>
          </li>
          <li>
            <a href={`/people/${identity.personId}/shared-lives`}>A home with somebody (Shared Lives)</a>
          </li>
          <li>
            <a href={`/people/${identity.personId}/family-conference`}>A plan the family makes</a>
          </li>
        </ul>
      </Aside>
      <EarlierPlans earlier={earlier} personId={identity.personId} />
    </>
  );
}

function EarlierPlans({ earlier, personId }: Pick<PersonPlans, 'earlier'> & { personId: string }) {
  if (!earlier.length) return null;
  return (
    <Aside heading="Earlier plans">
      <ul class="app-plain-list">
        {earlier.map(({ id, startsOn, followedOn }) => (
          <li key={id}>
            <a href={`/plans/${id}`}>
              {startsOn ? longDate(startsOn) : ''} to {followedOn ? longDate(followedOn) : 'a later plan'}
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a href={`/people/${personId}/plan/versions`}>Side by side, and what changed</a>
      </p>
    </Aside>
  );
}
