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
/** Schemas are named near the top: UTF-16 code units that are searched. */
const headLength = 2000;

/** Returns the JSON Schemas named for a post, as paths relative to the site root: by its own text, then by settings. */
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

/** Resolves a path from the root where it begins with `/`, else from the folder of the file that names it. */
function resolveSchemaPath(written: string, namingFile: string): string {
  return resolvePath(written, written.startsWith('/') ? '' : dirname(namingFile)) ?? '';
}

/** Returns a test whether a path matches a glob pattern of the settings; a folder matches all that is below it. */
const getPathTest = memoizeRecent(100, (pattern: string): ((path: string) => boolean) => {
  const clean = trimEnd(pattern.replace(/^(?:\.?\/)+/, ''), '/');
  const matches = createPathTest([clean]);
  return (path) => path.startsWith(`${clean}/`) || matches(path) === true;
});
