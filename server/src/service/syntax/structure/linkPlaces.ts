import type { Range } from '../../text/range.ts';
import { contains } from '../../text/range.ts';
import type { Syntax } from '../syntax.ts';
import { pickEffective } from '../syntax.ts';
import type { TemplateTag } from '../templates/tags.ts';
import { findTemplateBlocks, findTemplateTags, getBlockContent } from '../templates/tags.ts';
import { memoizeByName } from '../../text/memo.ts';
import type { HtmlAddress } from './htmlAddresses.ts';
import { addressedTag, findAddresses, maxNameLength } from './htmlAddresses.ts';

/**
 * Where a post names something that a reader is led to or shown. Of `[the guide](/guide/#top "Title")` the range is that of
 * `/guide/#top`, of `<img src="a.png" alt="A">` that of `a.png`, of `{% post_url 2024-05-01-a %}` outside of a link all of it.
 */
export interface LinkPlace {
  readonly range: Range;
  /** As the author wrote it. */
  readonly written: string;
  readonly target: 'link' | 'image';
  readonly origin: 'link' | 'definition' | 'html' | 'tag';
  /** What is read to people who do not see an image: undefined where HTML does not say, '' where it says that there is nothing. */
  readonly alt?: string;
}

/** Which definitions are places: those that something uses and no other copy overrides, or every one. */
export type Definitions = 'used' | 'all';

/** Returns every place of a post that leads somewhere, in the order of the text. */
export function findLinkPlaces(syntax: Syntax, which: Definitions = 'used'): readonly LinkPlace[] {
  return findPlaces(syntax, which);
}

const findPlaces = memoizeByName((syntax: Syntax, which: Definitions): readonly LinkPlace[] => {
  const tags = findVisibleTags(syntax);
  const markdown = [...findInlineLinks(syntax), ...findDefinitions(syntax, which)];
  const html = findHtmlPlaces(syntax, tags.hidden);
  const places = [...markdown, ...html];
  const outsideOfLinks = tags.tags.filter(({ range }) => !places.some((place) => contains(place.range, range)));
  const tagPlaces = outsideOfLinks.map(({ range, name }): LinkPlace => ({
    range,
    written: syntax.text.slice(range.start, range.end),
    target: syntax.templates.tags.get(name)?.isImage ? 'image' : 'link',
    origin: 'tag',
  }));
  return [...places, ...tagPlaces].sort((a, b) => a.range.start - b.range.start);
});

function findInlineLinks({ occurrences }: Syntax): LinkPlace[] {
  return occurrences.flatMap((occurrence): LinkPlace[] => {
    if (occurrence.type !== 'link') return [];
    const { url, urlRange, target, text } = occurrence;
    return [{ range: urlRange, written: url, target, origin: 'link', ...(target === 'image' && { alt: text }) }];
  });
}

function findDefinitions({ definitions: byIdentifier, references, dialect }: Syntax, which: Definitions): LinkPlace[] {
  return [...byIdentifier].flatMap(([identifier, copies]): LinkPlace[] => {
    const uses = references.get(identifier) ?? [];
    if (which === 'used' && uses.length === 0) return [];
    const target = uses.length > 0 && uses.every((use) => use.target === 'image') ? 'image' : 'link';
    const chosen = which === 'all' ? copies : [pickEffective(copies, dialect.links.definitionWins)!];
    return chosen.map(({ destinationRange, destination }) => ({
      range: destinationRange,
      written: destination,
      target,
      origin: 'definition',
    }));
  });
}

