import type { Day } from '../../../platform/clock.ts';
import type { Again } from '../../../platform/http/routes.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import { asked, Form, valuesOf } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { BackLink } from '../../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../../platform/ui/govuk/button.tsx';
import { Checkboxes, Radios } from '../../../platform/ui/govuk/choices.tsx';
import { Input } from '../../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../../platform/ui/govuk/textarea.tsx';
import { Page } from '../../../platform/ui/page.tsx';
import { Entry, Paged, When } from '../../../platform/ui/telling.tsx';
import { type Room, rooms } from '../../listing-kept.ts';
import { howLongField } from '../how-long.forms.ts';
import { kindInWords, visitKinds } from './visits.forms.ts';
import type { Visit } from './visits.store.ts';

export interface VisitsValue {
  visits: Visit[];
  page: number;
  pages: number;
}

/** Where we have been and what we learned, newest first. */
export function VisitsPage({ visits, page, pages }: VisitsValue, frame: Frame) {
  return (
    <Page title="Where we have been" frame={frame} section="Community">
      <h1>Where we have been</h1>
      <p>
        A list goes stale in a drawer. Somebody who was there knows. What you learn of a group goes straight
        onto its page.
      </p>
      <p>
        <a class="govuk-button" href="/community/visits/new">
          Write about a visit or a walk
        </a>
      </p>
      {visits.length === 0 ? <p>Nobody has written about a visit yet.</p> : null}
      <Paged page={page} pages={pages} href={(to) => `/community/visits?page=${to}`}>
        {visits.map((visit) => (
          <VisitTold key={visit.visitId} visit={visit} />
        ))}
      </Paged>
    </Page>
  );
}

function VisitTold({ visit }: { visit: Visit }) {
  const { place, visitedOn, who, wentWith, kind, learned, listingId, listingName, changed } = visit;
  return (
    <Entry
      title={listingId ? <a href={`/community/${listingId}`}>{listingName}</a> : place}
      when={
        <>
          <When on={visitedOn} /> · {kindInWords[kind]} · {who}
          {wentWith ? ` with ${wentWith}` : ''}
        </>
      }
    >
      {listingId && listingName !== place ? <p class="app-soft">{place}</p> : null}
      <p>{learned}</p>
      {changed.map(({ about, before, now }) => (
        <p class="app-soft" key={about}>
          {about === 'still right' ? 'It was still right that day.' : `On its page, ${about}: ${now}.`}
          {before ? ` Before: ${before}.` : ''}
        </p>
      ))}
    </Entry>
  );
}

export interface NewVisitValue {
  today: Day;
  council: string;
  listing: { listingId: string; name: string; room: Room | null } | null;
}

/** A visit or a walk in two minutes: where, when, what you learned. */
export function NewVisitPage({ today, council, listing }: NewVisitValue, frame: Frame, again?: Again) {
  return (
    <Page title="Write about a visit" frame={frame} again={again} section="Community">
      <BackLink href={listing ? `/community/${listing.listingId}` : '/community/visits'}>Back</BackLink>
      <h1>{listing ? `You were at ${listing.name}` : 'You were out and about'}</h1>
      <p>Write about the place, never about a person.</p>
      <Form action="/community/visits" frame={frame}>
        {listing ? <input type="hidden" name="listing" value={listing.listingId} /> : null}
        <Radios
          {...asked(again, 'kind', listing ? 'visit' : 'walk')}
          legend="What was it?"
          items={visitKinds.map((kind) => ({ value: kind, label: kindInWords[kind] }))}
        />
        <Input
          {...asked(again, 'place', listing?.name ?? '')}
          label="Where"
          hint="A group, a street, the estate behind the station"
        />
        <Input
          {...asked(again, 'visitedOn', longDate(today))}
          label="The day"
          hint="For example 21 November 2026"
        />
        <Input {...asked(again, 'wentWith')} label="Who went with you, if anybody" hint="Roles, not names" />
        <Input {...asked(again, 'howLong')} {...howLongField} />
        <Textarea {...asked(again, 'learned')} label="What you learned" rows={4} />
        {listing ? <OntoItsPage room={listing.room} again={again} /> : null}
        <Button>Save</Button>
      </Form>
      {listing ? null : (
        <p>
          Was it a group that is in the directory? <a href="/community">Find it</a>, and write from its page,
          so that others see what you learned. Something new?{' '}
          <a href={`/at/${council}/suggestions/new`}>Suggest it for the directory</a>.
        </p>
      )}
    </Page>
  );
}

/** What goes straight onto the group's page; an empty box changes nothing. */
function OntoItsPage({ room, again }: { room: Room | null; again: Again | undefined }) {
  const items = [{ value: '', label: 'Nobody said' }, ...rooms.map((one) => ({ value: one, label: one }))];
  return (
    <>
      <h2>Straight onto its page</h2>
      <p class="app-soft">Leave empty what you did not find out.</p>
      <Input {...asked(again, 'whatItIsLike')} label="What it is like, in a sentence" />
      <Input {...asked(again, 'whoToAskFor')} label="Who to ask for" hint="As they like to be asked for" />
      <Input {...asked(again, 'canGoWith')} label="Who can go along with somebody" />
      <Radios {...asked(again, 'room', room ?? '')} legend="Is there room for more people?" items={items} />
      <Checkboxes
        name="isStillRight"
        values={valuesOf(again, 'isStillRight')}
        items={[{ value: 'yes', label: 'What its page says was right that day: I asked whoever runs it' }]}
      />
    </>
  );
}
