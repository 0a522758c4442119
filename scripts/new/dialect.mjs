import { addImport, addText, edit, toCamelCase, translations, write } from './files.mjs';

const folder = 'server/src/service/dialects';

export const form = /^[a-z]+(?:-[a-z]+)*$/;
export const example = 'markdown-it';

/** Writes a dialect that reads as CommonMark does, and offers it in settings. */
export function create(id) {
  const name = toCamelCase(id);
  const key = id === name ? id : `'${id}'`;
  write(`${folder}/${name}.ts`, 'dialect/module.ts.txt', { id, name, Type: toCamelCase(`-${id}`) });
  edit(`${folder}/dialect.ts`, (text) => text.replace(/(export type DialectId\b[^;]+);/, `$1 | '${id}';`));
  edit(`${folder}/index.ts`, (text) =>
    addImport(text, name, `./${name}.ts`).replace(/\n\};\n/, (end) => `\n  ${key}: ${name}(),${end}`),
  );
  for (const file of ['package.nls.json', ...translations])
    addText(file, `setting.dialect.${id}`, `As ${id} reads Markdown.`);
  return [
    `write what differs from CommonMark into ${folder}/${name}.ts, each fact with its source`,
    'npm run test:file -- test/service/dialects: say in the tables of dialects.test.ts what its labels are',
    'add the engine to test/engines/engines.ts, so that it judges what you wrote down',
    `translate setting.dialect.${id} in ${translations.join(', ')}, name it in the README, add a line to CHANGELOG.md`,
  ];
}
