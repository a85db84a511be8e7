/** Why a document could not be read. The message ends the sentence "could not be read: …". */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  /** In how many milliseconds it is worth asking again; null when asking again the same way would be no use. */
  readonly againInMs: number | null;

  constructor(because: string, againInMs: number | null = null) {
    super(because);
    this.againInMs = againInMs;
  }
}

export const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);
