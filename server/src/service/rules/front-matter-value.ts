import type { FrontMatterKey } from '../generators/contract/model.ts';
import { findAuthors } from '../site/frontMatter/authors.ts';
import type { FrontMatterModel } from '../site/frontMatter/schema/frontMatterModel.ts';
import { getFrontMatterModel, findLayouts } from '../site/frontMatter/schema/frontMatterModel.ts';
import type { Site } from '../site/model/site.ts';
import type { Entry, FrontMatterFormat } from '../syntax/frontMatter/index.ts';
import { formatLike, formatValue } from '../syntax/frontMatter/write.ts';
import type { Range } from '../text/range.ts';
import { findNearMiss } from './nearMiss.ts';
import type { Finding, Fix, Rule } from './rule.ts';
import { findViolations } from './schemaViolations.ts';

/** Values that schemas, layouts, authors or the generator do not allow. */
export const frontMatterValue: Rule = {
  id: 'front-matter-value',
  severity: 'warning',
  summary: 'A value of the wrong type, not among the allowed ones, or a layout or author that the site does not have.',
  dependsOn: 'front matter',
  *check(open) {
    const { frontMatter } = open.syntax;
    if (!open.site || !open.post || !frontMatter || frontMatter.errors.length > 0) return;
    const { text } = open.document;
    const context = { text, site: open.site, model: getFrontMatterModel(open), format: frontMatter.format };
    for (const entry of frontMatter.entries) {
      if (entry.commented) continue;
      yield* checkDeclared(entry, context);
      yield* checkGeneratorKey(entry, context);
      if (entry.key === 'layout') yield* checkLayout(entry, context);
      if (entry.key === 'author' || entry.key === 'authors') yield* checkAuthor(entry, context);
    }
  },
};

/** What the values of a front matter are checked against. */
interface CheckContext {
  readonly text: string;
  readonly site: Site;
  readonly model: FrontMatterModel;
  readonly format: FrontMatterFormat;
}

/** A value that so many other posts have is valid, although the schema of a form does not offer it. */
const customaryCount = 2;

function* checkDeclared(
  entry: Entry,
  { text, model: { declaredKeys, vocabulary }, format }: CheckContext,
): Generator<Finding> {
  const schema = declaredKeys.get(entry.key);
  const others = vocabulary.keys.get(entry.key)?.values.get(String(entry.value))?.count ?? 0;
  if (!schema || (!schema.isStrict && others >= customaryCount)) return;
  for (const { range, message, replacement } of findViolations(entry, schema)) {
    yield {
      range,
      message,
      ...(replacement !== undefined && {
        fixes: () => [
          createFix(
            String(replacement),
            formatLike(text.slice(range.start, range.end), replacement, format, false),
            range,
          ),
        ],
      }),
    };
  }
}

function* checkGeneratorKey(
  entry: Entry,
  { text, site: { generator }, model: { keyFacts, declaredKeys }, format }: CheckContext,
): Generator<Finding> {
  const { key, value, valueRange } = entry;
  if (typeof value !== 'string') return;
  const fact = keyFacts.get(key);
  if (fact?.isStrict && fact.type === 'boolean' && /^(?:true|false|yes|no)$/i.test(value))
    yield toQuotedBooleanFinding(fact, value, valueRange, generator.name);
  const source = text.slice(valueRange.start, valueRange.end);
  if (
    !generator.termsSplitAtSpaces?.includes(key) ||
    declaredKeys.has(key) ||
    !value.includes(',') ||
    source.includes('\n')
  )
    return;
  const pieces = value.trim().split(/\s+/);
  const names = value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (pieces.every((piece) => piece.replace(/,$/, '') !== piece || piece === pieces.at(-1)) && names.length < 2) return;
  const list = `[${names.map((name) => formatValue(name, format, '', true)).join(', ')}]`;
  yield {
    range: valueRange,
    message: `${generator.name} splits this text at spaces, not at commas: the ${key} are ${joinQuoted(pieces)}. Write a list.`,
    fixes: () => [createFix(list, list, valueRange)],
  };
}

function toQuotedBooleanFinding({ key }: FrontMatterKey, value: string, range: Range, generator: string): Finding {
  const meant = /^(?:true|yes)$/i.test(value) ? 'true' : 'false';
  const message = `"${value}" in quotes is a text, which ${generator} takes for true: write \`${key}: ${meant}\` without quotes.`;
  return { range, message, fixes: () => [createFix(meant, meant, range)] };
}

function joinQuoted(pieces: readonly string[]): string {
  const all = pieces.map((piece) => `"${piece}"`);
  return all.length > 1 ? `${all.slice(0, -1).join(', ')} and ${all.at(-1)}` : all[0]!;
}

function* checkLayout({ value, valueRange }: Entry, { text, site, format }: CheckContext): Generator<Finding> {
  const { names, isComplete, acceptedNames } = findLayouts(site);
  if (typeof value !== 'string' || !isComplete || names.includes(value) || acceptedNames?.has(value)) return;
  const replacement = findNearMiss(value, names);
  const message = `There is no layout "${value}": ${site.generator.name} publishes the page without any.${replacement === undefined ? '' : ` Did you mean "${replacement}"?`}`;
  yield { range: valueRange, message, ...createReplacement(replacement, text, valueRange, format) };
}

/** So many other posts must have authors of the data file. */
const minPosts = 3;

function* checkAuthor(
  { key, value, valueRange, items }: Entry,
  { text, site, model: { vocabulary }, format }: CheckContext,
): Generator<Finding> {
  const authors = findAuthors(site);
  const use = vocabulary.keys.get(key);
  if (authors.size === 0 || !use || use.count < minPosts || [...use.values.keys()].some((name) => !authors.has(name)))
    return;
  for (const place of items ?? [{ value, range: valueRange }]) {
    if (typeof place.value !== 'string' || place.value === '' || authors.has(place.value)) continue;
    const replacement = findNearMiss(place.value, authors.keys());
    const message = `"${place.value}" is no author of the site's data files, where every other post's author is.${replacement === undefined ? '' : ` Did you mean "${replacement}"?`}`;
    yield { range: place.range, message, ...createReplacement(replacement, text, place.range, format) };
  }
}

function createReplacement(
  replacement: string | undefined,
  text: string,
  range: Range,
  format: FrontMatterFormat,
): Pick<Finding, 'fixes'> {
  if (replacement === undefined) return {};
  return {
    fixes: () => [
      createFix(replacement, formatLike(text.slice(range.start, range.end), replacement, format, true), range),
    ],
  };
}

function createFix(value: string, newText: string, range: Range): Fix {
  return { title: `Write ${value}`, edits: [{ range, newText }], preferred: true };
}
