#!/usr/bin/env node
// `npm run new -- rule|command|generator|dialect NAME`: writes the files of a new one and its lines in lists and manifest,
// so that everything is green from the start, and says what is left to do. CONTRIBUTING.md tells the rest.
import { root } from '../test/host/install.mjs';
import { Refusal, report, run } from '../test/host/process.mjs';
import * as command from './new/command.mjs';
import * as dialect from './new/dialect.mjs';
import * as generator from './new/generator.mjs';
import * as rule from './new/rule.mjs';

const kinds = { rule, command, generator, dialect };

async function node(...args) {
  const code = await run(process.execPath, args, { cwd: root, shell: false });
  if (code !== 0) throw new Refusal(`node ${args.join(' ')} ended with exit code ${code}.`);
}

await report(async () => {
  const [kind, name] = process.argv.slice(2);
  if (!Object.hasOwn(kinds, kind ?? '') || name === undefined)
    throw new Refusal(`Usage: npm run new -- ${Object.keys(kinds).join('|')} NAME`, 2);
  const { create, example, form } = kinds[kind];
  if (!form.test(name)) throw new Refusal(`"${name}" is no name for a ${kind}; one is "${example}".`, 2);
  const next = create(name);
  await node('esbuild.mjs', 'tests', 'test/project/generate.ts');
  await node('out/test/project/generate.mjs');
  await node('node_modules/oxfmt/bin/oxfmt');
  console.log(`\nNext:\n${next.map((step) => `- ${step}`).join('\n')}`);
});
