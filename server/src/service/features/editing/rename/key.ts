import type { OpenPost } from '../../../site/model/snapshot.ts';
import { renameKey as renameEntry } from '../../../syntax/frontMatter/edits.ts';
import type { Entry } from '../../../syntax/frontMatter/index.ts';
import { touches } from '../../../text/range.ts';
import type { RenamePreparation, RenameResult } from '../../results.ts';

/** The front matter key at an offset, to be typed over. */
export function prepareKeyRename(post: OpenPost, offset: number): RenamePreparation | undefined {
  const entry = keyAt(post, offset);
  return entry && { range: entry.keyRange, placeholder: entry.key };
}

/** The edit that renames a key of this post, or the refusal; undefined where there is no key. */
export function renameKey(post: OpenPost, offset: number, newName: string): RenameResult | undefined {
  const { document, syntax } = post;
  const entry = keyAt(post, offset);
  if (!entry) return undefined;
  const { format, entries } = syntax.frontMatter!;
  const key = newName.trim();
  if (!/^[\p{L}_][\p{L}\d_-]*$/u.test(key))
    return { refusal: `A key has letters, digits, hyphens and underscores: "${key}".` };
  if (entries.some((other) => !other.commented && other.key === key && other !== entry))
    return { refusal: `"${key}" is a key of this post already.` };
  return [{ document, edits: [renameEntry(entry, document.text, key, format)] }];
}

function keyAt({ syntax }: OpenPost, offset: number): Entry | undefined {
  const { frontMatter } = syntax;
  return frontMatter?.errors.length === 0
    ? frontMatter.entries.find(({ keyRange, commented }) => !commented && touches(keyRange, offset))
    : undefined;
}
