import type { Said } from './said.ts';

/** What every page needs to know besides its own content. Made once a request, in platform/http. */
export interface Frame {
  councilName: string;
  said: Said;
  accountName?: string;
  teamName?: string;
  nav: readonly { href: string; text: string; isCurrent: boolean }[];
  footer: readonly { href: string; text: string }[];
  /** This session's token for forms. */
  csrf?: string;
  /** A new id for each form on the page: pressing twice gives one record. */
  submissionId: () => string;
  isDemo?: boolean;
  /** Where people reach us, such as https://alongside.example.gov.uk: for addresses that are printed. */
  origin?: string;
  /** Where the name at the top leads, when not to Today: whoever has no account begins at what is nearby. */
  home?: string;
  /** The council's telephone, on pages open to all: for whoever cannot or would rather not use the web. */
  phone?: string;
  nonce: string;
  /** Said once at the top after something was done. */
  notice?: string;
  /** Shows "Exit this page": for people who may be watched. */
  exit?: boolean;
}
