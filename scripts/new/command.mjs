import { addImport, addText, edit, editJson, toTitle, translations, write } from './files.mjs';

export const form = /^[a-z]+(?:[A-Z][a-z]*)*$/;
export const example = 'copyUrl';

/** Writes a command that the Command Palette offers and that says in Galley's output that it was run. */
export function create(name) {
  write(`client/src/commands/${name}.ts`, 'command/module.ts.txt', { name });
  edit('client/src/commands/index.ts', (text) =>
    addImport(text, name, `./${name}.ts`).replace(/\n\];\n/, (end) => `\n  ${name},${end}`),
  );
  editJson('package.json', ({ contributes }) =>
    contributes.commands.push({ command: `galley.${name}`, category: 'Galley', title: `%command.${name}%` }),
  );
  for (const file of ['package.nls.json', ...translations]) addText(file, `command.${name}`, toTitle(name));
  return [
    `write what it does in client/src/commands/${name}.ts; sentences for the writer go through l10n.t`,
    'where it acts on the post in the editor, add it to commandPalette in package.json with the condition of the others',
    `translate command.${name} in ${translations.join(', ')}, and each sentence of l10n.t in l10n/`,
    'try it: npm start; a test inside VS Code goes into test/host/suite; add a line to CHANGELOG.md',
  ];
}
