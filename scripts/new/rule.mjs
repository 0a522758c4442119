import { addImport, addText, edit, toCamelCase, translations, write } from './files.mjs';

const folder = 'server/src/service/rules';

export const form = /^[a-z]+(?:-[a-z]+)+$/;
export const example = 'missing-alt-text';

/** Writes a rule that works: it reports links to `about:` its own name, until somebody says better what is wrong. */
export function create(id) {
  const name = toCamelCase(id);
  const values = { id, name, carets: '^'.repeat(id.length) };
  write(`${folder}/${id}.ts`, 'rule/module.ts.txt', values);
  write(`${folder}/${id}.md`, 'rule/page.md.txt', values);
  edit(`${folder}/index.ts`, (text) =>
    addImport(text, name, `./${id}.ts`).replace(/\n\];\n/, (end) => `\n  ${name},${end}`),
  );
  for (const file of translations)
    addText(file, `rule.${id}`, 'One sentence for settings and lists. Default: warning.');
  return [
    `write the check in ${folder}/${id}.ts and its examples in ${folder}/${id}.md`,
    'npm run generate, whenever summary or severity change: settings and the table in the README follow',
    `npm run test:file -- test/service/rules/pages.test.ts --grep ${id} (--update writes the carets)`,
    `translate rule.${id} in ${translations.join(', ')}, and add a line to CHANGELOG.md`,
  ];
}
