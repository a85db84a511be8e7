import type { Paging } from '../open-referral.forms.ts';
import type { Entity } from './entity.ts';

/** A page as the standard envelops it. */
export interface Page {
  total_items: number;
  total_pages: number;
  page_number: number;
  size: number;
  first_page: boolean;
  last_page: boolean;
  empty: boolean;
  contents: Entity[];
}

/** @example pageOf([service], 1, { page: 1, per_page: 50 }).last_page // true */
export function pageOf(contents: Entity[], total_items: number, { page, per_page }: Paging): Page {
  const total_pages = Math.ceil(total_items / per_page);
  return {
    ...{ total_items, total_pages, page_number: page, size: contents.length },
    ...{ first_page: page === 1, last_page: page >= total_pages, empty: contents.length === 0, contents },
  };
}
