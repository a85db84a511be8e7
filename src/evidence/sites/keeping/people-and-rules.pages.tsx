import type { Again } from '../../../platform/http/routes.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import { asked, cameBack, Form, valuesOf } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { Button } from '../../../platform/ui/govuk/button.tsx';
import { Checkboxes, Radios } from '../../../platform/ui/govuk/choices.tsx';
import { Input } from '../../../platform/ui/govuk/input.tsx';
import { Select } from '../../../platform/ui/govuk/select.tsx';
import { Textarea } from '../../../platform/ui/govuk/textarea.tsx';
import { comesAsInWords } from '../in-words.ts';
import { comingAs, standing } from '../kept-site.ts';
import { KeepingPage, Why } from './keeping-page.tsx';
import type { KeepingValue } from './keeping-value.ts';

export function PeoplePage(value: KeepingValue, frame: Frame, again?: Again) {
  const { site, today } = value;
  const joining = cameBack(again, 'name');
  return (
    <KeepingPage
      {...{ site, frame, again }}
      title="Who makes the site?"
      noun="people"
      button="Add them"
      lead={
        <p>
          Staff, neighbours, families and partners, by the name they want to stand here. Nothing leads from
          here to anybody’s record.
        </p>
      }
      after={<WhoHasLeft {...value} frame={frame} again={again} />}
    >
      <Input {...asked(joining, 'name')} label="Name" />
      <Input
        {...asked(joining, 'part')}
        label="What they do at the site"
        hint="Votes on rules, listens to stories"
      />
      <Radios
        {...asked(joining, 'comesAs')}
        legend="They are somebody who"
        items={comingAs.map((one) => ({ value: one, label: comesAsInWords[one] }))}
      />
      <Input
        {...asked(joining, 'thankedHow')}
        label="How they are paid, or given back what it costs them, if they are not staff"
      />
      <Input {...asked(joining, 'sinceOn', longDate(today))} label="Since" />
    </KeepingPage>
  );
}

function WhoHasLeft({
  site,
  today,
  frame,
  again,
}: KeepingValue & { frame: Frame; again: Again | undefined }) {
  const here = site.people.filter(({ untilOn }) => untilOn === null);
  const leaving = cameBack(again, 'untilOn');
  return (
    <>
      {here.length ? <h2>Has somebody left?</h2> : null}
      {here.map(({ id, name }) => (
        <Form
          key={id}
          action={`/evidence/sites/${site.id}/people/${id}/until`}
          frame={frame}
          class="app-one-line"
        >
          <Input
            {...asked(leaving, 'untilOn', longDate(today))}
            id={`until-${id}`}
            label={`${name} was here until`}
          />
          <Button class="govuk-button--secondary">Save</Button>
        </Form>
      ))}
    </>
  );
}

export function RulesPage({ site, today }: KeepingValue, frame: Frame, again?: Again) {
  const stand = standing(site.rules);
  return (
    <KeepingPage
      {...{ site, frame, again }}
      title="A rule that was agreed"
      noun="rules"
      button="Save"
      lead={
        <p>In the words of those who agreed it. A rule that changes leaves the earlier one to be read.</p>
      }
    >
      <Textarea {...asked(again, 'rule')} label="The rule" rows={2} />
      <Input {...asked(again, 'agreedBy')} label="Who agreed it" />
      <Input {...asked(again, 'agreedOn', longDate(today))} label="When" />
      <Checkboxes
        name="withPeople"
        values={valuesOf(again, 'withPeople')}
        items={[{ value: 'yes', label: 'People who are not staff were among them' }]}
      />
      <WhatChanges
        label="Does it change an earlier rule?"
        items={stand.map(({ id, rule }) => ({ value: id, text: rule }))}
        again={again}
      />
      {stand.length ? (
        <Checkboxes
          name="isSetAside"
          values={valuesOf(again, 'isSetAside')}
          items={[{ value: 'yes', label: 'It sets that rule aside: write above what was agreed instead' }]}
        />
      ) : null}
      <Why again={again} isAsked={stand.length > 0} />
    </KeepingPage>
  );
}

/** Which earlier one this takes the place of, if there is any. */
export function WhatChanges(props: {
  label: string;
  items: { value: string; text: string }[];
  again: Again | undefined;
}) {
  const { label, items, again } = props;
  if (!items.length) return null;
  return (
    <Select
      {...asked(again, 'replaces')}
      label={label}
      items={[{ value: '', text: 'No, it is new' }, ...items]}
    />
  );
}
