import type { Environment } from '../generators/contract/model.ts';
import { getPublication } from '../site/resolution/publication.ts';
import type { FrontMatterModel } from '../site/frontMatter/schema/frontMatterModel.ts';
import { getFrontMatterModel } from '../site/frontMatter/schema/frontMatterModel.ts';
import type { OpenPost } from '../site/model/snapshot.ts';
import { findComparablePosts, hasTwin, isIndexPage, kindKeys } from '../site/resolution/comparablePosts.ts';
import type { KeyUsage } from '../site/frontMatter/vocabulary/count.ts';
import { findCommonSource } from '../site/frontMatter/vocabulary/count.ts';
import type { EntryPlace } from '../syntax/frontMatter/edits.ts';
import { addEntry } from '../syntax/frontMatter/edits.ts';
import { computeOnce } from '../text/memo.ts';
import { findContentEnd } from '../text/scan.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * So many other posts must agree before a key of the generator counts as one that every post has, and before one of the
 * site's own does.
 */
const minPosts = 8;
const minPostsForOwnKeys = 25;
/** Keys of which some posts have none by their nature: addresses and other posts' affairs. */
const optionalPattern = /^(?:permalink|redirect_|aliases|slug|url|path|id|draft|published|excerpt|summary|canonical)/;

/** Keys that a schema requires or that every other post has, where they have no default value. */
export const missingKey: Rule = {
  id: 'missing-key',
  severity: 'warning',
  summary: 'A key that the schema requires, or that every other post has.',
  dependsOn: 'front matter',
  *check(open, environment) {
    const { frontMatter } = open.syntax;
    if (!open.post || !frontMatter?.closed || frontMatter.errors.length > 0 || frontMatter.entries.length === 0) return;
    const publication = getPublication(open, environment);
    if (publication?.state === 'draft' || open.post.collection.name === 'drafts') return;
    const model = getFrontMatterModel(open);
    const missing = findRequired(open, model);
    for (const [key, message] of missing) yield toFinding(open, key, message, model);
    for (const [key, message] of findUsual(open, model, environment))
      if (!missing.has(key)) yield { ...toFinding(open, key, message, model), severity: 'hint' };
  },
};

function hasKey({ syntax }: OpenPost, key: string, { defaultValues }: FrontMatterModel): boolean {
  return defaultValues.has(key) || syntax.frontMatter!.entries.some((entry) => entry.key === key && !entry.commented);
}

function findRequired(open: OpenPost, model: FrontMatterModel): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, schema] of model.declaredKeys) {
    if (schema.isRequired && !hasKey(open, key, model) && (schema.isStrict || isFollowed(key, model)))
      found.set(key, `"${key}" is missing: ${schema.source} requires it.`);
  }
  return found;
}

/** A form's demand that most posts, written by hand, do not meet either is none of the site's. */
function isFollowed(key: string, { vocabulary: { posts, keys } }: FrontMatterModel): boolean {
  return posts < 3 || (keys.get(key)?.count ?? 0) * 2 >= posts;
}

/** Keys that every comparable post has; in a folder of no generator there are no kinds to compare. */
function findUsual(open: OpenPost, model: FrontMatterModel, environment: Environment): Map<string, string> {
  const { posts, keys } = model.vocabulary;
  const found = new Map<string, string>();
  if (posts < minPosts || model.keyFacts.size === 0 || !isOrdinaryPage(open, environment)) return found;
  const common = [...keys].filter(([key, use]) => use.count * 5 >= posts * 4 && !key.includes('.')).map(([key]) => key);
  if (common.filter((key) => hasKey(open, key, model)).length * 2 < common.length) return found;
  const isDated = getPublication(open, environment)?.date !== undefined;
  const comparable = computeOnce(() => findComparablePosts(open.site!, open.post!));
  for (const key of common) {
    if (optionalPattern.test(key) || hasKey(open, key, model) || (key === 'date' && isDated)) continue;
    if (model.declaredKeys.has(key) || open.site!.generator.declaresKeys?.(open.site!.files)) continue;
    const others = kindKeys.includes(key) ? findComparablePosts(open.site!, open.post!, key) : comparable();
    if (others.length < (isOwnKey(key, model) ? minPostsForOwnKeys : minPosts)) continue;
    if (hasTwin(open.post!, key) || !others.every(({ frontMatter }) => frontMatter && key in frontMatter.data))
      continue;
    found.set(key, `"${key}" is missing: every one of the ${others.length} other posts has it.`);
  }
  return found;
}

/** Whether readers get a post as a page of its own, and not one that lists the others. */
function isOrdinaryPage(open: OpenPost, environment: Environment): boolean {
  const state = getPublication(open, environment)?.state;
  const { path, frontMatter } = open.post!;
  return (state === 'published' || state === 'scheduled') && !isIndexPage(path) && !('pagination' in frontMatter!.data);
}

/** Whether a key is the site's own, or a map of its own values: the generator only passes it on to templates. */
function isOwnKey(key: string, { keys }: FrontMatterModel): boolean {
  return keys.get(key)?.types?.[0] === 'map' || !keys.has(key);
}

function toFinding(open: OpenPost, key: string, message: string, model: FrontMatterModel): Finding {
  const frontMatter = open.syntax.frontMatter!;
  const { text } = open.document;
  const { start } = frontMatter.range;
  const end = findContentEnd(text, start);
  const use = model.vocabulary.keys.get(key);
  const edit = addEntry(frontMatter, text, key, (use && findCommonSource(use)) ?? '', choosePlace(open, key, model));
  return {
    range: { start, end: Math.max(end, start + 1) },
    message,
    ...(edit && { fixes: () => [{ title: `Add "${key}"`, edits: [edit], preferred: true as const }] }),
  };
}

/** The place after the key of this post that precedes it in other posts, by average position. */
function choosePlace({ syntax }: OpenPost, key: string, { vocabulary }: FrontMatterModel): EntryPlace {
  const place = averagePlace(vocabulary.keys.get(key));
  const entries = syntax.frontMatter!.entries.filter(({ commented }) => !commented);
  if (place === undefined) return { after: undefined };
  const before = entries.findLast((entry) => (averagePlace(vocabulary.keys.get(entry.key)) ?? 0) <= place);
  return before ? { after: before.key } : 'first';
}

function averagePlace(use: KeyUsage | undefined): number | undefined {
  return use && use.count > 0 ? use.positionSum / use.count : undefined;
}
