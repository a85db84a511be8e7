/** A rule said no. A value, never an error: it names the rule, why, and what would satisfy it. */
export interface Refusal {
  refused: string;
  because: string;
  satisfyBy: string;
  /** When it is not told in the page's own language. */
  lang?: string;
}

/** @example refuse('C1-1', 'nobody has written what matters', 'mark a sentence as “what matters”') */
export function refuse(rule: string, because: string, satisfyBy: string): Refusal {
  return { refused: rule, because, satisfyBy };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value && 'satisfyBy' in value;
}
