import { type JsonObject, textIn } from './json-values.ts';

const ENDED = /^(?:inactive|defunct|closed|archived|deleted|ended|expired|withdrawn|unpublished|draft)$/i;
const NOT_PUBLIC = /^(?:internal|private|staff(?: only)?|confidential)$/i;
const NOT_PUBLIC_NAME = /\b(?:internal (?:use|only)|staff only|do not (?:publish|use))\b|\(internal\)/i;

/** Why a source's own marks say that a record is not, or no longer, for the public; null when they do not. */
export function whyWithdrawn(record: JsonObject, name: string): string | null {
  const status = textIn(record, 'status') ?? '';
  if (ENDED.test(status)) return 'Is marked as ended or not running';
  const marks = [status, textIn(record, 'visibility') ?? '', textIn(record, 'access') ?? ''];
  const isMarked = marks.some((mark) => NOT_PUBLIC.test(mark));
  const isFlagged = record.is_internal === true || record.internal === true || record.public === false;
  return isMarked || isFlagged || NOT_PUBLIC_NAME.test(name) ? 'Is marked as not for the public' : null;
}
