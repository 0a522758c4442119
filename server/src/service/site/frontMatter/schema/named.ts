import { createPathTest } from '../../../text/glob.ts';
import { memoizeRecent } from '../../../text/memo.ts';
import { dirname, resolvePath } from '../../../text/paths.ts';
import type { Settings } from '../../model/settings.ts';
import { trimEnd } from '../../../text/scan.ts';

/** A line of the front matter that names its schema, as the YAML and TOML servers (`# yaml-language-server: $schema=…`, `#:schema …`) and JSON (`"$schema"`) have it. */
const comment =
  /^(?:#[ \t]*(?:yaml-language-server:[ \t]*)?\$schema[=:][ \t]*|#:schema[ \t]+|[ \t]*"\$schema"[ \t]*:[ \t]*")([^\s"]+)/m;
/** Schemas are named near the top. */
const head = 2000;

/** JSON Schemas named for a post (paths relative to the site root): by its own text, then by settings. */
export function namedSchemas(text: string, path: string, { schemas = {} }: Settings): string[] {
  const written = comment.exec(text.slice(0, head))?.[1];
  const own = written === undefined || /^[a-z]+:/i.test(written) ? [] : [resolved(written, path)];
  const bySettings = Object.entries(schemas)
    .filter(([, patterns]) => patterns.some((pattern) => likeness(pattern)(path)))
    .map(([file]) => resolved(file, ''));
  return [...own, ...bySettings];
}

/** A path from the root where it begins with `/`, else from the folder of the file that names it. */
function resolved(written: string, from: string): string {
  return resolvePath(written, written.startsWith('/') ? '' : dirname(from)) ?? '';
}

/** Whether a path is like a pattern of the settings: as globs have it, and a folder stands for all that is below it. */
const likeness = memoizeRecent(100, (pattern: string): ((path: string) => boolean) => {
  const clean = trimEnd(pattern.replace(/^(?:\.?\/)+/, ''), '/');
  const matches = createPathTest([clean]);
  return (path) => path.startsWith(`${clean}/`) || matches(path) === true;
});
