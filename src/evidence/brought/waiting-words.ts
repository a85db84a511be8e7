import type { Waiting } from './counting/counted.ts';

const steps = [
  'Over twelve months',
  'Over six months, up to twelve',
  'Over three months, up to six',
  'Over one month, up to three',
  'A month or less',
] as const;

/** How many have waited to talk for how long, the longest first. @example waitingSteps(waiting)[0] // ['Over twelve months', 12] */
export const waitingSteps = ({ forConversationByMonths }: Waiting): [string, number][] =>
  steps.map((step, at) => [step, forConversationByMonths[at] ?? 0]);
