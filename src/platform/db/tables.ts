/**
 * Every table, by name. The rows are generated from the migrated database (`npm run tables`) and joined to
 * this interface in `src/tables.d.ts`, so that platform knows that there are tables and not which.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging in src/tables.d.ts
export interface Tables {}
