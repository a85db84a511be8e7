import type { Again } from '../../../platform/http/routes.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import { asked } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { Radios } from '../../../platform/ui/govuk/choices.tsx';
import { Input } from '../../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../../platform/ui/govuk/textarea.tsx';
import { TapTable } from '../pages/tap-told.tsx';
import { isTapOn } from '../tap-log.ts';
import { KeepingPage } from './keeping-page.tsx';
import type { KeepingValue } from './keeping-value.ts';

/** E9: a true log, so that whoever came while the tap was off can be followed too. */
export function TapPage({ site, today }: KeepingValue, frame: Frame, again?: Again) {
  const isOn = isTapOn(site.tap, today);
  return (
    <KeepingPage
      {...{ site, frame, again }}
      title={`The tap is ${isOn ? 'on' : 'off'}`}
      noun="tap"
      button="Turn it"
      lead={
        <p>
          While it is off, people are answered as before. They are counted apart and followed as long, so that
          turning it off in a busy week makes nothing look better.
        </p>
      }
      after={<TapTable tap={site.tap} />}
    >
      <Radios
        {...asked(again, 'turn', isOn ? 'off' : 'on')}
        legend="Turn it"
        items={[
          { value: 'off', label: 'Off' },
          { value: 'on', label: 'On' },
        ]}
      />
      <Input
        {...asked(again, 'onDay', longDate(today))}
        label="The day"
        hint="For example 21 November 2026"
      />
      <Textarea {...asked(again, 'why')} label="Why" rows={2} />
      <Textarea
        {...asked(again, 'whyLate')}
        label="If that day is past: why it is written down only now"
        rows={2}
      />
    </KeepingPage>
  );
}
