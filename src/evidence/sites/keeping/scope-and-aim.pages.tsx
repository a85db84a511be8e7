import type { Again } from '../../../platform/http/routes.ts';
import { longDate } from '../../../platform/ui/dates.ts';
import { asked } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { Radios } from '../../../platform/ui/govuk/choices.tsx';
import { Input } from '../../../platform/ui/govuk/input.tsx';
import { Textarea } from '../../../platform/ui/govuk/textarea.tsx';
import { scopeKindInWords } from '../in-words.ts';
import { scopeKinds } from '../kept-site.ts';
import { KeepingPage, Why } from './keeping-page.tsx';
import type { KeepingValue } from './keeping-value.ts';

export function ScopePage({ site, today }: KeepingValue, frame: Frame, again?: Again) {
  const said = site.scopes.at(-1);
  return (
    <KeepingPage
      {...{ site, frame, again }}
      title="Whose contacts are the site’s?"
      noun="scope"
      button="Save"
      lead={<p>So that nobody is counted in, or left out, afterwards.</p>}
    >
      <Radios
        {...asked(again, 'kind', said?.kind)}
        legend="Whose"
        items={scopeKinds.map((kind) => ({ value: kind, label: scopeKindInWords[kind] }))}
      />
      <Input
        {...asked(again, 'postcodes', said?.postcodes.join(', '))}
        label="Which postcodes, if it is some"
        hint="For example SB1, SB2"
      />
      <Input {...asked(again, 'words', said?.words)} label="In your own words, if that needs saying" />
      <Input
        {...asked(again, 'fromOn', longDate(today))}
        label="From which day"
        hint="For example 21 November 2026"
      />
      <Why again={again} isAsked={site.scopes.length > 0} />
    </KeepingPage>
  );
}

export function AimPage({ site }: KeepingValue, frame: Frame, again?: Again) {
  const said = site.aims.at(-1);
  return (
    <KeepingPage
      {...{ site, frame, again }}
      title="Who owns it, and what stops if it works?"
      noun="aim"
      button="Save"
      lead={
        <p>
          Short trials that nothing follows wear everybody out. So it is said first who answers for it, and if
          it works, what stops and what money moves.
        </p>
      }
    >
      <Input {...asked(again, 'owner', said?.owner)} label="Who owns it" hint="One person, by name" />
      <Textarea {...asked(again, 'whatStops', said?.whatStops)} label="If it works, what stops" rows={3} />
      <Textarea
        {...asked(again, 'whatMoneyMoves', said?.whatMoneyMoves)}
        label="If it works, what money moves"
        hint="From where to where; posts count as money"
        rows={3}
      />
      <Why again={again} isAsked={site.aims.length > 0} />
    </KeepingPage>
  );
}
