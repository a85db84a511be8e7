/**
 * A start that cannot go on, for a reason the person at the keyboard can mend. The message is one plain
 * sentence saying what is wrong and what to do: print it alone, without a stack, and leave with a non-zero code.
 */
export class StartRefused extends Error {
  override name = 'StartRefused';
}

/** Says why a start was refused, in one sentence when it has one, and leaves with code 1. */
export function refuseStart(error: unknown): never {
  console.error(error instanceof StartRefused ? error.message : error);
  process.exit(1);
}
