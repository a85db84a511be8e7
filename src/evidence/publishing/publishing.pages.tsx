import type { Again } from '../../platform/http/routes.ts';
import { longDate } from '../../platform/ui/dates.ts';
import { asked, cameBack, Form, valuesOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Checkboxes } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Select } from '../../platform/ui/govuk/select.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { Page } from '../../platform/ui/page.tsx';
import type { Publication } from './publishing.store.ts';
import { Told } from './telling/told.pages.tsx';
import { hiddenIn } from './telling/told-site.ts';

export interface PublishingValue {
  slug: string;
  accountId: string;
  mayPrepare: boolean;
  mayAgree: boolean;
  sites: { id: string; name: string }[];
  inPreparation: Publication[];
  openToAll: Publication[];
}

/** Telling everybody: what is told now, what is being prepared, and who must still say yes. */
export function PublishingPage(value: PublishingValue, frame: Frame, again?: Again) {
  const { sites, inPreparation, openToAll, mayPrepare } = value;
  const ready = sites.filter(({ id }) => !inPreparation.some(({ siteId }) => siteId === id));
  return (
    <Page title="Telling everybody" section="Evidence" frame={frame} again={again}>
      <h1>Telling everybody</h1>
      <p>
        What stands here is told to anybody, without an account, and gives nobody away. One of us prepares it,
        and another reads it and says yes.
      </p>
      {openToAll.map((publication) => (
        <OpenToAll value={value} publication={publication} frame={frame} again={again} />
      ))}
      {inPreparation.map((publication) => (
        <Preparing value={value} publication={publication} frame={frame} again={again} />
      ))}
      {mayPrepare && ready.length > 0 ? (
        <section>
          <h2>Prepare what to tell</h2>
          <Form action="/evidence/publish" frame={frame}>
            <Select
              {...asked(cameBack(again, 'site'), 'site')}
              label="Site"
              items={ready.map(({ id, name }) => ({ value: id, text: name }))}
            />
            <Checkboxes
              name="apart"
              values={valuesOf(again, 'apart')}
              items={[{ value: 'yes', label: 'Also tell it by age and by postcode district' }]}
            />
            <Button class="govuk-button--secondary" preventDoubleClick>
              Count it as at today
            </Button>
          </Form>
        </section>
      ) : null}
    </Page>
  );
}

interface OneProps {
  value: PublishingValue;
  publication: Publication;
  frame: Frame;
  again: Again | undefined;
}

function OpenToAll({ value, publication, frame, again }: OneProps) {
  const { bundle, siteId, agreedBy, preparedBy } = publication;
  return (
    <section>
      <h2>{bundle.site.name}: open to all</h2>
      <p>
        As at {longDate(bundle.asAt)}, prepared by {preparedBy.name} and agreed by {agreedBy}.{' '}
        <a href={`/at/${value.slug}/evidence?site=${siteId}`}>What everybody sees</a>
      </p>
      {value.mayAgree ? (
        <EndIt publication={publication} text="Take it down now" frame={frame} again={again} />
      ) : null}
    </section>
  );
}

function Preparing({ value, publication, frame, again }: OneProps) {
  const { bundle, counts, stories, preparedBy, preparedOn, id, version } = publication;
  const { told, hidden } = hiddenIn(counts);
  const isTheirs = preparedBy.accountId === value.accountId;
  return (
    <section>
      <h2>{bundle.site.name}: being prepared</h2>
      <p>
        {preparedBy.name} prepared this on {longDate(preparedOn)}. {told} numbers are told and {hidden}{' '}
        hidden, because they are 7 or fewer or would let such a number be worked out. It cannot be counted
        again once it is out, and the next one is a quarter away.
      </p>
      <p>Below, between the lines, is exactly what everybody would see.</p>
      <hr />
      <div class="app-report">
        <Told bundle={bundle} stories={stories} />
      </div>
      <hr />
      <StoryForm id={id} frame={frame} again={cameBack(again, 'toldBy')} />
      {value.mayAgree && !isTheirs ? (
        <Form action={`/evidence/publications/${id}/agreement`} frame={frame} version={version}>
          <p>Have you read it all, as somebody who knows the people here would?</p>
          <Button preventDoubleClick>Yes, tell everybody</Button>
        </Form>
      ) : (
        <p>Somebody else must read it and say yes before it goes out.</p>
      )}
      <EndIt publication={publication} text="Set it aside" frame={frame} again={again} />
    </section>
  );
}

function StoryForm({ id, frame, again }: { id: string; frame: Frame; again: Again | undefined }) {
  return (
    <>
      <h3>A story to stand beside a figure</h3>
      <Form action={`/evidence/publications/${id}/stories`} frame={frame}>
        <Select
          {...asked(again, 'beside')}
          label="Beside"
          items={[
            { value: 'people', text: 'Who came to draw on ongoing support' },
            { value: 'returns', text: 'Who came back' },
            { value: 'waits', text: 'How soon somebody was spoken with' },
            { value: 'episodes', text: 'Contact episodes' },
          ]}
        />
        <Textarea
          {...asked(again, 'words')}
          label="In their words"
          hint="Nothing by which a neighbour would know them"
          rows={3}
        />
        <Input {...asked(again, 'toldBy')} label="Who said it" hint="As they want to be named: a daughter" />
        <Checkboxes
          name="theirYes"
          values={valuesOf(again, 'theirYes')}
          error={again?.problems.find(({ field }) => field === 'theirYes')?.message}
          items={[{ value: 'yes', label: 'They have read it and said yes to everybody reading it' }]}
        />
        <Button class="govuk-button--secondary" preventDoubleClick>
          Put it beside
        </Button>
      </Form>
    </>
  );
}

function EndIt({
  publication,
  text,
  frame,
  again,
}: {
  publication: Publication;
  text: string;
  frame: Frame;
  again: Again | undefined;
}) {
  const mine = cameBack(again, 'why');
  return (
    <Form action={`/evidence/publications/${publication.id}/end`} frame={frame}>
      <Input {...asked(mine, 'why')} id={`why-${publication.id}`} label="Why" />
      <Button class="govuk-button--secondary" preventDoubleClick>
        {text}
      </Button>
    </Form>
  );
}
