import { Button } from './button.tsx';
import { classNames, type Native } from './parts.tsx';

const button = 'govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button';

const neutralSite = 'https://www.bbc.co.uk/weather';

const words = [<span class="govuk-visually-hidden">Emergency</span>, ' Exit this page'];

/** Leaves at once for a neutral site. It does not clear the browser's history: say so beside it. */
export function ExitThisPage({ href = neutralSite, children = words, ...rest }: Native<'div'>) {
  return (
    <div {...rest} class={classNames('govuk-exit-this-page', rest.class)} data-module="govuk-exit-this-page">
      <Button class={button} href={href} rel="nofollow noreferrer">
        {children}
      </Button>
    </div>
  );
}
