import { addImport, edit, toCamelCase, write } from './files.mjs';

const folder = 'server/src/service/generators';

export const form = /^[a-z][a-z0-9]*$/;
export const example = 'docusaurus';

/** Writes a generator whose posts lie in one folder and are addressed by their files, its example site and its tests. */
export function create(id) {
  const values = { id, Type: toCamelCase(`-${id}`) };
  for (const name of ['index', 'keys', 'publication', 'settings'])
    write(`${folder}/${id}/${name}.ts`, `generator/${name}.ts.txt`, values);
  edit(`${folder}/index.ts`, (text) =>
    addImport(text, id, `./${id}/index.ts`).replace(/plain,?\s*\];/, (end) => `${id}, ${end}`),
  );
  write(`test/service/generators/${id}.test.ts`, 'generator/test.ts.txt', values);
  const site = `test/fixtures/${id}-example`;
  write(`${site}/${id}.yml`, 'generator/configuration.yml.txt', values);
  for (const name of ['first-ferry', 'winter-timetable'])
    write(`${site}/content/${name}.md`, `generator/${name}.md.txt`, values);
  edit('README.md', (text) =>
    text.replace(/\n\| a folder of Markdown \|/, (row) => `\n| ${values.Type} | posts | nobody yet |${row}`),
  );
  return [
    `write how its sites are recognized, configured and published into ${folder}/${id}/`,
    'build the example site with the generator itself, and write down in the test what it makes of it',
    `npm run test:file -- test/service/generators/${id}.test.ts, then test/project`,
    'say in the README who judges it, and add a line to CHANGELOG.md',
  ];
}
