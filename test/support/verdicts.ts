import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as service from '../../server/src/service/index.ts';
import type { Environment } from '../../server/src/service/index.ts';
import { createAnalysis, environment } from './check.ts';
import fc from './property.ts';
import { root, listRows, readSites } from './site.ts';

/** `state | address | reasons` of a file of the site in a txtar text. */
export async function findPublication(txtar: string, file: string, at: Environment = environment): Promise<string> {
  const row = (await listRows(txtar, at)).get(file);
  return row ? [row.state, row.url ?? 'no address', ...row.reasons].join(' | ') : 'not listed';
}

/**
 * What the rules about links, anchors and images say of a text at a path of a site: rule and severity, in the order of
 * the text.
 */
export async function describeLinks(txtar: string, path: string, text: string): Promise<string[]> {
  const uri = `${root}/${path}`;
  const snapshot = service.withDocument(
    service.withSites(service.emptySnapshot, await readSites(txtar)),
    new service.Document(uri, 1, text),
  );
  return service
    .finish(createAnalysis(snapshot).problems(uri))
    .filter(({ rule }) => /^broken-|^link-/.test(rule))
    .map(({ rule, severity }) => `${rule} ${severity}`);
}

/** State and address by file of a fixture's pages. */
export async function listFixtureRows(name: string, at: Environment = environment): Promise<Record<string, string>> {
  const rows = await listRows(readFixture(name), at);
  return Object.fromEntries(
    [...rows].sort().map(([file, { state, url }]) => [file, url === null ? state : `${state} ${url}`]),
  );
}

/** A folder of `test/fixtures` as a txtar text. */
export function readFixture(name: string): string {
  const folder = join('test/fixtures', name);
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return paths.map((path) => `-- ${path.slice(folder.length + 1)} --\n${readFileSync(path, 'utf8')}`).join('');
}

/** Front matter or configuration with some of these keys, set to values that make sense and values that make none. */
export function createAnyData(...names: readonly string[]): fc.Arbitrary<Record<string, unknown>> {
  const values = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(':title', '2024-05-01', '../..', '{{', '{', '**', '[a', 'a/*', '', '/'),
  );
  return fc.dictionary(fc.constantFrom(...names), values);
}
