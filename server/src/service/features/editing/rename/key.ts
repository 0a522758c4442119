import type { OpenPost } from '../../../site/model/snapshot.ts';
import type { Entry } from '../../../syntax/frontMatter/index.ts';
import { renameKey } from '../../../syntax/frontMatter/edits.ts';
import { touches } from '../../../text/range.ts';
import type { RenamePreparation, RenameResult } from '../../results.ts';

/** The front matter key at an offset, to be typed over. */
export function prepareKeyRename(open: OpenPost, offset: number): RenamePreparation | undefined {
  const entry = keyAt(open, offset);
  return entry && { range: entry.keyRange, placeholder: entry.key };
}

/** The edit that gives a key of this post another name, or why not; undefined where no key is. */
export function renameKeyAt(open: OpenPost, offset: number, newName: string): RenameResult | undefined {
  const entry = keyAt(open, offset);
  if (!entry) return undefined;
  const { format, entries } = open.syntax.frontMatter!;
  const key = newName.trim();
  if (!/^[\p{L}_][\p{L}\d_-]*$/u.test(key))
    return { refusal: `A key has letters, digits, hyphens and underscores: "${key}".` };
  if (entries.some((other) => !other.commented && other.key === key && other !== entry))
    return { refusal: `"${key}" is a key of this post already.` };
  return { edits: [renameKey(entry, open.document.text, key, format)] };
}

function keyAt({ syntax }: OpenPost, offset: number): Entry | undefined {
  const { frontMatter } = syntax;
  return frontMatter?.errors.length === 0
    ? frontMatter.entries.find(({ keyRange, commented }) => !commented && touches(keyRange, offset))
    : undefined;
}
