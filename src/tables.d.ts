import type { DB } from './tables.generated.ts';

declare module './platform/db/tables.ts' {
  interface Tables extends DB {}
}
