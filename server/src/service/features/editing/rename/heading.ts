import type { Post, Site } from '../../../site/model/site.ts';
import type { OpenPost } from '../../../site/model/snapshot.ts';
import type { Destination } from '../../../site/resolution/links.ts';
import type { ResolvedLink } from '../../../site/resolution/resolvedLinks.ts';
import { anchorHeadings, findAnchorLinks } from '../../../syntax/structure/headings.ts';
import type { Heading } from '../../../syntax/occurrences/occurrence.ts';
import type { Syntax } from '../../../syntax/syntax.ts';
import type { TextEdit } from '../../../text/edit.ts';
import type { Context } from '../../context.ts';
import type { RenameTarget } from '../../labels/renameTarget.ts';
import { findInboundLinks, toSearchWords } from '../../links/inbound.ts';
import { toPostEndpoint } from '../../links/linkForms.ts';
import type { DocumentEdit, RenamePreparation, RenameResult } from '../../results.ts';

type HeadingTarget = Extract<RenameTarget, { kind: 'heading' }>;

/**
 * The range and text of a heading to be renamed: its explicit id where the caret is on that, else its text; on a link,
 * its fragment.
 */
export function prepareHeadingRename(
  { syntax }: OpenPost,
  { target, on, links }: HeadingTarget,
  offset: number,
): RenamePreparation {
  const own = on === 'id' ? target.idRange! : target.textRange;
  const link = links.find(({ range }) => range.start <= offset && offset <= range.end);
  const range = link ? { start: link.range.start + 1, end: link.range.end } : own;
  return { range, placeholder: syntax.text.slice(own.start, own.end) };
}

/**
 * Edits that change the text or id of a heading and update every link to its anchor in the site's posts; or the
 * refusal.
 */
export async function renameHeading(
  context: Context,
  open: OpenPost,
  heading: HeadingTarget,
  newName: string,
): Promise<RenameResult> {
  const { document, syntax, site, post } = open;
  const name = newName.trim();
  const refusal = findNameObstacle(syntax, name, heading.on);
  if (refusal !== undefined) return { refusal };
  const changed = mapChangedAnchors(open, heading, name);
  const own = createPostEdits(syntax, heading, name, changed);
  const all = site && post && changed.size > 0 ? await createLinkEdits(context, open, { site, post }, changed) : [];
  const mine = all.find((each) => each.document.uri === document.uri)?.edits ?? [];
  const fresh = mine.filter(({ range }) => !own.some((edit) => edit.range.start === range.start));
  return [
    { document, edits: [...own, ...fresh].sort((a, b) => a.range.start - b.range.start) },
    ...all.filter((each) => each.document.uri !== document.uri),
  ];
}

function findNameObstacle(syntax: Syntax, name: string, on: 'text' | 'id'): string | undefined {
  if (name === '')
    return on === 'id' ? 'An id needs at least one character.' : 'A heading needs at least one character.';
  if (/[\r\n]/.test(name)) return 'A heading has one line.';
  if (on === 'text') return undefined;
  if (!/^[\p{L}\p{N}_:.-]+$/u.test(name))
    return `An id has letters, digits, hyphens, underscores, dots and colons only: "${name}".`;
  return anchorHeadings(syntax).some(({ anchor }) => anchor === name)
    ? `"${name}" is the anchor of a heading already.`
    : undefined;
}

/** The heading itself, and the links that name its anchor alone. */
function createPostEdits(
  syntax: Syntax,
  { target, on }: HeadingTarget,
  name: string,
  changed: ReadonlyMap<string, string>,
): TextEdit[] {
  const links = findAnchorLinks(syntax).flatMap(({ range, anchor }): TextEdit[] => {
    const newAnchor = changed.get(anchor);
    return newAnchor === undefined ? [] : [{ range: { start: range.start + 1, end: range.end }, newText: newAnchor }];
  });
  return [{ range: on === 'id' ? target.idRange! : target.textRange, newText: name }, ...links];
}

/** The links to changed anchors of a post by its URL, in that post and in others. */
async function createLinkEdits(
  context: Context,
  open: OpenPost,
  { site, post }: { readonly site: Site; readonly post: Post },
  changed: ReadonlyMap<string, string>,
): Promise<DocumentEdit[]> {
  const found = await findInboundLinks(context, site, {
    words: toSearchWords([{ ...toPostEndpoint(post.path, site, post.uri, context.environment), aliases: [] }]),
    accepts: (target, from) => changed.has(toFragment(target, post, from) ?? ''),
    currentPost: open,
  });
  return found.map(({ open: { document }, links }) => ({
    document,
    edits: links.flatMap((link) => replaceAnchor(link, changed, document.text)),
  }));
}

/** The fragment of a destination that leads to this post. */
function toFragment(target: Destination, post: Post, from: Post): string | undefined {
  if (target.kind === 'self') return from.uri === post.uri ? target.fragment : undefined;
  return target.kind === 'post' && target.post.uri === post.uri ? target.fragment : undefined;
}

function replaceAnchor(
  { place, destination }: ResolvedLink,
  changed: ReadonlyMap<string, string>,
  text: string,
): TextEdit[] {
  const { range } = place;
  const hash = text.indexOf('#', range.start);
  const next = changed.get('fragment' in destination ? destination.fragment : '');
  if (next === undefined || hash < 0 || hash >= range.end) return [];
  const length = /^[^"'\s%}|>)]*/.exec(text.slice(hash + 1, range.end))![0].length;
  return [{ range: { start: hash + 1, end: hash + 1 + length }, newText: next }];
}

/**
 * New anchors by old ones after a heading is renamed: those of namesakes may change too, since the second of a name is
 * numbered.
 */
function mapChangedAnchors(
  { syntax }: OpenPost,
  { target, on }: HeadingTarget,
  newName: string,
): ReadonlyMap<string, string> {
  const name = newName.trim();
  return on === 'id' ? new Map([[target.anchor, name]]) : mapAnchors(syntax, target.heading, name);
}

function mapAnchors(syntax: Syntax, heading: Heading, text: string): ReadonlyMap<string, string> {
  const after = anchorHeadings(syntax, new Map([[heading, text]]));
  const before = anchorHeadings(syntax);
  return new Map(
    before.flatMap(({ anchor }, index) =>
      anchor === after[index]!.anchor ? [] : [[anchor, after[index]!.anchor] as const],
    ),
  );
}
