/** One part of a fair budget: what it is, for which need, and who pays what. Amounts are whole pence. */
export interface BudgetPart {
  id: string;
  needId: string | null;
  what: string;
  howOften: 'weekly' | 'once';
  councilPence: number;
  personPence: number;
}

export interface Shares {
  council: number;
  person: number;
}

export interface Totals {
  weekly: Shares;
  once: Shares;
}

/** A budget is never one figure: its parts add up to what the council and the person each pay (Care Act 2014 s26). */
export function totalsOf(parts: readonly BudgetPart[]): Totals {
  return { weekly: sharesOf(parts, 'weekly'), once: sharesOf(parts, 'once') };
}

function sharesOf(parts: readonly BudgetPart[], howOften: BudgetPart['howOften']): Shares {
  const these = parts.filter((part) => part.howOften === howOften);
  return {
    council: these.reduce((sum, { councilPence }) => sum + councilPence, 0),
    person: these.reduce((sum, { personPence }) => sum + personPence, 0),
  };
}

/** Pence as pounds. @example moneyInWords(16050) // '£160.50'; moneyInWords(16000) // '£160' */
export function moneyInWords(pence: number): string {
  const pounds = Math.floor(pence / 100).toLocaleString('en-GB');
  return pence % 100 ? `£${pounds}.${String(pence % 100).padStart(2, '0')}` : `£${pounds}`;
}

/**
 * The totals as sentences about somebody, or about "you".
 * @example totalsInWords(totals, 'Wilf') // ['£185 a week: the council pays £160 and Wilf pays £25.']
 */
export function totalsInWords({ weekly, once }: Totals, name: string): string[] {
  return [sentenceOf(weekly, 'a week', name), sentenceOf(once, 'once', name)].filter(
    (sentence) => sentence !== null,
  );
}

function sentenceOf({ council, person }: Shares, how: string, name: string): string | null {
  if (!council && !person) return null;
  const total = `${moneyInWords(council + person)} ${how}`;
  const pays = name === 'you' ? 'pay' : 'pays';
  if (!person) return `${total}: the council pays all of it.`;
  if (!council) return `${total}: ${name} ${pays} all of it.`;
  return `${total}: the council pays ${moneyInWords(council)} and ${name} ${pays} ${moneyInWords(person)}.`;
}
