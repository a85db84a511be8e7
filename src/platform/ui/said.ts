/** What a page says around what it shows, in the language of whoever reads; `lang` is its sign, such as cy. */
export interface Said {
  lang: string;
  error: string;
  skip: string;
  main: string;
  demo: string;
  emergency: string;
  exit: string;
  exitHeard: Record<'activated' | 'timed-out' | 'press-two-more-times' | 'press-one-more-time', string>;
  signOut: string;
  ring: (phone: string) => string;
  /** What a link of the head or the foot is called, by its address, when not as the house calls it. */
  links: Readonly<Record<string, string>>;
  check: string;
  notYet: string;
  goOn: string;
  rule: (id: string) => string;
}
