import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { generators } from '../../server/src/service/generators/index.ts';
import { rules } from '../../server/src/service/rules/index.ts';

const service = 'server/src/service';

/** One thing, one file, one line in a list: where the files are, how one differs from what they share, and the list. */
interface Registry {
  readonly things: string;
  readonly list: string;
  /** The modules next to the list that hold one thing or more. */
  readonly files: readonly string[];
  /** The exported names of those things, in the text of such a module. */
  readonly exported: RegExp;
}

const listModules = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
    .map((name) => `${folder}/${name}`);

const listFolders = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${folder}/${entry.name}/index.ts`);

const registries: readonly Registry[] = [
  {
    things: 'rules',
    list: `${service}/rules/index.ts`,
    files: listModules(`${service}/rules`),
    exported: /^export const (\w+): Rule\b/gm,
  },
  {
    things: 'dialects',
    list: `${service}/dialects/index.ts`,
    files: listModules(`${service}/dialects`),
    exported: /^export const (\w+)(?:: [\w<>]+)? = defineDialect\b/gm,
  },
  {
    things: 'generators',
    list: `${service}/generators/index.ts`,
    files: listFolders(`${service}/generators`),
    exported: /^export const (\w+): Generator\b/gm,
  },
  {
    things: 'completion sources',
    list: `${service}/features/completion/index.ts`,
    files: listModules(`${service}/features/completion`),
    exported: /^export (?:async )?function (\w+Completion)\(/gm,
  },
  {
    things: 'commands',
    list: 'client/src/commands/index.ts',
    files: listModules('client/src/commands'),
    exported: /^export const (\w+): Command\b/gm,
  },
];

/** What a module exports of its registry's things. */
function findExports(file: string, { exported }: Registry): string[] {
  return existsSync(file) ? [...readFileSync(file, 'utf8').matchAll(exported)].map((match) => match[1]!) : [];
}

/** The names that a list takes from the modules next to it, types left aside, by module. */
function parseImports(list: string): Map<string, string[]> {
  const found = readFileSync(list, 'utf8').matchAll(/^import \{([^}]+)\} from '(\.[^']+)';/gm);
  return new Map(
    [...found].map((match) => [
      join(dirname(list), match[2]!).replaceAll('\\', '/'),
      match[1]!
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '' && !name.startsWith('type ')),
    ]),
  );
}

/** The ids that files in the folder of rules have in their names: ids have a hyphen, what rules share has none. */
function listRuleFiles(ending: '.ts' | '.md'): string[] {
  const names = readdirSync(`${service}/rules`).filter((name) => name.endsWith(ending) && name.includes('-'));
  return names.map((name) => basename(name, ending)).toSorted();
}

describe('registries', () => {
  for (const registry of registries) {
    it(`the registry of ${registry.things} lists all that have a file, and nothing else`, () => {
      const imported = parseImports(registry.list);
      const written = registry.files.flatMap((file) => findExports(file, registry).map((name) => ({ file, name })));
      assert.deepEqual(
        written.filter(({ file, name }) => !imported.get(file)?.includes(name)),
        [],
        `missing in ${registry.list}`,
      );
      assert.deepEqual(
        registry.files.filter((file) => imported.has(file)),
        registry.files.filter((file) => findExports(file, registry).length > 0),
        'a module is listed and nothing in it is found: fix `exported`',
      );
    });
  }

  it('each rule has a file named by its id, and a page', () => {
    const ids = rules.map(({ id }) => id).toSorted();
    assert.deepEqual(listRuleFiles('.ts'), ids);
    assert.deepEqual(listRuleFiles('.md'), ids);
  });

  it('each generator has a folder named by its id, and a fixture', () => {
    const ids = generators.map(({ id }) => id as string);
    const folders = readdirSync(`${service}/generators`, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !['contract', 'shared'].includes(entry.name))
      .map(({ name }) => name);
    assert.deepEqual(folders.toSorted(), ids.toSorted());
    const fixtures = readdirSync('test/fixtures');
    assert.deepEqual(
      ids.filter((id) => !fixtures.some((name) => name === id || name.startsWith(`${id}-`))),
      [],
      'no fixture in test/fixtures',
    );
  });

  it('each generator has a row in the README', () => {
    const readme = readFileSync('README.md', 'utf8');
    const table = readme.slice(readme.indexOf('\n## Generators\n'));
    const first = [...table.matchAll(/^\| ([^|]+) \|/gm)].map((match) => match[1]!);
    const named = generators.filter(({ id }) => id !== 'plain').map(({ name }) => name);
    assert.deepEqual(
      named.filter((name) => !first.some((cell) => cell.includes(name))),
      [],
    );
  });

  it('the registered commands are the commands of the manifest', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
    const declared = contributes.commands.map(({ command }: { command: string }) => command);
    const written = listModules('client/src/commands').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\bid: '(galley\.\w+)'/g)].map((match) => match[1]!),
    );
    assert.deepEqual(written.toSorted(), declared.toSorted());
  });
});
