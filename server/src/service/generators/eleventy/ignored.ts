import { createPathTest } from '../../text/glob.ts';
import { memoizeRecent } from '../../text/memo.ts';
import { dirname } from '../../text/paths.ts';
import type { SiteView } from '../contract/model.ts';
import { getPathWithin } from '../shared/values.ts';
import type { EleventySettings } from './settings.ts';

/** Whether a file is in the input folder, in none of the folders of other kinds, and not named by `ignores.add`. */
export function isContent(path: string, settings: EleventySettings): boolean {
  const { inputFolder, includesFolder, layoutsFolder, dataFolder, outputFolder } = settings;
  if (getPathWithin(inputFolder, path) === undefined || settings.isIgnored(path) === true) return false;
  return [includesFolder, layoutsFolder, dataFolder, outputFolder].every(
    (folder) => folder === undefined || folder === '' || !path.startsWith(`${folder}/`),
  );
}

/** Returns the file with the line that names a file as no page (`EleventyFiles.js#getIgnoreFiles`); undefined for none. */
export function findIgnoringFile(
  path: string,
  siteView: SiteView,
  { ignoreFiles }: EleventySettings,
): string | undefined {
  return ignoreFiles.find((file) => {
    const within = getPathWithin(dirname(file), path);
    return within !== undefined && createIgnoreTest(siteView.getText(file) ?? '')(within);
  });
}

/** Creates a test for the paths that a list in the format of `.gitignore` matches; cached for the few sites that are open at once. */
const createIgnoreTest = memoizeRecent(10, (list: string): ((path: string) => boolean) => {
  const patterns = list
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('!'))
    .map((line) => line.replace(/^\.?\//, '').replace(/\/$/, ''));
  const tests = patterns.map((pattern) => createPathTest([pattern, `${pattern}/**`]));
  return (path) => tests.some((test) => test(path) === true);
});
