#!/usr/bin/env node
// `npm run measure -- <site> <verdicts>`: compares what `galley check` says about references and footnotes of a site
// with recorded verdicts of engines (JSON lines: file, line, kind, label, form, oracle), and lists every difference.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const [site, verdicts, ...only] = process.argv.slice(2);
if (!site || !verdicts || !existsSync(site) || !existsSync(verdicts)) {
  console.error('Usage: npm run measure -- <folder of a site> <file of verdicts> [oracle…]');
  process.exit(2);
}

const ruleOf = {
  'undefined-reference': 'undefined-reference',
  'undefined-footnote': 'undefined-footnote',
  'unused-footnote': 'orphan-footnote',
  'unused-definition': 'unused-definition',
  'duplicate-definition': 'duplicate-definition',
  'duplicate-footnote': 'duplicate-footnote',
};
const rules = [...new Set(Object.values(ruleOf))];

function lines(text) {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

/** A shortcut without evidence of a typo is prose to every engine and to Galley. */
function counts({ kind, form, near, line, oracle }) {
  return (
    ruleOf[kind] !== undefined &&
    line !== null &&
    (only.length === 0 || only.includes(oracle)) &&
    (form !== 'shortcut' || near !== undefined)
  );
}

const said = spawnSync(
  process.execPath,
  ['dist/cli.js', 'check', site, '--format', 'json', ...rules.flatMap((rule) => ['--rule', rule])],
  { encoding: 'utf8', maxBuffer: 2 ** 28 },
);
if (said.status === 2) {
  console.error(said.stderr.trim());
  process.exit(2);
}
const found = new Map(lines(said.stdout).map((each) => [`${each.file}:${each.line}: ${each.rule}`, each]));
const wanted = new Map(
  lines(readFileSync(verdicts, 'utf8'))
    .filter(counts)
    .map((each) => [`${each.file}:${each.line}: ${ruleOf[each.kind]}`, each]),
);
const files = new Set([...found.values()].map(({ file }) => file));
/** Verdicts may name files from a folder above the site. */
const prefix = [...wanted.values()]
  .map(({ file }) => file)
  .find((file) => [...files].some((own) => file.endsWith(`/${own}`)));
const cut = prefix ? prefix.length - [...files].find((own) => prefix.endsWith(`/${own}`)).length : 0;
const expected = new Map([...wanted].map(([key, each]) => [key.slice(cut), each]));

/** Engines name a label, not always the copy that Galley reports: the same label in the same file is agreement. */
function head(key) {
  return `${key.split(':')[0]} ${key.split(' ').at(-1)}`;
}
for (const [key, each] of Array.from(expected)) {
  const other = found.has(key)
    ? undefined
    : [...found].find(
        ([own, { message }]) => !expected.has(own) && head(own) === head(key) && message.includes(`"${each.label}"`),
      );
  if (other) {
    expected.delete(key);
    expected.set(other[0], each);
  }
}

for (const rule of rules) {
  const own = [...found.keys()].filter((key) => key.endsWith(` ${rule}`));
  const theirs = [...expected.keys()].filter((key) => key.endsWith(` ${rule}`));
  const agreed = own.filter((key) => expected.has(key)).length;
  const share = (of) => (of === 0 ? '–' : `${((100 * agreed) / of).toFixed(1)} %`);
  console.log(
    `${rule}: ${agreed} agreed, precision ${share(own.length)} of ${own.length}, recall ${share(theirs.length)} of ${theirs.length}`,
  );
}
for (const [key, { severity, message }] of found)
  if (!expected.has(key)) console.log(`only Galley (${severity})  ${key}  ${message}`);
for (const [key, { oracle, label }] of expected) if (!found.has(key)) console.log(`only ${oracle}  ${key}  ${label}`);
