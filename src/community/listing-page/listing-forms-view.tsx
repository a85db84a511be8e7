import type { ComponentChildren } from 'preact';
import type { Again } from '../../platform/http/routes.ts';
import { asked, cameBack, errorOf, Form, valueOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Select } from '../../platform/ui/govuk/select.tsx';
import { Textarea } from '../../platform/ui/govuk/textarea.tsx';
import { type OurAdditions, rooms } from '../listing-kept.ts';

interface OfListing {
  listingId: string;
  frame: Frame;
  again: Again | undefined;
}

/** "Still right?" and "this is wrong": the two things anybody can say of a listing. */
export function TellForms({ listingId, frame, again }: OfListing) {
  return (
    <>
      <Folded summary="Still right?" isOpen={cameBack(again, 'checkedBy') !== undefined}>
        <Form action={`/community/${listingId}/checked`} frame={frame}>
          <Input
            {...asked(again, 'checkedBy')}
            label="Who told you it is right?"
            hint="Such as “Sandra who runs it”"
          />
          <Button class="govuk-button--secondary">It is still right</Button>
        </Form>
      </Folded>
      <Folded summary="This is wrong" isOpen={cameBack(again, 'wrong') !== undefined}>
        <Form action={`/community/${listingId}/wrong`} frame={frame}>
          <Textarea {...asked(again, 'wrong')} label="What is wrong?" rows={3} />
          <Button class="govuk-button--secondary">Tell whoever looks after the directory</Button>
        </Form>
      </Folded>
    </>
  );
}

/** For whoever comes: one tap says that it is wrong; what is wrong may be said too. Whoever runs it can do more. */
export function PublicForms({ base, listingId, frame, again }: OfListing & { base: string }) {
  return (
    <>
      <PublicWrongForm base={base} listingId={listingId} frame={frame} again={again} />
      <ul>
        <li>
          <a href={`${frame.home ?? ''}/suggestions/new?listing=${listingId}`}>
            Say what should stand here instead
          </a>
        </li>
        <li>
          Do you run this?{' '}
          <a href={`${frame.home ?? ''}/claims/new?listing=${listingId}`}>Look after its page yourself</a>
        </li>
      </ul>
    </>
  );
}

function PublicWrongForm({ base, listingId, frame, again }: OfListing & { base: string }) {
  return (
    <Form action={`${base}/${listingId}/wrong`} frame={frame} class="app-wrong">
      <Input
        {...asked(again, 'wrong')}
        label="Is something wrong here?"
        hint="You need not say what. Please write nobody’s name"
      />
      <Button class="govuk-button--secondary">Tell us it is wrong</Button>
    </Form>
  );
}

interface KnownProps extends OfListing {
  known: OurAdditions;
  version: number;
}

/** What we know of a group and no directory does. */
export function KnownForm({ listingId, known, version, frame, again: any }: KnownProps) {
  const again = cameBack(any, 'whatItIsLike');
  const field = (name: Exclude<keyof OurAdditions, 'room'>, label: string, hint?: string) => (
    <Input
      name={name}
      label={label}
      hint={hint}
      value={valueOf(again, name, known[name])}
      error={errorOf(again, name)}
    />
  );
  return (
    <Folded summary="Add what we know" isOpen={again !== undefined}>
      <Form action={`/community/${listingId}/known`} frame={frame} version={version}>
        {field('whatItIsLike', 'What it is like, in one sentence by someone who goes')}
        {field('whatItIsLikeBy', 'Who said so', 'Such as “Nell, who goes on Tuesdays”; first names only')}
        {field('whoToAskFor', 'Who to ask for')}
        {field('canGoWith', 'Can somebody go along the first time?')}
        <Select
          {...asked(again, 'room', known.room)}
          label="Is there room?"
          items={[
            { value: '', text: 'Nobody has said' },
            ...rooms.map((room) => ({ value: room, text: room })),
          ]}
        />
        <Button class="govuk-button--secondary">Save what we know</Button>
      </Form>
    </Folded>
  );
}

/** For the directory's editor: rest a listing, with why, and bring it back. Nothing is deleted. */
export function RestForms({ listingId, state, frame, again }: OfListing & { state: string }) {
  if (state !== 'listed')
    return (
      <Form action={`/community/${listingId}/return`} frame={frame}>
        <Button class="govuk-button--secondary">List it again</Button>
      </Form>
    );
  return (
    <Folded summary="Let it rest" isOpen={cameBack(again, 'why') !== undefined}>
      <Form action={`/community/${listingId}/rest`} frame={frame}>
        <Input {...asked(again, 'why')} label="Why does it rest?" />
        <Button class="govuk-button--secondary">Let it rest</Button>
      </Form>
    </Folded>
  );
}

export function Folded({
  summary,
  isOpen,
  children,
}: {
  summary: string;
  isOpen: boolean;
  children: ComponentChildren;
}) {
  return (
    <details class="govuk-details" open={isOpen}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  );
}
