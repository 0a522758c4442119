// The names, licences and licence texts of the packages inside the bundles: what their licences ask to be passed on.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Licences that let a bundle be passed on under Galley's own, together with their text. */
const accepted = new Set(['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT']);

/** The folders of the packages that esbuild took files from, by its metafiles, sorted. */
function packageFolders(metafiles) {
  const inputs = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  const folders = inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
  return [...new Set(folders)].toSorted();
}

/** One package's notice; throws when its licence is not one of those that are accepted. */
function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (!accepted.has(license)) throw new Error(`${name} ${version} has the licence ${license}, which is not accepted.`);
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const text = file === undefined ? '' : `\n\n${readFileSync(join(folder, file), 'utf8').trim()}`;
  return `${name} ${version} (${license})${text}`;
}

/** The text that goes next to bundles built with these metafiles. */
export function thirdPartyNotices(metafiles) {
  const line = `\n\n${'-'.repeat(80)}\n\n`;
  return `Galley contains these packages.${line}${packageFolders(metafiles).map(notice).join(line)}\n`;
}
