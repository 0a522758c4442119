import type { Range } from '../../text/range.ts';
import { contains } from '../../text/range.ts';
import { whiteSpace } from '../../text/scan.ts';
import type { Syntax } from '../syntax.ts';
import { pickEffective } from '../syntax.ts';
import type { TemplateTag } from '../templates/tags.ts';
import { findTemplateTags } from '../templates/tags.ts';
import { memoizeByName } from '../../text/memo.ts';

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
    target: syntax.tags.get(name)?.isImage ? 'image' : 'link',
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

/** Tags of the body that the template engine sees, and what comments and code blocks of it hide. */
function findVisibleTags({ text, body, tags: facts }: Syntax): {
  readonly tags: readonly TemplateTag[];
  readonly hidden: readonly Range[];
} {
  const written = text.slice(body.start);
  if (!written.includes('{{') && !written.includes('{%')) return { tags: [], hidden: [] };
  const hidden: Range[] = [];
  const tags: TemplateTag[] = [];
  let open: TemplateTag | undefined;
  for (const { range, ...rest } of findTemplateTags(written)) {
    const tag = { ...rest, range: { start: range.start + body.start, end: range.end + body.start } };
    if (open) {
      if (tag.name !== `end${open.name}`) {
        if (open.name !== 'comment') tags.push(tag);
        continue;
      }
      hidden.push({ start: open.range.start, end: tag.range.end });
      open = undefined;
    } else if (tag.name === 'comment' || facts.get(tag.name)?.isCode) open = tag;
    else if (!/^\{\{[<%]\/\*/.test(text.slice(tag.range.start, tag.range.start + 5))) tags.push(tag);
  }
  return { tags, hidden };
}

/** Longer tags hold no address that anybody wrote. */
const maxTagLength = 4000;
const whiteSpaceOrQuotes = `${whiteSpace}"'`;
const attributeValue = /\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>=`]+))/y;

/** An attribute of a tag: its name in small letters, its value and where that starts in the tag. */
interface Attribute {
  readonly name: string;
  readonly value: string;
  readonly start: number;
}

/** Returns the attributes of a tag; `:src` and `@error` of components in HTML are names of their own. */
function parseAttributes(tag: string): Attribute[] {
  const found: Attribute[] = [];
  const name = /[a-z-]+/gi;
  for (let match = name.exec(tag); match; match = name.exec(tag)) {
    if (!whiteSpaceOrQuotes.includes(tag[match.index - 1] ?? ' ')) continue;
    attributeValue.lastIndex = name.lastIndex;
    const written = attributeValue.exec(tag);
    if (!written) continue;
    const end = (name.lastIndex = attributeValue.lastIndex);
    const value = written[1] ?? written[2] ?? written[3]!;
    const start = end - value.length - (written[3] === undefined ? 1 : 0);
    found.push({ name: match[0].toLowerCase(), value, start });
  }
  return found;
}

/** `href` and `src` of the body's HTML outside of code, comments, scripts and styles; none where the engine leaves HTML out. */
function findHtmlPlaces(syntax: Syntax, hidden: readonly Range[]): LinkPlace[] {
  const { text, body, dialect } = syntax;
  const found: LinkPlace[] = [];
  if (!dialect.html.isPrinted) return found;
  const code = [
    ...hidden,
    ...syntax.occurrences
      .filter((occurrence) => occurrence.type === 'code' && !occurrence.isHtml)
      .map(({ range }) => range),
  ];
  for (let at = text.indexOf('<', body.start); at >= 0; at = text.indexOf('<', at + 1)) {
    const opaque = /^<(?:!--|script\b|style\b)/i.exec(text.slice(at, at + 8))?.[0].toLowerCase();
    if (opaque !== undefined) {
      const end = text.indexOf(opaque === '<!--' ? '-->' : `</${opaque.slice(1)}`, at);
      if (end < 0) break;
      at = end;
      continue;
    }
    const name = /^<(a|img|source|video|audio)\s/i.exec(text.slice(at, at + 8))?.[1]?.toLowerCase();
    if (name === undefined) continue;
    const end = text.indexOf('>', at);
    if (end < 0 || end - at > maxTagLength || code.some(({ start, end: close }) => start <= at && at < close)) continue;
    const place = parseHtmlPlace(text.slice(at, end), at, name);
    if (place) found.push(place);
  }
  return found;
}

function parseHtmlPlace(tag: string, at: number, name: string): LinkPlace | undefined {
  const attributes = parseAttributes(tag);
  const address = findAttribute(name === 'a' ? 'href' : 'src', attributes);
  if (!address) return undefined;
  const start = at + address.start;
  return {
    range: { start, end: start + address.value.length },
    written: address.value.replaceAll('&amp;', '&'),
    target: name === 'a' ? 'link' : 'image',
    origin: 'html',
    ...(!(name === 'img' && !/\s(?:v-bind)?:?alt(?=[\s=/]|$)/i.test(tag)) && {
      alt: findAttribute('alt', attributes)?.value ?? '',
    }),
  };
}

function findAttribute(key: string, attributes: readonly Attribute[]): Attribute | undefined {
  return attributes.find(({ name }) => name === key);
}
