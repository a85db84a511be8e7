import type { Refusal } from '../../platform/refusal.ts';
import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Page } from '../../platform/ui/page.tsx';
import { sentence } from '../../platform/ui/sentence.ts';

interface CouncilNamed {
  name: string;
  slug: string;
}

/** Why somebody was not let in, and what would let them in. */
export function NotInPage(props: { council: CouncilNamed; refusal: Refusal; frame: Frame }) {
  const { council, refusal, frame } = props;
  return (
    <Page title="You are not signed in" frame={frame}>
      <h1>You are not signed in</h1>
      <p>{sentence(refusal.because)}</p>
      <p>What to do: {refusal.satisfyBy}.</p>
      <Button href={`/sign-in/${council.slug}`}>Sign in to {council.name} again</Button>
      <p class="app-soft">If somebody asks, this is rule {refusal.refused}.</p>
    </Page>
  );
}

export function AwayPage({ council, frame }: { council: CouncilNamed; frame: Frame }) {
  return (
    <Page title="Nobody can sign in just now" frame={frame}>
      <h1>Nobody can sign in just now</h1>
      <p>
        The sign-in of {council.name} does not answer as it should. Those who are signed in already can go on.
      </p>
      <p>What to do: try again in a minute. If it stays like this, tell your council’s IT service.</p>
      <Button href={`/sign-in/${council.slug}`}>Try again</Button>
    </Page>
  );
}

/** After signing out here, the way to sign out of the council's account as well, on a shared machine. */
export function SignedOutPage(props: { council: CouncilNamed; endUrl: string | null; frame: Frame }) {
  const { council, endUrl, frame } = props;
  return (
    <Page title="You are signed out" frame={frame}>
      <h1>You are signed out of Alongside</h1>
      {endUrl ? (
        <p>
          You may still be signed in to your {council.name} account in this browser. If others use this
          machine, <a href={endUrl}>sign out of that account as well</a>.
        </p>
      ) : null}
      <Button href="/sign-in">Sign in again</Button>
    </Page>
  );
}
