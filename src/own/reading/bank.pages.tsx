import type { Again } from '../../platform/http/routes.ts';
import { asked, errorOf, Form, valueOf } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Select } from '../../platform/ui/govuk/select.tsx';
import { Page } from '../../platform/ui/page.tsx';
import { english } from '../words/english.ts';
import { Picture } from './idea.tsx';
import { type OwnPictures, type PictureName, pictureNames } from './pictures.ts';

/** Every picture that easy reading is drawn with, and a council's own in the place of any of them. */
export function BankPage({ pictures }: { pictures: OwnPictures }, frame: Frame, again?: Again) {
  return (
    <Page title="Pictures for easy reading" frame={frame} again={again}>
      <h1>Pictures for easy reading</h1>
      <p>
        Whoever reads their own page with pictures sees these beside the words. Put your own in the place of
        any of them: people here may know another set better.
      </p>
      <Bring frame={frame} again={again} />
      <h2>The pictures now</h2>
      <ul class="app-plain-list">
        {pictureNames.map((name) => (
          <li class="app-idea">
            <Picture name={name} pictures={pictures} words={english} />
            <div>
              <p>
                <b>{wordOf(name)}</b>: {pictures[name]?.alt ?? english.pictures[name]}
              </p>
              {pictures[name] ? <GiveBack name={name} frame={frame} /> : null}
            </div>
          </li>
        ))}
      </ul>
    </Page>
  );
}

function Bring({ frame, again }: { frame: Frame; again: Again | undefined }) {
  return (
    <Form action="/own-pictures" frame={frame} enctype="multipart/form-data">
      <Select
        name="name"
        label="Which picture"
        value={valueOf(again, 'name')}
        error={errorOf(again, 'name')}
        items={pictureNames.map((value) => ({ value, text: wordOf(value) }))}
      />
      <Input
        name="file"
        type="file"
        class="govuk-file-upload"
        accept="image/png,image/jpeg,image/webp"
        error={errorOf(again, 'file')}
        label="Your picture"
        hint="PNG, JPEG or WebP. It is made small, and nothing but the picture itself is kept of it"
      />
      <Input
        {...asked(again, 'alt')}
        label="What it shows"
        hint="For whoever cannot see it. Leave it empty to keep our words"
      />
      <Button>Put it there</Button>
    </Form>
  );
}

function GiveBack({ name, frame }: { name: PictureName; frame: Frame }) {
  return (
    <Form action={`/own-pictures/${name}/given-back`} frame={frame}>
      <button type="submit" class="app-link-button">
        Go back to ours
        <span class="govuk-visually-hidden">: {wordOf(name)}</span>
      </button>
    </Form>
  );
}

const wordOf = (name: string): string => name.replace(/^./, (first) => first.toUpperCase());