/** Tags of the body that the template engine runs and that lead somewhere, and what its blocks hide or show as code. */
function findVisibleTags(syntax: Syntax): { readonly tags: readonly TemplateTag[]; readonly hidden: readonly Range[] } {
  const { text, body, templates } = syntax;
  const written = text.slice(body.start);
  const tags = findTemplateTags(written, templates);
  if (tags.length === 0) return { tags: [], hidden: [] };
  const move = ({ start, end }: Range): Range => ({ start: start + body.start, end: end + body.start });
  const blocks = findTemplateBlocks(written, tags).map((block) => ({
    range: move({ start: block.opening.range.start, end: block.closing.range.end }),
    content: getBlockContent(block, templates),
  }));
  const comments = blocks.filter(({ content }) => content === 'comment').map(({ range }) => range);
  const code = findCode(syntax);
  const isRun = ({ range, delimiter }: TemplateTag): boolean =>
    !isInOneOf(range, comments) &&
    !(templates.ignoresCode && isInOneOf(range, code)) &&
    !(!syntax.dialect.html.isPrinted && !delimiter.printsMarkdown && isInHtml(range, syntax));
  return {
    tags: tags
      .map((tag) => ({ ...tag, range: move(tag.range) }))
      .filter(
        (tag) =>
          isRun(tag) &&
          (tag.kind === 'tag' ||
            (tag.kind === 'output' && isInHtmlTag(tag.range, syntax) && !isInOneOf(tag.range, code))),
      ),
    hidden: blocks
      .filter(({ content }) => content === 'comment' || content === 'code' || content === 'hidden')
      .map(({ range }) => range),
  };
}

function isInOneOf(range: Range, ranges: readonly Range[]): boolean {
  return ranges.some((each) => contains(each, range));
}

function findCode({ occurrences }: Syntax): Range[] {
  return occurrences.filter((occurrence) => occurrence.type === 'code' && !occurrence.isHtml).map(({ range }) => range);
}

/** Whether a place is in a block of HTML, in one of its tags or in a comment. */
function isInHtml(range: Range, syntax: Syntax): boolean {
  const { text, occurrences } = syntax;
  const isInBlock = occurrences.some(
    (occurrence) => occurrence.type === 'code' && occurrence.isHtml && contains(occurrence.range, range),
  );
  const comment = text.lastIndexOf('<!--', range.start);
  return isInBlock || isInHtmlTag(range, syntax) || (comment >= 0 && !text.slice(comment, range.start).includes('-->'));
}

/** Whether a place is after an attribute's name in a tag of HTML. */
function isInHtmlTag({ start }: Range, { text, body }: Syntax): boolean {
  const before = text.slice(Math.max(body.start, start - maxTagLength), start);
  const open = before.lastIndexOf('<');
  return open > before.lastIndexOf('>') && /^<[a-z][^=]*=/i.test(before.slice(open));
}

/** Longer tags hold no address that anybody wrote. */
const maxTagLength = 4000;
/** The addresses in the body's HTML outside of code, comments, scripts and styles; none where the engine leaves HTML out. */
function findHtmlPlaces(syntax: Syntax, hidden: readonly Range[]): LinkPlace[] {
  const { text, body, dialect } = syntax;
  const found: LinkPlace[] = [];
  if (!dialect.html.isPrinted) return found;
  const code = [...hidden, ...findCode(syntax)];
  for (let at = text.indexOf('<', body.start); at >= 0; at = text.indexOf('<', at + 1)) {
    const opaque = /^<(?:!--|script\b|style\b)/i.exec(text.slice(at, at + 8))?.[0].toLowerCase();
    if (opaque !== undefined) {
      const end = text.indexOf(opaque === '<!--' ? '-->' : `</${opaque.slice(1)}`, at);
      if (end < 0) break;
      at = end;
      continue;
    }
    if (!addressedTag.test(text.slice(at, at + maxNameLength))) continue;
    const end = text.indexOf('>', at);
    if (end < 0 || end - at > maxTagLength || code.some(({ start, end: close }) => start <= at && at < close)) continue;
    found.push(...findAddresses(text.slice(at, end)).map((address) => toHtmlPlace(address, at)));
  }
  return found;
}

function toHtmlPlace({ start, value, target, alt }: HtmlAddress, tagStart: number): LinkPlace {
  return {
    range: { start: tagStart + start, end: tagStart + start + value.length },
    written: value.replaceAll('&amp;', '&'),
    target,
    origin: 'html',
    ...(alt !== undefined && { alt }),
  };
}
