import type { Said } from '../said.ts';
import { Button } from './button.tsx';
import { classNames, type Native } from './parts.tsx';

const button = 'govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button';

const neutralSite = 'https://www.bbc.co.uk/weather';

const wordsOf = (said: ExitProps['said']) => [
  <span class="govuk-visually-hidden">{said?.emergency ?? 'Emergency'}</span>,
  ` ${said?.exit ?? 'Exit this page'}`,
];

interface ExitProps extends Native<'div'> {
  /** What it says to the eye and to the ear, when not GOV.UK's own words. */
  said?: Pick<Said, 'emergency' | 'exit' | 'exitHeard'>;
}

/** Leaves at once for a neutral site. It does not clear the browser's history: say so beside it. */
export function ExitThisPage({ href = neutralSite, said, children = wordsOf(said), ...rest }: ExitProps) {
  const heard = Object.entries(said?.exitHeard ?? {}).map(([name, words]) => [`data-i18n.${name}`, words]);
  return (
    <div
      {...rest}
      {...Object.fromEntries(heard)}
      class={classNames('govuk-exit-this-page', rest.class)}
      data-module="govuk-exit-this-page"
    >
      <Button class={button} href={href} rel="nofollow noreferrer">
        {children}
      </Button>
    </div>
  );
}
