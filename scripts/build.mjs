// Bundles the server and the commands into dist/. `npm start` runs what this makes, and so do the journeys.
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../', import.meta.url));

rmSync(`${root}dist`, { recursive: true, force: true });
mkdirSync(`${root}dist`);
await build({
  absWorkingDir: root,
  entryPoints: { main: 'src/main.ts', 'recording-worker': 'src/people/kept-files/recording-worker.store.ts' },
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node22',
  packages: 'external',
  sourcemap: 'linked',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  logLevel: 'warning',
});
await build({
  absWorkingDir: root,
  entryPoints: ['src/platform/ui/alongside.css', 'src/platform/ui/alongside.js'],
  outdir: 'dist',
  minify: true,
  logLevel: 'warning',
});
cpSync(`${root}src/platform/ui/icon.svg`, `${root}dist/icon.svg`);
