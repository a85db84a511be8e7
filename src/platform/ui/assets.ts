import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file every page may ask for. Its address changes when its content does, so browsers may keep it for a year. */
export interface Asset {
  url: string;
  path: string;
  type: string;
}

type AssetName = 'govuk.css' | 'govuk.js' | 'alongside.css' | 'alongside.js' | 'icon.svg';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const installed = createRequire(import.meta.url);
const govuk = (file: string) => installed.resolve(`govuk-frontend/dist/govuk/${file}`);
const own = (file: string) => fileURLToPath(new URL(file, import.meta.url));

const named: Record<AssetName, Asset> = {
  'govuk.css': hashed('govuk', govuk('govuk-frontend.min.css')),
  'govuk.js': hashed('govuk', govuk('govuk-frontend.min.js')),
  'alongside.css': hashed('alongside', own('./alongside.css')),
  'alongside.js': hashed('alongside', own('./alongside.js')),
  'icon.svg': hashed('icon', own('./icon.svg')),
};

/** The typeface by its fixed name, as the style sheet asks for it; Welsh letters are in `latin-ext`. */
const fonts = ['latin-400', 'latin-700', 'latin-ext-400', 'latin-ext-700'].map((cut) => {
  const file = `atkinson-hyperlegible-${cut}-normal.woff2`;
  const path = installed.resolve(`@fontsource/atkinson-hyperlegible/files/${file}`);
  return { url: `/assets/fonts/${file}`, path, type: 'font/woff2' };
});

/** Everything the server serves from `/assets`. */
export const assets: readonly Asset[] = [...Object.values(named), ...fonts];

/** @example assetUrl('alongside.css') // '/assets/alongside-3f9a01c2b4.css' */
export function assetUrl(name: AssetName): string {
  return named[name].url;
}

function hashed(name: string, path: string): Asset {
  const hash = createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 10);
  const extension = extname(path);
  return { url: `/assets/${name}-${hash}${extension}`, path, type: types[extension] ?? '' };
}
