import type { Again } from '../../platform/http/routes.ts';
import { asked } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { BackLink } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import type { Own } from '../frame/own.ts';
import { OwnForm, OwnPage } from '../frame/own-page.tsx';

/** A photograph is up to them: chosen here, and gone from here at once. */
export function PhotographPage(
  { own, hasPhotograph }: { own: Own; hasPhotograph: boolean },
  frame: Frame,
  again?: Again,
) {
  const { about } = own.words;
  const words = about.photograph;
  return (
    <OwnPage own={own} place="about" heading={words.heading} frame={frame} again={again}>
      <BackLink href={`${own.base}/about`}>{about.back}</BackLink>
      <p>
        {words.intro} {words.see}
      </p>
      {hasPhotograph ? (
        <>
          <img
            class="app-one-photograph"
            src={`${own.base}/about/photograph`}
            alt={about.sheet.photograph(own.name)}
          />
          <OwnForm own={own} action="/about/photo/removal" frame={frame}>
            <Button class="govuk-button--secondary">{words.remove}</Button>
          </OwnForm>
        </>
      ) : null}
      <OwnForm own={own} again={again} action="/about/photo" frame={frame} enctype="multipart/form-data">
        <Input
          {...asked(again, 'photograph')}
          value={undefined}
          type="file"
          accept="image/*"
          label={words.choose}
          hint={words.chooseHint}
          class="govuk-file-upload"
        />
        <Button>{about.save}</Button>
      </OwnForm>
    </OwnPage>
  );
}
