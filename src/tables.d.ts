import type { DB } from './tables.generated.ts';

declare module './platform/db/tables.ts' {
  // biome-ignore lint/suspicious/noEmptyInterface: joins the generated tables to the platform's empty list
  interface Tables extends DB {}
}
