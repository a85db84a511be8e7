import type { Day } from '../../platform/clock.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Select } from '../../platform/ui/govuk/select.tsx';
import { type Identity, nameFor } from '../person.ts';
import { PersonFrame } from '../person-frame.tsx';
import { StoryEvent } from '../person-page.tsx';
import type { StoryAsked, WholeStory } from './whole-story.store.ts';
import { byYear, storyPartInWords, storyParts } from './whole-story.ts';

export interface WholeStoryValue {
  identity: Identity;
  today: Day;
  asked: StoryAsked;
  story: WholeStory;
}

/** The one story across years: all of it, or the part, the year or the words somebody is looking for. */
export function WholeStoryPage({ identity, today, asked, story }: WholeStoryValue, frame: Frame) {
  const { personId } = identity;
  const isAll = !asked.part && !asked.year && !asked.q && !asked.before;
  return (
    <PersonFrame identity={identity} today={today} here="conversations" title="The whole story" frame={frame}>
      <h2>The whole story</h2>
      <p>Everything that has happened together, the latest first, however many years ago it began.</p>
      <p>
        <a class="app-quiet" href={`/people/${personId}/held-back`}>
          Hold something back from {nameFor(identity)}
        </a>
      </p>
      <Looking personId={personId} asked={asked} years={story.years} />
      {story.events.length === 0 ? (
        <p>{isAll ? 'Nothing has been written here yet.' : 'Nothing like that in the story.'}</p>
      ) : null}
      {byYear(story.events).map(({ year, events }) => (
        <section>
          <h3>{year}</h3>
          {events.map((event) => (
            <StoryEvent key={event.id} event={event} identity={identity} />
          ))}
        </section>
      ))}
      {story.more ? (
        <p>
          <a href={addressOf(personId, asked, story.more)}>Earlier in the story</a>
        </p>
      ) : null}
    </PersonFrame>
  );
}

function Looking({
  personId,
  asked,
  years,
}: {
  personId: string;
  asked: StoryAsked;
  years: WholeStory['years'];
}) {
  if (!years.length) return null;
  return (
    <form method="get" action={`/people/${personId}/story`}>
      <Input name="q" label="Words in it" value={asked.q} autoComplete="off" />
      <Select
        name="year"
        label="Year"
        value={asked.year ? String(asked.year) : ''}
        items={[
          { value: '', text: 'Every year' },
          ...years.map(({ year, events }) => ({
            value: String(year),
            text: `${year}: ${events === 1 ? 'one thing' : `${events} things`}`,
          })),
        ]}
      />
      <Select
        name="part"
        label="Part"
        value={asked.part ?? ''}
        items={[
          { value: '', text: 'All of it' },
          ...storyParts.map((part) => ({ value: part, text: storyPartInWords[part] })),
        ]}
      />
      <Button class="govuk-button--secondary">Look</Button>
    </form>
  );
}

function addressOf(
  personId: string,
  { part, year, q }: StoryAsked,
  more: NonNullable<WholeStory['more']>,
): string {
  const query = new URLSearchParams({ before: more.at.toISOString(), after_id: more.id });
  if (part) query.set('part', part);
  if (year) query.set('year', String(year));
  if (q) query.set('q', q);
  return `/people/${personId}/story?${query}`;
}
