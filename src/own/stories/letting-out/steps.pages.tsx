import type { ComponentChildren } from 'preact';
import type { Again } from '../../../platform/http/routes.ts';
import { asked } from '../../../platform/ui/form.tsx';
import type { Frame } from '../../../platform/ui/frame.ts';
import { Button } from '../../../platform/ui/govuk/button.tsx';
import { Radios } from '../../../platform/ui/govuk/choices.tsx';
import { Input } from '../../../platform/ui/govuk/input.tsx';
import { audiences } from '../../../stories/letting-out/letting-out.ts';
import type { Own } from '../../frame/own.ts';
import { OwnForm, OwnPage } from '../../frame/own-page.tsx';
import type { StepValue } from '../own-stories.store.ts';
import { audienceOf } from '../seen-by.tsx';
import { LookStep } from './look-step.tsx';
import type { StepName } from './steps.ts';

export interface StepProps extends StepValue {
  own: Own;
  step: StepName;
  again?: Again | undefined;
}

/** One thing a page, on the way to a yes; and on each the way out, which changes nothing. */
export function StepPage(value: Omit<StepProps, 'again'>, frame: Frame, again?: Again) {
  const { own, story, step } = value;
  const words = own.words.stories.steps;
  return (
    <OwnPage own={own} place="stories" heading={words[step]} frame={frame} again={again}>
      {step === 'look' ? (
        <LookStep {...value} frame={frame} again={again} />
      ) : (
        <OwnForm own={own} again={again} action={`/stories/${story.id}/seen-by`} frame={frame}>
          <input type="hidden" name="step" value={step} />
          {questions[step]({ ...value, again })}
          <Button>{words.next}</Button>
        </OwnForm>
      )}
      <p>
        <a href={`${own.base}/stories/${story.id}`}>{words.no}</a>
      </p>
    </OwnPage>
  );
}

const questions: Record<Exclude<StepName, 'look'>, (props: StepProps) => ComponentChildren> = {
  who: (props) => <Who {...props} />,
  name: (props) => <Name {...props} />,
  pictures: (props) => <Pictures {...props} />,
  until: (props) => <Until {...props} />,
  asked: (props) => <Asked {...props} />,
};

function Who({ own, again, draft, teams }: StepProps) {
  const words = own.words.stories.steps;
  const [first] = teams;
  const isOne = teams.length === 1;
  return (
    <Radios
      {...asked(again, 'audience', draft?.audience ?? '')}
      items={audiences.map((audience) => ({
        value: audience,
        label: audienceOf(own, { audience, teamName: isOne ? (first?.name ?? null) : null }),
        hint: words.whoHints[audience],
        conditional: audience === 'team' && teams.length > 1 && (
          <Radios
            {...asked(again, 'teamId', draft?.teamId ?? first?.id ?? '')}
            legend={words.whichTeam}
            items={teams.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ),
      }))}
      fieldset={{ 'aria-label': words.who }}
    />
  );
}

function Name({ own, again, draft }: StepProps) {
  const words = own.words.stories.steps;
  const { nameKinds } = words;
  const chosen = draft?.nameShown === 'chosen' ? draft.nameTold : '';
  return (
    <Radios
      {...asked(again, 'nameShown', draft?.nameShown ?? '')}
      fieldset={{ 'aria-label': words.name }}
      items={[
        { value: 'none', label: nameKinds.none },
        { value: 'first', label: nameKinds.first(own.name) },
        {
          value: 'chosen',
          label: nameKinds.chosen,
          conditional: <Input {...asked(again, 'nameTold', chosen)} label={words.nameTold} />,
        },
      ]}
    />
  );
}

function Pictures({ own, again, draft }: StepProps) {
  const words = own.words.stories.steps;
  const chosen = draft?.withPieces === null || !draft ? '' : draft.withPieces ? 'yes' : 'no';
  return (
    <Radios
      {...asked(again, 'withPieces', chosen)}
      hint={words.picturesHint}
      fieldset={{ 'aria-label': words.pictures }}
      items={(['yes', 'no'] as const).map((value) => ({ value, label: words.picturesKinds[value] }))}
    />
  );
}

function Until({ own, again, draft, rules }: StepProps) {
  const words = own.words.stories.steps;
  const choices = [...new Set([3, 6, rules.usualMonths, 12, 24])].sort((one, other) => one - other);
  return (
    <Radios
      {...asked(again, 'months', String(draft?.months ?? rules.usualMonths))}
      hint={words.untilHint}
      fieldset={{ 'aria-label': words.until }}
      items={choices.map((months) => ({ value: String(months), label: words.months(months) }))}
    />
  );
}

function Asked({ own, again, draft }: StepProps) {
  const words = own.words.stories.steps;
  return (
    <>
      <p>{words.askedIntro}</p>
      <p>{own.words.stories.noChange}</p>
      <Input {...asked(again, 'whoAsked', draft?.whoAsked ?? '')} label={words.whoAsked} />
      <Input {...asked(again, 'whoWasThere', draft?.whoWasThere ?? '')} label={words.whoWasThere} />
      <Radios
        {...asked(again, 'isFree', draft?.isFree ?? '')}
        legend={words.isFree}
        hint={own.togetherWith ? own.words.stories.nobodyForThem(own.name) : undefined}
        items={(['free', 'unsure'] as const).map((value) => ({ value, label: words.isFreeKinds[value] }))}
      />
    </>
  );
}
