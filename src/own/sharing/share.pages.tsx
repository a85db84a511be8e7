import type { Again } from '../../platform/http/routes.ts';
import { asked, errorOf, valueOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Radios } from '../../platform/ui/govuk/choices.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import type { Own } from '../frame/own.ts';
import { OwnForm, OwnPage } from '../frame/own-page.tsx';
import type { LineAsShared, LineKind } from '../line/line.ts';
import type { Words } from '../words/english.ts';
import { LineShown } from './line.tsx';
import type { AroundToShareWith, Sharing, TeamToShareWith } from './sharing.store.ts';
import { lengths, sharerKinds } from './sharing.ts';

export interface ShareValue {
  line: LineAsShared;
  kind: LineKind;
  thingId: string;
  /** Whether it holds an address they keep private. */
  isPrivate: boolean;
  sharings: Sharing[];
  around: AroundToShareWith[];
  teams: TeamToShareWith[];
}

/** What they would see, just as they would; who, until when, and one button. */
export function SharePage(value: ShareValue & { own: Own }, frame: Frame, again?: Again) {
  const { own, line, kind, isPrivate } = value;
  const { sharing } = own.words;
  return (
    <OwnPage own={own} place="sharing" heading={sharing.share} frame={frame} again={again}>
      <p>{sharing.exactly}</p>
      <InsetText>
        <LineShown line={line} kind={kind} sharer={own.name} words={own.words} />
      </InsetText>
      {isPrivate ? <p>{sharing.private}</p> : <ShareWith value={value} frame={frame} again={again} />}
    </OwnPage>
  );
}

interface ShareWithProps {
  value: ShareValue & { own: Own };
  frame: Frame;
  again: Again | undefined;
}

function ShareWith({ value, frame, again }: ShareWithProps) {
  const { own, kind, thingId } = value;
  const { sharing } = own.words;
  return (
    <OwnForm own={own} again={again} action={`/share/${kind}/${thingId}`} frame={frame}>
      <Radios
        name="who"
        legend={sharing.who}
        hint={sharing.noPageYet}
        value={valueOf(again, 'who')}
        error={errorOf(again, 'who')}
        items={whoChoices(value, again)}
      />
      <Radios
        name="length"
        legend={sharing.until}
        value={valueOf(again, 'length')}
        error={errorOf(again, 'length')}
        items={lengths.map((length) => ({
          value: length,
          label: sharing.lengths[length],
          conditional:
            length === 'own' ? (
              <Input {...asked(again, 'until')} label={sharing.day} hint={sharing.dayHint} />
            ) : undefined,
        }))}
      />
      <Button>{sharing.shareUntil}</Button>
    </OwnForm>
  );
}

function whoChoices({ own, sharings, around, teams }: ShareWithProps['value'], again: Again | undefined) {
  const { sharing } = own.words;
  const known = sharings.map(({ sharingId, name, relation, teamId, hasPage }) => ({
    value: sharingId,
    label: sharing.with(name, relation ?? ''),
    hint: teamId ? undefined : hasPage ? sharing.onPage : sharing.onPaper,
  }));
  const near = around.map(({ aroundId, name, relation }) => ({
    value: `around:${aroundId}`,
    label: sharing.with(name, relation),
  }));
  const whole = teams.map(({ teamId, name, colleagues }) => ({
    value: `team:${teamId}`,
    label: name,
    hint: sharing.team(
      colleagues.map(({ name, organisation }) => sharing.with(name, organisation)).join('; '),
    ),
  }));
  const somebody = {
    value: 'new',
    label: sharing.somebodyElse,
    conditional: <Somebody words={own.words} again={again} />,
  };
  return [...known, ...near, ...whole, somebody];
}

function Somebody({ words: { sharing }, again }: { words: Words; again: Again | undefined }) {
  return (
    <>
      <Input {...asked(again, 'name')} label={sharing.name} autocomplete="off" />
      <Radios
        name="kind"
        legend={sharing.kind}
        value={valueOf(again, 'kind')}
        error={errorOf(again, 'kind')}
        items={sharerKinds
          .filter((kind) => kind !== 'team')
          .map((kind) => ({ value: kind, label: sharing.kinds[kind] }))}
      />
      <Input {...asked(again, 'relation')} label={sharing.relation} hint={sharing.relationHint} />
      <Input {...asked(again, 'organisation')} label={sharing.organisation} hint={sharing.organisationHint} />
    </>
  );
}
