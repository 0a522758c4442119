import type { Cause, CauseSubject, Environment } from '../generators/contract/model.ts';
import type { SharedRemark } from '../site/resolution/sharedRemarks.ts';
import { findPostsWithRemark } from '../site/resolution/sharedRemarks.ts';
import { getPublication } from '../site/resolution/publication.ts';
import type { OpenPost } from '../site/model/snapshot.ts';
import type { Entry } from '../syntax/frontMatter/index.ts';
import type { Range } from '../text/range.ts';
import { findLineEnd, skipBackward, whiteSpace } from '../text/scan.ts';
import type { Finding } from './rule.ts';

/** Findings for the causes of these kinds in an open post's publication, each at its key. */
export function* findCauses(
  subjects: readonly CauseSubject[],
  open: OpenPost,
  environment: Environment,
): Generator<Finding & { readonly cause: Cause }> {
  for (const cause of getPublication(open, environment)?.causes ?? []) {
    if (!subjects.includes(cause.subject)) continue;
    const { reason, key, value } = cause;
    const entry = key === undefined ? undefined : findEntry(open, key);
    const fixes =
      entry && value !== undefined
        ? {
            fixes: () => [
              {
                title: `Write ${value}`,
                edits: [{ range: entry.valueRange, newText: value }],
                preferred: true as const,
              },
            ],
          }
        : {};
    yield { cause, range: toHeadRange(open, key), message: reason, ...fixes };
  }
}

/**
 * Returns what follows a remark that is made once a site, at the first post in the order of paths: how many others it is true
 * of; undefined at these others.
 */
export function countOthers(
  remark: SharedRemark,
  { site, post }: OpenPost,
  environment: Environment,
): string | undefined {
  const posts = site ? findPostsWithRemark(remark, site, environment) : [];
  const isAmongThem = posts.some(({ uri }) => uri === post?.uri);
  if (isAmongThem && posts[0]!.uri !== post?.uri) return undefined;
  const others = isAmongThem ? posts.length - 1 : 0;
  return others === 0 ? '' : ` The same is true of ${others} other post${others === 1 ? '' : 's'}.`;
}

/**
 * The range of a problem of the whole post: the first of these keys, else the title, else the first line; never more
 * than one line.
 */
export function toHeadRange(open: OpenPost, ...keys: readonly (string | undefined)[]): Range {
  const entry = [...keys, 'title']
    .map((key) => (key === undefined ? undefined : findEntry(open, key)))
    .find((found) => found !== undefined);
  const { text } = open.document;
  const range = entry
    ? { start: entry.keyRange.start, end: Math.max(entry.keyRange.end, entry.valueRange.end) }
    : { start: 0, end: text.length };
  const lineEnd = Math.min(findLineEnd(text, range.start), range.end);
  return { start: range.start, end: skipBackward(text, lineEnd, whiteSpace, range.start) };
}

function findEntry({ syntax }: OpenPost, key: string): Entry | undefined {
  return syntax.frontMatter?.entries.findLast((entry) => entry.key === key && !entry.commented);
}
