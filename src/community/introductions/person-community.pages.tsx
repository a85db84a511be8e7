import type { Identity } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import type { ListingCard } from '../finder/card.ts';
import { Card } from '../finder/card-view.tsx';
import type { Stage } from './introduction.ts';
import { Standing, StepForms } from './introduction-view.tsx';
import type { Introduction as IntroductionShown } from './introductions.store.ts';
import { Story } from './page/how-it-went-view.tsx';

export interface CommunityValue {
  identity: Identity;
  name: string;
  near: string;
  ideas: { card: ListingCard; because: string[] }[];
  introductions: (IntroductionShown & { next: Stage | null })[];
  today: Day;
}

/** A person and the community: what is going on, what might suit them and why, and looking for more. */
export function CommunityPage(value: CommunityValue, frame: Frame, again?: Again) {
  const { identity, name, near, ideas, introductions, today } = value;
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="community"
      frame={frame}
      again={again}
      title="Community"
    >
      <h2>Introductions</h2>
      {introductions.length === 0 ? <p>{name} has not been introduced to anybody through us yet.</p> : null}
      <ul class="app-plain-list">
        {introductions.map((one) => (
          <li key={one.introductionId}>
            <Standing introduction={one} today={today} />
            <Story introduction={one} name={name} today={today} />
            {one.next ? <StepForms introduction={one} next={one.next} frame={frame} /> : null}
          </li>
        ))}
      </ul>
      <h2>Ideas near {name}</h2>
      <SearchNear personId={identity.personId} near={near} />
      {ideas.length === 0 ? (
        <p>
          Nothing checked lately answers what matters to {name} or what {name} gives. Write both down, or look
          above.
        </p>
      ) : null}
      <ul class="app-found">
        {ideas.map(({ card, because }) => (
          <li key={card.listingId}>
            <Card
              level={3}
              card={card}
              today={today}
              href={`/community/${card.listingId}?person=${identity.personId}`}
            >
              <p class="app-soft">Shown {because.join(', and ')}</p>
              <p>
                <a href={`/people/${identity.personId}/introductions/new?listing=${card.listingId}`}>
                  Introduce {name}
                  <span class="govuk-visually-hidden"> to {card.name}</span>
                </a>
              </p>
            </Card>
          </li>
        ))}
      </ul>
    </PersonFrame>
  );
}

function SearchNear({ personId, near }: { personId: string; near: string }) {
  return (
    <form class="app-search" method="get" action="/community" aria-label="Find something nearby">
      <Input name="q" label="Look for something else" hint="In ordinary words: somewhere to sing" />
      <input type="hidden" name="near" value={near} />
      <input type="hidden" name="person" value={personId} />
      <Button class="govuk-button--secondary">Look</Button>
    </form>
  );
}
