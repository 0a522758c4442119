import { createPathTest } from '../../../text/glob.ts';
import { memoizeRecent } from '../../../text/memo.ts';
import { dirname, resolvePath } from '../../../text/paths.ts';
import type { Settings } from '../../model/settings.ts';
import { trimEnd } from '../../../text/scan.ts';

/** A line of the front matter that names its schema, as the YAML and TOML servers (`# yaml-language-server: $schema=…`, `#:schema …`) and JSON (`"$schema"`) have it. */
const schemaComments = [
  /^#[ \t]*(?:yaml-language-server:[ \t]*)?\$schema[=:][ \t]*([^\s"]+)/,
  /^#:schema[ \t]+([^\s"]+)/,
  /^[ \t]*"\$schema"[ \t]*:[ \t]*"([^\s"]+)/,
];
/** Schemas are named near the top. */
const headLength = 2000;

/** JSON Schemas named for a post (paths relative to the site root): by its own text, then by settings. */
export function findNamedSchemas(text: string, path: string, { schemas = {} }: Settings): string[] {
  const [reference] = text
    .slice(0, headLength)
    .split(/[\r\n]/)
    .flatMap((line) => schemaComments.flatMap((comment) => comment.exec(line)?.[1] ?? []));
  const schemasNamedInText =
    reference === undefined || /^[a-z]+:/i.test(reference) ? [] : [resolveSchemaPath(reference, path)];
  const schemasNamedInSettings = Object.entries(schemas)
    .filter(([, patterns]) => patterns.some((pattern) => getPathTest(pattern)(path)))
    .map(([file]) => resolveSchemaPath(file, ''));
  return [...schemasNamedInText, ...schemasNamedInSettings];
}

/** A path from the root where it begins with `/`, else from the folder of the file that names it. */
function resolveSchemaPath(written: string, namingFile: string): string {
  return resolvePath(written, written.startsWith('/') ? '' : dirname(namingFile)) ?? '';
}

/** Whether a path is like a pattern of the settings: as globs have it, and a folder stands for all that is below it. */
const getPathTest = memoizeRecent(100, (pattern: string): ((path: string) => boolean) => {
  const clean = trimEnd(pattern.replace(/^(?:\.?\/)+/, ''), '/');
  const matches = createPathTest([clean]);
  return (path) => path.startsWith(`${clean}/`) || matches(path) === true;
});
