import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generators } from '../../server/src/service/generators/index.ts';
import { commonTags } from '../../server/src/service/generators/shared/tags.ts';

const home = 'server/src/service/generators';
/** Any folder of Markdown: its name is a word like any other. */
const named = generators.filter(({ id }) => id !== 'plain');

/** Folders and files that only some generators know. */
const places =
  '_posts _drafts _includes _layouts _plugins _data _site _config archetypes scaffolds layouts/ static/ source/ content/ i18n/'.split(
    ' ',
  );
/** Plugins and themes whose names do not begin with their generator's. */
const plugins = ['starlight', 'InputPathToUrl', 'HtmlBase', 'github-pages'];
/** Tags that are English words, or words of the template language itself. */
const words = new Set(['code', 'highlight', 'include', 'link', 'param', 'ref']);
/** Options of libraries that are named after a generator. */
const libraries = /\bjekyll(?:Include|Where): true/g;

function listSources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name).replaceAll('\\', '/');
    return entry.isDirectory() ? listSources(path) : path.endsWith('.ts') ? [path] : [];
  });
}

function isOutside(file: string): boolean {
  return file !== `${home}/index.ts` && !generators.some(({ id }) => file.startsWith(`${home}/${id}/`));
}

/** The lines of a file without comments. */
function readCode(file: string): string[] {
  const text = readFileSync(file, 'utf8').replace(/\/\*\*?[^]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ''));
  return text.split('\n').map((line) => line.replace(/^\s*\/\/.*/, '').replace(libraries, ''));
}

/** Tags that a generator adds, but for those that others have as well. */
const tags = named.flatMap((generator) => {
  const configured = generator.configure(new Map([[generator.configurationFiles[0]!, '']]));
  return [...(configured?.tags.keys() ?? [])].filter((tag) => !(tag in commonTags) && !words.has(tag));
});

/** Keys of configurations that are no English words. */
const keys = named.flatMap(({ id }) =>
  listSources(`${home}/${id}`).flatMap((file) => {
    const read = /\bdata\.([a-z]\w*)/g;
    return file.endsWith('/settings.ts') ? [...readFileSync(file, 'utf8').matchAll(read)].map(([, key]) => key!) : [];
  }),
);
const strangeKeys = new Set(keys.filter((key) => /_|[A-Z]/.test(key) || key.length > 12));

const patterns: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a generator', new RegExp(`(?<![a-z])(?:${named.map(({ id, name }) => `${id}|${name}`).join('|')})(?![a-z])`)],
  ['a folder', new RegExp(`['"\`/](?:${places.join('|')})`)],
  ['a plugin', new RegExp(plugins.join('|'))],
  ['a tag', new RegExp(`\\b(?:${tags.join('|')})\\b`)],
  ['a configuration key', new RegExp(`['"\`.](?:${[...strangeKeys].join('|')})\\b`)],
];

describe('what is known of a generator', () => {
  it('the imports of several generators are found', () => {
    assert.ok(tags.includes('post_url') && tags.includes('relref') && tags.includes('asset_img'));
    assert.ok(strangeKeys.has('collections_dir') && strangeKeys.has('defaultcontentlanguage'));
  });
  for (const [what, pattern] of patterns)
    it(`code outside of its folder never names a generator: ${what}`, () => {
      const outside = [...listSources('server/src'), ...listSources('client/src')].filter(isOutside);
      const found = outside.flatMap((file) =>
        readCode(file).flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
      );
      assert.deepEqual(found, []);
    });
});
