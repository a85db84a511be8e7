import { readableWebAddress } from '../../feeds/records/web-address.ts';

type Told = string | number | boolean | Entity | readonly Told[];

/** A record of the standard: its keys are the standard's own. */
export interface Entity {
  readonly [key: string]: Told;
}

type Loose = Told | null | undefined;

/**
 * The record without what says nothing: the standard wants optional fields left out, never null, "" or [].
 * @example entity({ id, email: null, attributes: [] }) // { id }
 */
export function entity(fields: Readonly<Record<string, Loose>>): Entity {
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, Told] => saysSomething(field[1])),
  );
}

function saysSomething(value: Loose): boolean {
  if (value === null || value === undefined) return false;
  if (typeof value === 'string') return value.trim() !== '';
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'boolean') return true;
  return (Array.isArray(value) ? value : Object.keys(value)).length > 0;
}

/** An e-mail address as RFC 5321 lets one be sent to, in the form every mail server takes. */
export const isEmail = (text: string): boolean =>
  text.length <= 254 &&
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}$/i.test(
    text,
  );

/** A whole web address, which a validator and a browser both can follow: https or http, a public host, plain letters. */
export const isWebAddress = (text: string): boolean =>
  /^https?:\/\/[\x21-\x7e]+$/i.test(text) &&
  !/[<>"{}|\\^`]|%(?![0-9a-f]{2})/i.test(text) &&
  readableWebAddress(text) === text;

/** The web address in the letters a validator takes, or null when it leads nowhere. */
export function webAddressOf(text: string | null | undefined): string | null {
  if (!text) return null;
  const whole = readableWebAddress(text);
  if (whole === null) return null;
  return [whole, new URL(whole).href].find(isWebAddress) ?? null;
}

export const emailOf = (text: string | null | undefined): string | null =>
  text && isEmail(text) ? text : null;
