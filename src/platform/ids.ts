import { v7 } from 'uuid';

/** A new identifier: UUID version 7 (RFC 9562), so rows written together stay together on disk. */
export function newId(): string {
  return v7();
}
