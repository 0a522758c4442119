import type { Cause, CauseSubject, Environment } from '../generators/contract/model.ts';
import { publicationOf } from '../site/resolution/publication.ts';
import type { OpenPost } from '../site/model/snapshot.ts';
import type { Entry } from '../syntax/frontMatter/index.ts';
import type { Range } from '../text/range.ts';
import type { Finding } from './rule.ts';

/** Findings for what the generator says about these subjects in an open post, each at the key that brings it about. */
export function* causesAbout(
  subjects: readonly CauseSubject[],
  open: OpenPost,
  environment: Environment,
): Generator<Finding & { readonly cause: Cause }> {
  for (const cause of publicationOf(open, environment)?.causes ?? []) {
    if (!subjects.includes(cause.about)) continue;
    const { reason, key, value } = cause;
    const entry = key === undefined ? undefined : entryOf(open, key);
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
    yield { cause, range: headRange(open, key), message: reason, ...fixes };
  }
}

/** Where a problem of the whole post is shown: at one of these keys, else at the title, else at the first line. */
export function headRange(open: OpenPost, ...keys: readonly (string | undefined)[]): Range {
  const entry = [...keys, 'title']
    .map((key) => (key === undefined ? undefined : entryOf(open, key)))
    .find((found) => found !== undefined);
  const { text } = open.document;
  const range = entry
    ? { start: entry.keyRange.start, end: Math.max(entry.keyRange.end, entry.valueRange.end) }
    : { start: 0, end: text.length };
  const line = text.slice(range.start, range.end).search(/\s*(?:\r?\n|$)/);
  return { start: range.start, end: range.start + line };
}

function entryOf({ syntax }: OpenPost, key: string): Entry | undefined {
  return syntax.frontMatter?.entries.findLast((entry) => entry.key === key && !entry.commented);
}
