import type { Frame } from '../../platform/ui/frame.ts';
import { Button } from '../../platform/ui/govuk/button.tsx';
import { Page } from '../../platform/ui/page.tsx';
import { type Role, roleInWords } from '../roles.ts';
import type { CouncilToSignIn, Persona } from './sessions.store.ts';

export interface SignInProps {
  choices: { council: CouncilToSignIn; personas: Persona[] }[];
  next: string | null;
  frame: Frame;
}

/** Pages of one's own are opened at their own door: whoever was away too long from one is led there first. */
const isOwn = (next: string | null): boolean => /^\/(my|shared)(?=$|[/?])/.test(next ?? '');

export function SignInPage({ choices, next, frame }: SignInProps) {
  const title = isOwn(next) ? 'Open your page again' : 'Sign in';
  return (
    <Page title={title} frame={frame}>
      <h1>{title}</h1>
      {isOwn(next) ? (
        <p>You have been away for a while, or you signed out. What you kept is all there.</p>
      ) : null}
      {choices.length === 0 ? (
        <p>
          No council has been set up here yet. Make one with <code>npm run new-council</code>.
        </p>
      ) : null}
      {choices.map(({ council, personas }) => (
        <section key={council.councilId}>
          <h2>{council.name}</h2>
          {isOwn(next) ? (
            <p>
              <Button href={`/at/${council.slug}/me`}>Open your page</Button>
            </p>
          ) : null}
          <p>
            No account is needed to <a href={`/at/${council.slug}/nearby`}>find something nearby</a>. If you
            have a letter from us, <a href={`/at/${council.slug}/me`}>open your own page</a>.
          </p>
          {council.oidcIssuer ? (
            <p>
              <Button
                class={isOwn(next) ? 'govuk-button--secondary' : undefined}
                href={`/sign-in/${council.slug}${next ? `?next=${encodeURIComponent(next)}` : ''}`}
              >
                Sign in with your {council.name} account
              </Button>
            </p>
          ) : null}
          {council.isDemo ? <Personas council={council} personas={personas} next={next} /> : null}
          {!council.isDemo && !council.oidcIssuer ? (
            <p>This council’s sign-in has not been connected yet.</p>
          ) : null}
        </section>
      ))}
    </Page>
  );
}

interface PersonasProps {
  council: CouncilToSignIn;
  personas: Persona[];
  next: string | null;
}

function Personas({ personas, ...rest }: PersonasProps) {
  const own = personas.filter(({ role }) => role === 'person');
  return (
    <>
      <p>This is a demonstration: an invented place and invented people. Choose somebody to be.</p>
      <PersonaList {...rest} personas={personas.filter((one) => !own.includes(one))} />
      {own.length ? (
        <>
          <h3>People at their own page</h3>
          <PersonaList {...rest} personas={own} />
        </>
      ) : null}
    </>
  );
}

function PersonaList({ council, personas, next }: PersonasProps) {
  return (
    <ul class="app-personas">
      {personas.map((persona) => (
        <li key={persona.accountId}>
          <form method="post" action="/sign-in">
            <input type="hidden" name="council" value={council.councilId} />
            <input type="hidden" name="persona" value={persona.accountId} />
            {next ? <input type="hidden" name="next" value={next} /> : null}
            <button class="app-link-button" type="submit">
              {persona.name}
            </button>
          </form>
          <p class="app-soft">
            {workOf(persona)}
            {persona.persona}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** What a member of staff does here; somebody at their own page is said in their own sentence. */
function workOf({ role, teamName }: Persona): string {
  const words = roleInWords[role as Role];
  if (!words) return '';
  return `${words}${teamName ? `, ${teamName}` : ''}. `;
}
