import { english } from '../../../platform/http/reading.ts';

/** What is wrong with a field, where its form says nothing of its own. */
export const fields = english;
