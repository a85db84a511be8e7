import type { Again } from '../../platform/http/routes.ts';
import { asked, Form } from '../../platform/ui/form.tsx';
import type { Frame } from '../../platform/ui/frame.ts';
import { Details, InsetText } from '../../platform/ui/govuk/blocks.tsx';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Input } from '../../platform/ui/govuk/input.tsx';
import { Page } from '../../platform/ui/page.tsx';

export interface GettingInProps {
  council: string;
  slug: string;
  /** The way in of a link or a square; it is sent with the number, and opens nothing by itself. */
  token: string | null;
  isSent: boolean;
  /** Whether the council has a sign-in of its own for residents. */
  hasProvider: boolean;
  frame: Frame;
  again?: Again | undefined;
}

/** The door to somebody's own page. It looks the same whoever comes, and whatever was wrong. */
export function GettingInPage(props: GettingInProps) {
  const { council, slug, token, isSent, hasProvider, frame, again } = props;
  return (
    <Page title="Open my page" frame={frame} again={again}>
      <h1>Open my page</h1>
      <p>Your page with {council}. Have your letter or message, and your number.</p>
      {isSent ? (
        <InsetText>
          If that is a number or an address you gave us, a message is on its way. It can take a minute. Type
          the code from it below, here in this browser, within ten minutes.
        </InsetText>
      ) : null}
      <Form action={`/at/${slug}/me`} frame={frame}>
        {token ? (
          <>
            <input type="hidden" name="typed" value={token} />
            <p>
              Your link or square is here. <a href={`/at/${slug}/me?type`}>Type a code instead</a>
            </p>
          </>
        ) : (
          <Input
            {...asked(again, 'typed')}
            label="The code from your letter or message"
            autocomplete="off"
            spellcheck={false}
          />
        )}
        <Input
          {...asked(again, 'number')}
          label="Your number"
          hint="The six figures you chose with us."
          type="password"
          inputmode="numeric"
          autocomplete="off"
        />
        <Button preventDoubleClick>Open my page</Button>
      </Form>
      <WithKey slug={slug} frame={frame} />
      {hasProvider ? (
        <p>
          <a href={`/at/${slug}/me/sign-in`}>Sign in with your {council} account</a>
        </p>
      ) : null}
      <AskForMessage {...{ slug, frame, again }} />
      <p>
        You need none of this to be helped. Ring us, write to us or come in, and we will read your page with
        you.
      </p>
    </Page>
  );
}

/** Shown by a script, where the browser has keys; it is sent only with what a key signed. */
function WithKey({ slug, frame }: { slug: string; frame: Frame }) {
  const failed = 'That did not work. Try again, or use your code and your number.';
  return (
    <div hidden data-key={`/at/${slug}/me/key/asked`} data-key-failed={failed}>
      <Form action={`/at/${slug}/me/key`} frame={frame}>
        <input type="hidden" name="answer" value="" />
        <Button class="govuk-button--secondary">Open with the key in my telephone</Button>
      </Form>
    </div>
  );
}

function AskForMessage({ slug, frame, again }: Pick<GettingInProps, 'slug' | 'frame' | 'again'>) {
  return (
    <Details summary="I have no letter with me: send me a message" open={again && 'to' in again.typed}>
      <Form action={`/at/${slug}/me/message`} frame={frame}>
        <Input
          {...asked(again, 'to')}
          label="Your mobile number or e-mail address"
          hint="The one you gave us for messages."
          autocomplete="off"
          spellcheck={false}
        />
        <Button class="govuk-button--secondary" preventDoubleClick>
          Send me a code
        </Button>
      </Form>
    </Details>
  );
}
