import { type ComponentChildren, h } from 'preact';
import { type Attributes, classNames, type Native } from './parts.tsx';

export interface NavigationItem {
  text: ComponentChildren;
  href?: string | undefined;
  /** This very page. */
  isCurrent?: boolean | undefined;
  /** The part of the service this page is in. */
  isActive?: boolean | undefined;
  attributes?: Attributes | undefined;
}

export type ServiceNavigationProps = Native<'section'> & {
  serviceName?: string | undefined;
  serviceUrl?: string | undefined;
  items?: NavigationItem[] | undefined;
  /** A menu button on narrow screens, for which script is needed. */
  collapseOnMobile?: boolean | undefined;
  menuText?: string | undefined;
  navigationLabel?: string | undefined;
  /** What stands after the links: the account. */
  end?: ComponentChildren;
  isEndInline?: boolean | undefined;
};

const nameClass = 'govuk-service-navigation__service-name';

export function ServiceNavigation(props: ServiceNavigationProps) {
  const { serviceName, serviceUrl, items = [], end, isEndInline, ...more } = props;
  const { collapseOnMobile, menuText, navigationLabel, ...native } = more;
  // With a name or an end the component is a landmark of its own; otherwise the nav inside is enough.
  const Wrapper = serviceName || end ? 'section' : 'div';
  const label = serviceName || end ? { 'aria-label': 'Service information' } : {};
  const inline = isEndInline && 'govuk-service-navigation__inlining-container';
  const name = classNames('govuk-service-navigation', native.class);
  return (
    <Wrapper {...label} {...native} class={name} data-module="govuk-service-navigation">
      <div class={classNames('govuk-width-container', inline)}>
        <div class="govuk-service-navigation__container">
          {serviceName && <span class={nameClass}>{linkOrText(serviceName, serviceUrl, {})}</span>}
          {items.length > 0 && <Navigation {...props} items={items} />}
        </div>
        {end}
      </div>
    </Wrapper>
  );
}

function Navigation(props: ServiceNavigationProps & { items: NavigationItem[] }) {
  const { items, menuText = 'Menu', navigationLabel = menuText, collapseOnMobile = items.length > 1 } = props;
  const toggle = {
    type: 'button',
    class: 'govuk-service-navigation__toggle govuk-js-service-navigation-toggle',
    'aria-controls': 'navigation',
    hidden: true,
    'aria-hidden': 'true',
  };
  return (
    <nav aria-label={navigationLabel} class="govuk-service-navigation__wrapper">
      {collapseOnMobile && h('button', toggle, menuText)}
      <ul class="govuk-service-navigation__list" id="navigation">
        {items.map(Item)}
      </ul>
    </nav>
  );
}

function Item({ text, href, isCurrent, isActive = isCurrent, attributes }: NavigationItem) {
  const here = isActive ? { 'aria-current': isCurrent ? 'page' : 'true' } : {};
  const active = isActive && 'govuk-service-navigation__item--active';
  // The strong element keeps the current item recognisable when colours are overridden.
  const strong = <strong class="govuk-service-navigation__active-fallback">{text}</strong>;
  return (
    <li class={classNames('govuk-service-navigation__item', active)}>
      {linkOrText(isActive ? strong : text, href, { ...here, ...attributes })}
    </li>
  );
}

function linkOrText(content: ComponentChildren, href: string | undefined, attributes: Attributes) {
  if (href) return h('a', { class: 'govuk-service-navigation__link', href, ...attributes }, content);
  return h('span', { class: 'govuk-service-navigation__text', ...attributes }, content);
}
