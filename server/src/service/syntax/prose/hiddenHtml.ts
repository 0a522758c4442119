import type { Range } from '../../text/range.ts';

/** What a reader does not see: between words, or within one, as the brackets of `un[believ](x)able`. */
export interface Hidden {
  readonly between: Range[];
  readonly within: Range[];
}

/** Elements whose content is code or a drawing, or is not shown. */
const unreadElements = new Set('code kbd math noscript pre samp script style svg template textarea title'.split(' '));

/** Elements that may begin and end within a word. */
const phrasing = new Set('a abbr b bdi bdo cite del dfn em font i ins mark q s small span strong sub sup u'.split(' '));

interface Tag {
  readonly range: Range;
  /** In small letters. */
  readonly name: string;
  readonly isClosing: boolean;
}

/** Tags and comments of a text without code, and the content of elements that are not read. Linear in the text. */
export function findHiddenHtml(text: string): Hidden {
  const hidden: Hidden = { between: [], within: [] };
  const unclosed = new Set<string>();
  let unread: Tag | undefined;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const end = unclosed.has('<!--') || !text.startsWith('<!--', at) ? -1 : text.indexOf('-->', at + 2);
    const tag = end < 0 ? parseTag(text, at) : undefined;
    if (end >= 0) hidden.within.push({ start: at, end: (at = end + 3) });
    else if (!tag) {
      if (text.startsWith('<!--', at)) unclosed.add('<!--');
      at++;
    } else {
      (phrasing.has(tag.name) ? hidden.within : hidden.between).push(tag.range);
      if (unread && tag.isClosing && tag.name === unread.name) {
        hidden.between.push({ start: unread.range.start, end: tag.range.end });
        unread = undefined;
      } else if (!unread && !tag.isClosing && unreadElements.has(tag.name)) unread = tag;
      at = tag.range.end;
    }
  }
  return hidden;
}

/** The tag at a `<` (CommonMark 6.6), closed before the next `<`; attributes in quotes may hold `>`. */
function parseTag(text: string, start: number): Tag | undefined {
  const next = text.indexOf('<', start + 1);
  const source = text.slice(start, next < 0 ? text.length : next);
  const opening = /^<(\/?)([A-Za-z][A-Za-z0-9-]*)[\s/>]/.exec(source);
  if (!opening) return undefined;
  for (let at = opening[0].length - 1; at < source.length; at++) {
    const character = source[at]!;
    if (character === '>') {
      const name = opening[2]!.toLowerCase();
      return { range: { start, end: start + at + 1 }, name, isClosing: opening[1] !== '' };
    }
    if (character === '"' || character === "'") {
      at = source.indexOf(character, at + 1);
      if (at < 0) return undefined;
    }
  }
  return undefined;
}
