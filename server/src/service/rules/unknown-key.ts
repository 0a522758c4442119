import type { FrontMatterModel } from '../site/frontMatter/schema/frontMatterModel.ts';
import { getFrontMatterModel } from '../site/frontMatter/schema/frontMatterModel.ts';
import type { OpenPost } from '../site/model/snapshot.ts';
import type { ValueType } from '../site/frontMatter/vocabulary/values.ts';
import { getValueType } from '../site/frontMatter/vocabulary/values.ts';
import type { Entry } from '../syntax/frontMatter/index.ts';
import { renameKey } from '../syntax/frontMatter/edits.ts';
import { countMistakes, findNearMiss } from './nearMiss.ts';
import type { Finding, Rule } from './rule.ts';

/** So many posts must have a key before another one can be a misspelling of it. */
const minPosts = 3;

/** Keys that no other post has and that look like a misspelling of a known one. */
export const unknownKey: Rule = {
  id: 'unknown-key',
  severity: 'hint',
  summary: 'A key that nothing reads and that looks like a misspelling of a known one.',
  dependsOn: 'front matter',
  *check(open) {
    const { frontMatter } = open.syntax;
    if (!open.site || !open.post || !frontMatter || frontMatter.errors.length > 0) return;
    const model = getFrontMatterModel(open);
    const candidates = missingKeys(open, model);
    for (const entry of frontMatter.entries) {
      if (entry.commented || isKnown(entry.key, model)) continue;
      const meant = findMeantKey(entry, candidates, open, model);
      if (meant !== undefined) yield toFinding(entry, meant, open, model);
      else yield* checkClosed(entry, model);
    }
  },
};

/** The key that an entry most likely misspells; undefined for none. */
function findMeantKey(
  { key: written, value }: Entry,
  candidates: readonly string[],
  open: OpenPost,
  model: FrontMatterModel,
): string | undefined {
  if (model.vocabulary.keys.has(written)) return undefined;
  const possible = candidates.filter((key) => isOtherKey(key, written, open) && isFitting(value, key, model));
  return possible.find((key) => isNearUsual(written, key, model)) ?? findNearMiss(written, possible);
}

function toFinding(
  entry: Entry,
  meant: string,
  { document, syntax }: OpenPost,
  { vocabulary, keys }: FrontMatterModel,
): Finding {
  const count = vocabulary.keys.get(meant)?.count ?? 0;
  const evidence =
    count >= minPosts ? `${count} other posts have "${meant}"` : `${keys.get(meant)!.source} knows "${meant}"`;
  const edit = renameKey(entry, document.text, meant, syntax.frontMatter!.format);
  return {
    range: entry.keyRange,
    message: `Nothing reads "${entry.key}", and ${evidence}: a misspelling?`,
    fixes: () => [{ title: `Write "${meant}"`, edits: [edit], preferred: true }],
  };
}

/** Findings for a key that a closed schema, which the writer named, does not have. */
function* checkClosed({ key, keyRange }: Entry, { declaredSchemas }: FrontMatterModel): Generator<Finding> {
  const closed = declaredSchemas.find(({ isClosed }) => isClosed);
  if (closed && key !== '$schema')
    yield { range: keyRange, message: `"${key}" is no key of ${closed.source}, which takes no others.` };
}

/** One mistake is enough, in short keys too, where nearly all posts have the key that is missing here. */
function isNearUsual(written: string, key: string, { vocabulary }: FrontMatterModel): boolean {
  const isUsual = vocabulary.posts >= minPosts && (vocabulary.keys.get(key)?.count ?? 0) * 5 >= vocabulary.posts * 4;
  return (
    isUsual && Math.min(written.length, key.length) >= 3 && countMistakes(written.toLowerCase(), key.toLowerCase()) <= 1
  );
}

function isKnown(key: string, { keys, defaultValues }: FrontMatterModel): boolean {
  return keys.has(key) || defaultValues.has(key);
}

/** Keys of schemas, of the generator and of other posts that the post does not have. */
function missingKeys({ syntax }: OpenPost, { keys, vocabulary }: FrontMatterModel): string[] {
  const present = new Set(syntax.frontMatter!.entries.filter(({ commented }) => !commented).map(({ key }) => key));
  const usual = [...vocabulary.keys]
    .filter(([key, use]) => use.count >= minPosts && !key.includes('.'))
    .map(([key]) => key);
  return [...new Set([...usual, ...keys.keys()])].filter((key) => !present.has(key));
}

/**
 * Whether a key is another one than written: singular and plural (`image`, `images`) are two keys; case counts only
 * where the generator distinguishes it.
 */
function isOtherKey(key: string, written: string, { site }: OpenPost): boolean {
  const [one, two] = [key.toLowerCase(), written.toLowerCase()];
  if (one === two) return !site!.generator.areKeysCaseInsensitive;
  return one !== `${two}s` && two !== `${one}s`;
}

/** Whether a value has a type of the key; otherwise a misspelling is unlikely. */
function isFitting(value: unknown, key: string, { keys, vocabulary }: FrontMatterModel): boolean {
  const type = getValueType(value);
  if (type === 'nothing') return true;
  const written = [...(vocabulary.keys.get(key)?.types.keys() ?? [])];
  const types: readonly ValueType[] = [...written, ...(keys.get(key)?.types ?? [])];
  return types.length === 0 || types.includes(type);
}
