import type { Again } from '../../../platform/http/routes.ts';
import { asked } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { Details, WarningText } from '../../../platform/ui/govuk/blocks.tsx';
import { Input } from '../../../platform/ui/govuk/input.tsx';
import { Select } from '../../../platform/ui/govuk/select.tsx';
import { Textarea } from '../../../platform/ui/govuk/textarea.tsx';
import { standing } from '../kept-site.ts';
import { ourMeasures } from '../registering.ts';
import { KeepingPage, Why } from './keeping-page.tsx';
import type { KeepingValue } from './keeping-value.ts';
import { WhatChanges } from './people-and-rules.pages.tsx';

/** E11: registered before the start, in words that are frozen then. */
export function MeasuresPage({ site, today }: KeepingValue, frame: Frame, again?: Again) {
  const hasBegun = site.startedOn !== null && site.startedOn <= today;
  const stand = standing(site.measures);
  const offered = ourMeasures.map(({ about, measure }) => ({ value: about, text: `${measure} (${about})` }));
  return (
    <KeepingPage
      {...{ site, frame, again }}
      title="Register a measure"
      noun="measures"
      button="Register it, with today’s date"
      lead={
        <>
          <p>
            What is measured is said before it is looked at. The words it is counted by are kept as they are
            today, whatever our own pages come to say.
          </p>
          {hasBegun ? (
            <WarningText>
              The site has begun. This will be shown as registered after the start, with why.
            </WarningText>
          ) : null}
        </>
      }
    >
      <Select
        {...asked(again, 'about')}
        label="One that the record counts by itself"
        items={[{ value: '', text: 'None of these: one of our own' }, ...offered]}
      />
      <Details summary="How each of these is counted">
        <dl>
          {ourMeasures.map(({ about, measure, definition }) => (
            <>
              <dt>
                <b>
                  {measure} ({about})
                </b>
              </dt>
              <dd>{definition}</dd>
            </>
          ))}
        </dl>
      </Details>
      <Input {...asked(again, 'measure')} label="One of our own: what is measured" />
      <Textarea
        {...asked(again, 'definition')}
        label="One of our own: how it is counted"
        hint="Of whom, since when, by when, from what in the record"
        rows={3}
      />
      <WhatChanges
        label="Does it change one registered earlier?"
        items={stand.map(({ id, measure }) => ({ value: id, text: measure }))}
        again={again}
      />
      <Why again={again} isAsked={hasBegun || stand.length > 0} />
    </KeepingPage>
  );
}
