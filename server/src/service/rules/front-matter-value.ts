import type { KeyFact } from '../generators/contract/model.ts';
import { authorsOf } from '../site/frontMatter/authors.ts';
import type { Knowledge } from '../site/frontMatter/schema/knowledge.ts';
import { knowledgeOf, layoutsOf } from '../site/frontMatter/schema/knowledge.ts';
import type { Site } from '../site/model/site.ts';
import type { OpenPost } from '../site/model/snapshot.ts';
import type { Entry, FrontMatterFormat } from '../syntax/frontMatter/index.ts';
import { writtenLike, writtenValue } from '../syntax/frontMatter/write.ts';
import type { Range } from '../text/range.ts';
import { nearMiss } from './nearMiss.ts';
import type { Finding, Fix, Rule } from './rule.ts';
import { violations } from './schemaViolations.ts';

/** Values that the project's schemas, its layouts and authors or the generator do not take as they are meant. */
export const frontMatterValue: Rule = {
  id: 'front-matter-value',
  severity: 'warning',
  summary: 'A value of the wrong type, not among the allowed ones, or a layout or author that the site does not have.',
  looksAt: 'front matter',
  *check(open) {
    const { frontMatter } = open.syntax;
    if (!open.site || !open.post || !frontMatter || frontMatter.errors.length > 0) return;
    const knowledge = knowledgeOf(open);
    for (const entry of frontMatter.entries) {
      if (entry.commented) continue;
      yield* declared(entry, open, knowledge, frontMatter.format);
      yield* ofGenerator(entry, open.document.text, open.site, knowledge, frontMatter.format);
      if (entry.key === 'layout') yield* layout(entry, open.document.text, open.site, frontMatter.format);
      if (entry.key === 'author' || entry.key === 'authors')
        yield* author(entry, open.document.text, open.site, knowledge, frontMatter.format);
    }
  },
};

/** What a form does not offer and other posts have all the same is the site's own. */
const customary = 2;

function* declared(
  entry: Entry,
  { document }: OpenPost,
  { declaredKeys, vocabulary }: Knowledge,
  format: FrontMatterFormat,
): Generator<Finding> {
  const schema = declaredKeys.get(entry.key);
  const others = vocabulary.keys.get(entry.key)?.values.get(String(entry.value))?.count ?? 0;
  if (!schema || (!schema.isStrict && others >= customary)) return;
  for (const { range, message, instead } of violations(entry, schema)) {
    yield {
      range,
      message,
      ...(instead !== undefined && {
        fixes: () => [
          write(
            String(instead),
            writtenLike(document.text.slice(range.start, range.end), instead, format, false),
            range,
          ),
        ],
      }),
    };
  }
}

function* ofGenerator(
  entry: Entry,
  text: string,
  { generator }: Site,
  { facts, declaredKeys }: Knowledge,
  format: FrontMatterFormat,
): Generator<Finding> {
  const { key, value, valueRange } = entry;
  if (typeof value !== 'string') return;
  const fact = facts.get(key);
  if (fact?.isStrict && fact.type === 'boolean' && /^(?:true|false|yes|no)$/i.test(value))
    yield quotedBoolean(fact, value, valueRange, generator.name);
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
  const list = `[${names.map((name) => writtenValue(name, format, '', true)).join(', ')}]`;
  yield {
    range: valueRange,
    message: `${generator.name} splits this text at spaces, not at commas: the ${key} are ${quoted(pieces)}. Write a list.`,
    fixes: () => [write(list, list, valueRange)],
  };
}

function quotedBoolean({ key }: KeyFact, value: string, range: Range, generator: string): Finding {
  const meant = /^(?:true|yes)$/i.test(value) ? 'true' : 'false';
  const message = `"${value}" in quotes is a text, which ${generator} takes for true: write \`${key}: ${meant}\` without quotes.`;
  return { range, message, fixes: () => [write(meant, meant, range)] };
}

function quoted(pieces: readonly string[]): string {
  const all = pieces.map((piece) => `"${piece}"`);
  return all.length > 1 ? `${all.slice(0, -1).join(', ')} and ${all.at(-1)}` : all[0]!;
}

function* layout(
  { value, valueRange }: Entry,
  text: string,
  site: Site,
  format: FrontMatterFormat,
): Generator<Finding> {
  const { names, isComplete, unlisted } = layoutsOf(site);
  if (typeof value !== 'string' || !isComplete || names.includes(value) || unlisted?.has(value)) return;
  const instead = nearMiss(value, names);
  const message = `There is no layout "${value}": ${site.generator.name} publishes the page without any.${instead === undefined ? '' : ` Did you mean "${instead}"?`}`;
  yield { range: valueRange, message, ...fixTo(instead, text, valueRange, format) };
}

/** Posts that show that authors are always keys of the data file. */
const enoughPosts = 3;

function* author(
  { key, value, valueRange, items }: Entry,
  text: string,
  site: Site,
  { vocabulary }: Knowledge,
  format: FrontMatterFormat,
): Generator<Finding> {
  const authors = authorsOf(site);
  const use = vocabulary.keys.get(key);
  if (
    authors.size === 0 ||
    !use ||
    use.count < enoughPosts ||
    [...use.values.keys()].some((name) => !authors.has(name))
  )
    return;
  for (const place of items ?? [{ value, range: valueRange }]) {
    if (typeof place.value !== 'string' || place.value === '' || authors.has(place.value)) continue;
    const instead = nearMiss(place.value, authors.keys());
    const message = `"${place.value}" is no author of the site's data files, where every other post's author is.${instead === undefined ? '' : ` Did you mean "${instead}"?`}`;
    yield { range: place.range, message, ...fixTo(instead, text, place.range, format) };
  }
}

function fixTo(
  instead: string | undefined,
  text: string,
  range: Range,
  format: FrontMatterFormat,
): Pick<Finding, 'fixes'> {
  if (instead === undefined) return {};
  return {
    fixes: () => [write(instead, writtenLike(text.slice(range.start, range.end), instead, format, true), range)],
  };
}

function write(shown: string, newText: string, range: Range): Fix {
  return { title: `Write ${shown}`, edits: [{ range, newText }], preferred: true };
}
