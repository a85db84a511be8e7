import { h, isValidElement } from 'preact';
import { classNames, type Native } from './parts.tsx';

export interface ButtonProps extends Native<'button'> {
  /** Makes it a link that looks like a button. */
  href?: string | undefined;
  rel?: string | undefined;
  isStart?: boolean | undefined;
  preventDoubleClick?: boolean | undefined;
}

/** The one green button of a page. */
export function Button({ href, type = 'submit', isStart, children, ...more }: ButtonProps) {
  const { preventDoubleClick, ...rest } = more;
  const common = {
    ...rest,
    class: classNames('govuk-button', rest.class, isStart && 'govuk-button--start'),
    'data-module': 'govuk-button',
  };
  const content = isStart ? <StartContent>{children}</StartContent> : children;
  if (href) return h('a', { ...common, href, role: 'button', draggable: false }, content);
  return (
    <button
      {...common}
      type={type}
      aria-disabled={rest.disabled ? 'true' : undefined}
      data-prevent-double-click={preventDoubleClick?.toString()}
    >
      {content}
    </button>
  );
}

function StartContent({ children }: Pick<ButtonProps, 'children'>) {
  const icon = { xmlns: 'http://www.w3.org/2000/svg', width: '17.5', height: '19', viewBox: '0 0 33 40' };
  return (
    <>
      {isValidElement(children) ? <span>{children}</span> : children}
      <svg class="govuk-button__start-icon" {...icon} aria-hidden="true" focusable="false">
        <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
      </svg>
    </>
  );
}
