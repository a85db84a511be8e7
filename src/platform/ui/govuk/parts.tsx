import {
  type ComponentChildren,
  type ComponentType,
  cloneElement,
  createElement,
  isValidElement,
  type JSX,
  type VNode,
} from 'preact';

/** The attributes an HTML element takes, as plain values, less those a component spells differently. */
export type Native<Tag extends keyof JSX.IntrinsicElements, Own extends string = never> = Omit<
  JSX.IntrinsicElements[Tag],
  keyof Plain | 'className' | 'ref' | 'role' | Own
> &
  Plain;

interface Plain {
  class?: string | undefined;
  id?: string | undefined;
  name?: string | undefined;
  href?: string | undefined;
}

export type Attributes = Record<string, string | number | undefined>;

/** `classNames('govuk-tag', undefined, 'wide')` is `'govuk-tag wide'`. */
export function classNames(...names: (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}

/** A value for `aria-describedby`, or nothing when nothing describes the element. */
export function idList(...ids: (string | false | undefined)[]): string | undefined {
  return classNames(...ids) || undefined;
}

export function isBlank(children: ComponentChildren): boolean {
  return children === undefined || children === null || children === false || children === '';
}

/**
 * Lets a caller write plain words or the part itself: `hint="In pounds"` or `hint={<Hint lang="cy">…</Hint>}`.
 * What the owner insists on (ids, `for`) wins; its classes come first.
 */
export function part(type: ComponentType, given: ComponentChildren, owned: Attributes): VNode | null {
  if (isBlank(given)) return null;
  if (!isValidElement(given) || given.type !== type) return createElement(type, owned, given);
  const own = (given.props as { class?: string }).class;
  return cloneElement(given, owned.class ? { ...owned, class: classNames(String(owned.class), own) } : owned);
}
