import type { Identity } from '../../people/person.ts';
import { PersonFrame } from '../../people/person-frame.tsx';
import type { Day } from '../../platform/clock.ts';
import type { Again } from '../../platform/http/routes.ts';
import { asked, errorOf, Form, valueOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { capitalised, type ListingCard } from '../finder/card.ts';
import { Card } from '../finder/card-view.tsx';
import { type Stage, wayInWords, ways } from './introduction.ts';
import { Standing, StepForms } from './introduction-view.tsx';
import type { IntroductionShown } from './introductions.pages.tsx';

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

export interface OfferValue {
  identity: Identity;
  name: string;
  card: ListingCard;
  today: Day;
}

const wayHints = {
  message: 'The group is asked first; nothing is shared until the person has said what may be',
  'going-along': 'A worker, a volunteer or somebody who already goes',
  slip: 'Where and when, and who to ask for. No name on it',
};

/** Offering an introduction: why this one, how, and how the person said yes. */
export function OfferPage({ identity, name, card, today }: OfferValue, frame: Frame, again?: Again) {
  const field = (field: 'why' | 'permission') => ({
    value: valueOf(again, field),
    error: errorOf(again, field),
  });
  return (
    <PersonFrame
      identity={identity}
      today={today}
      here="community"
      frame={frame}
      again={again}
      title="Introduce"
    >
      <h2>
        Introduce {name} to {card.name}
      </h2>
      <p class="app-by">{capitalised(card.checking)}</p>
      <Form action={`/people/${identity.personId}/introductions`} frame={frame}>
        <input type="hidden" name="listing" value={card.listingId} />
        <Textarea name="why" label={`Why this one, for ${name}?`} rows={2} {...field('why')} />
        <Radios
          {...asked(again, 'how')}
          legend={`How would ${name} like to be introduced?`}
          items={ways.map((way) => ({ value: way, label: wayInWords[way], hint: wayHints[way] }))}
        />
        <Textarea
          name="permission"
          label={`How did ${name} say yes?`}
          hint="In their words. Without a yes there is no introduction"
          rows={2}
          {...field('permission')}
        />
        <Button>Offer this introduction</Button>
      </Form>
    </PersonFrame>
  );
}
