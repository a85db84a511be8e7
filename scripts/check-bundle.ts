import { readFile } from 'node:fs/promises';
import { checkBundle } from '../src/evidence/publishing/telling/check-bundle.ts';

// Works every percentage and range of a bundle out again from its counts: `npm run check-bundle -- bundle.json`.
const [file] = process.argv.slice(2);
if (!file) {
  console.error('npm run check-bundle -- <bundle.json>');
  process.exitCode = 2;
} else {
  const checked = checkBundle(await readFile(file, 'utf8'));
  if ('wrong' in checked) {
    for (const { line, message } of checked.wrong) console.error(`${file}:${line}: ${message}`);
    process.exitCode = 1;
  } else {
    const { place, site, asAt, codeVersion } = checked.bundle;
    console.log(
      `${place}, ${site.name}, as at ${asAt} (software ${codeVersion}): ${checked.shares} shares worked out again, all right.`,
    );
  }
}
