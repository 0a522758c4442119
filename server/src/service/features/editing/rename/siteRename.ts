import type { Environment } from '../../../generators/contract/model.ts';
import type { Destination } from '../../../site/resolution/links.ts';
import type { Linked } from '../../../site/resolution/resolvedLinks.ts';
import type { Post } from '../../../site/model/site.ts';
import type { OpenPost, Snapshot } from '../../../site/model/snapshot.ts';
import type { TextEdit } from '../../../text/edit.ts';
import type { Search } from '../../links/inbound.ts';
import { inbound, wordsFor } from '../../links/inbound.ts';
import { addressedPost } from '../../links/linkForms.ts';
import type { HeadingRenamer } from './label.ts';
import { renamable, rename } from './label.ts';
import { changedAnchors } from './heading.ts';
import type { DocumentEdit } from '../../results.ts';

/** The same as `rename`, and of a heading also the links to it by the post's address, in the post itself and in others. */
export async function siteRename(
  snapshot: Snapshot,
  open: OpenPost,
  offset: number,
  newName: string,
  headings: HeadingRenamer,
  environment: Environment,
  search: Search,
): Promise<readonly DocumentEdit[] | { readonly refusal: string } | undefined> {
  const own = rename(open, offset, newName, headings);
  const { site, post, document } = open;
  if (!own || 'refusal' in own) return own;
  const subject = renamable(open, offset, headings);
  if (subject?.kind !== 'heading' || !site || !post) return [{ document, edits: own.edits }];
  const changed = changedAnchors(open, subject, newName);
  const leads = (target: Destination, from: Post): boolean => changed.has(fragmentIn(target, post, from) ?? '');
  const words = wordsFor([{ ...addressedPost(post.path, site, post.uri, environment), aliases: [] }]);
  const everywhere = { ...search, askedFrom: open };
  const found = changed.size === 0 ? [] : await inbound(site, words, leads, snapshot, environment, everywhere);
  const others = found.map((each) => ({
    document: each.open.document,
    edits: each.links.flatMap((link) => withAnchor(link, changed, each.open.document.text)),
  }));
  const mine = others.find((each) => each.document.uri === document.uri)?.edits ?? [];
  const fresh = mine.filter(({ range }) => !own.edits.some((edit) => edit.range.start === range.start));
  return [
    { document, edits: [...own.edits, ...fresh].sort((a, b) => a.range.start - b.range.start) },
    ...others.filter((each) => each.document.uri !== document.uri),
  ];
}

/** The fragment of a destination that leads to this post. */
function fragmentIn(target: Destination, post: Post, from: Post): string | undefined {
  if (target.kind === 'self') return from.uri === post.uri ? target.fragment : undefined;
  return target.kind === 'post' && target.post.uri === post.uri ? target.fragment : undefined;
}

function withAnchor({ place, destination }: Linked, changed: ReadonlyMap<string, string>, text: string): TextEdit[] {
  const { range } = place;
  const hash = text.indexOf('#', range.start);
  const next = changed.get('fragment' in destination ? destination.fragment : '');
  if (next === undefined || hash < 0 || hash >= range.end) return [];
  const length = /^[^"'\s%}|>)]*/.exec(text.slice(hash + 1, range.end))![0].length;
  return [{ range: { start: hash + 1, end: hash + 1 + length }, newText: next }];
}
