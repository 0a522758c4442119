// What the scaffolds do to files: they write new ones and add lines to lists, and never write over what is there.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../../test/host/install.mjs';
import { Refusal } from '../../test/host/process.mjs';

/** Writes a new file from a template, `{{name}}` in it replaced by that value; throws a Refusal when the file exists. */
export function write(file, template, values) {
  const path = join(root, file);
  if (existsSync(path)) throw new Refusal(`${file} exists already; choose another name.`, 2);
  const text = readFileSync(join(root, 'scripts/new/templates', template), 'utf8');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(
    path,
    text.replaceAll(/\{\{(\w+)\}\}/g, (_, name) => values[name]),
  );
  console.log(`new      ${file}`);
}

/** Rewrites a file; throws a Refusal when `change` finds no place for what it adds and so changes nothing. */
export function edit(file, change) {
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  const changed = change(text);
  if (changed === text) throw new Refusal(`${file} has no place for a new line any more: mend scripts/new.`);
  writeFileSync(path, changed);
  console.log(`changed  ${file}`);
}

/** Rewrites a JSON file, laid out as `JSON.stringify` does. */
export function editJson(file, change) {
  edit(file, (text) => {
    const value = JSON.parse(text);
    change(value);
    return `${JSON.stringify(value, null, 2)}\n`;
  });
}

/** Adds `import { name } from 'module';` to a list's text, before the first import from a module that sorts after it. */
export function addImport(text, name, module) {
  const lines = text.split('\n');
  const line = `import { ${name} } from '${module}';`;
  const own = lines.flatMap((each, index) => {
    const from = /^import \{.+\} from '(\.[^']+)';$/.exec(each)?.[1];
    return from === undefined ? [] : [{ from, index }];
  });
  const after = own.find(({ from }) => from > module);
  lines.splice(after ? after.index : own.at(-1).index + 1, 0, line);
  return lines.join('\n');
}

/** `insertTableOfContents` → `Insert Table Of Contents`. */
export const toTitle = (name) => name.replace(/^./, (first) => first.toUpperCase()).replace(/([a-z])([A-Z])/g, '$1 $2');

/** `missing-alt-text` → `missingAltText`. */
export const toCamelCase = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

/** Adds a text to a file of the manifest's texts, after those whose names begin alike. */
export function addText(file, name, text) {
  const subject = name.slice(0, name.indexOf('.') + 1);
  edit(file, (current) => {
    const entries = Object.entries(JSON.parse(current));
    const last = entries.findLastIndex(([key]) => key.startsWith(subject));
    entries.splice(last < 0 ? entries.length : last + 1, 0, [name, text]);
    return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
  });
}

/** Files of translations, next to the English `package.nls.json`. */
export const translations = ['package.nls.de.json'];
