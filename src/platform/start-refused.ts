/**
 * A start that cannot go on, for a reason the person at the keyboard can mend. The message is one plain
 * sentence saying what is wrong and what to do: print it alone, without a stack, and leave with a non-zero code.
 */
export class StartRefused extends Error {
  override name = 'StartRefused';
}
