import type { NotKept } from '../../people/kept-files/kept-file.ts';
import type { Problem } from '../../platform/http/problems.ts';
import type { Own } from './own.ts';

/** Why a file was not kept, beside its field, in the words of whose page it is. */
export const refusedFile = ({ words }: Own, { field, why }: NotKept): Problem => ({
  field,
  message: words.files[why],
});
