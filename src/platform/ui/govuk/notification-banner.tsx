import { type ComponentChildren, isValidElement } from 'preact';
import { classNames, isBlank, type Native } from './parts.tsx';

export type NotificationBannerProps = Native<'div', 'title' | 'role'> & {
  isSuccess?: boolean | undefined;
  title?: ComponentChildren;
  titleId?: string | undefined;
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined;
  role?: 'alert' | 'region' | undefined;
  disableAutoFocus?: boolean | undefined;
};

/** A plain sentence is set as a heading; elements stand as they are. */
export function NotificationBanner({ isSuccess, children, ...props }: NotificationBannerProps) {
  const { title = isSuccess ? 'Success' : 'Important', headingLevel = 2, disableAutoFocus, ...more } = props;
  const {
    titleId = 'govuk-notification-banner-title',
    role = isSuccess ? 'alert' : 'region',
    ...native
  } = more;
  const success = isSuccess && 'govuk-notification-banner--success';
  const Heading = `h${headingLevel}` as 'h2';
  const isPlain = !isBlank(children) && !isValidElement(children) && !Array.isArray(children);
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role is given, and both roles take a label
    <div
      {...native}
      class={classNames('govuk-notification-banner', success, native.class)}
      role={role}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={disableAutoFocus?.toString()}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {title}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {isPlain ? <p class="govuk-notification-banner__heading">{children}</p> : children}
      </div>
    </div>
  );
}
