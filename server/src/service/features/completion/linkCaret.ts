import type { Syntax } from '../../syntax/syntax.ts';
import type { TagFacts, TagTarget } from '../../syntax/templates/tagFacts.ts';
import type { Range } from '../../text/range.ts';

/** A caret where an address or what a tag names is being written. */
export interface LinkCaret {
  /** What is replaced, behind the caret too. */
  readonly range: Range;
  /** Up to the caret. */
  readonly typed: string;
  readonly wants: 'link' | 'image' | TagTarget;
  /** Of `{% post_url 2024… %}` what stands around the name; undefined where a whole address is written. */
  readonly tag?: { readonly before: string; readonly after: string };
  /** What closes the tag where nothing does yet. */
  readonly closing: string;
}

const liquidTag = /\{%-?\s*(\w+)\s+([^\s%{}]*)$/;
const shortcode = /\{\{([<%])\s*([\w-]+)\s+(["`]?)([^"`{}\n]*)$/;
const imageTag = /\{\{[<%]\s*([\w-]+)\s[^{}]*\bsrc\s*=\s*"([^"{}\n]*)$/;
const address = '((?:\\{\\{[^{}\\n]*\\}\\}|\\{%[^%\\n]*%\\}|[^\\s()<>{}])*)$';
const inline = new RegExp(`\\]\\(<?${address}`);
const definition = new RegExp(`^ {0,3}\\[[^\\]^][^\\]]*\\]:[ \\t]*<?${address}`);
const attribute = /<(a|img|source|video|audio)\s[^<>]*\b(?:href|src)\s*=\s*(["'])([^"'<>]*)$/i;

/** Longer lines are looked at only so far back. */
const longest = 2000;

/** What address or name is being written at an offset; undefined in prose, code and front matter. */
export function linkCaret(syntax: Syntax, offset: number): LinkCaret | undefined {
  const { text, body, occurrences } = syntax;
  if (
    offset < body.start ||
    occurrences.some(
      ({ type, range, ...rest }) =>
        type === 'code' && !('isHtml' in rest) && range.start < offset && offset < range.end,
    )
  )
    return undefined;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(Math.max(lineStart, offset - longest), offset);
  const lineEnd = text.indexOf('\n', offset);
  const behind = text.slice(offset, Math.min(lineEnd < 0 ? text.length : lineEnd, offset + longest));
  return inTag(before, behind, offset, syntax.tags) ?? inAddress(before, behind, offset);
}

function inTag(before: string, behind: string, offset: number, tags: TagFacts): LinkCaret | undefined {
  const [, name = '', named = ''] = liquidTag.exec(before) ?? [];
  const wants = tags.get(name)?.names;
  if (wants !== undefined) {
    const isClosed = /^[^{}]*%\}/.test(behind);
    return caret(offset, named, behind, /^[^\s%{}]*/, {
      wants,
      tag: { before: `{% ${name} `, after: ' %}' },
      closing: isClosed ? '' : ' %}',
    });
  }
  const [, sign, ref = '', quote = '', page = ''] = shortcode.exec(before) ?? [];
  if (tags.get(ref)?.names === 'post' && (quote !== '' || !/\s/.test(page))) {
    const closer = sign === '<' ? '>}}' : '%}}';
    const isClosed = behind.includes(closer);
    return caret(offset, page, behind, /^[^\s"`{}<>%]*/, {
      wants: 'post',
      tag: { before: `{{${sign} ${ref} "`, after: `" ${closer}` },
      closing: isClosed ? '' : `${quote} ${closer}`,
    });
  }
  const [, tag = '', source = ''] = imageTag.exec(before) ?? [];
  return !tags.get(tag)?.isImage
    ? undefined
    : caret(offset, source, behind, /^[^\s"{}]*/, { wants: 'image', closing: '' });
}

function inAddress(before: string, behind: string, offset: number): LinkCaret | undefined {
  const link = inline.exec(before);
  if (link)
    return caret(offset, link[1]!, behind, /^(?:\{\{[^{}\n]*\}\}|\{%[^%\n]*%\}|[^\s()<>{}])*/, {
      wants: isImage(before, link.index) ? 'image' : 'link',
      closing: '',
    });
  const defined = definition.exec(before)?.[1];
  if (defined !== undefined) return caret(offset, defined, behind, /^[^\s<>]*/, { wants: 'link', closing: '' });
  const [, element, quote, value] = attribute.exec(before) ?? [];
  if (value === undefined) return undefined;
  return caret(offset, value, behind, quote === '"' ? /^[^"<>]*/ : /^[^'<>]*/, {
    wants: element!.toLowerCase() === 'a' ? 'link' : 'image',
    closing: '',
  });
}

function caret(
  offset: number,
  typed: string,
  behind: string,
  rest: RegExp,
  more: Omit<LinkCaret, 'range' | 'typed'>,
): LinkCaret {
  return { typed, range: { start: offset - typed.length, end: offset + rest.exec(behind)![0].length }, ...more };
}

/** Whether the bracket that closes here was opened with `![`. */
function isImage(before: string, close: number): boolean {
  let depth = 0;
  for (let at = close; at >= 0; at--) {
    if (before[at] === ']') depth++;
    else if (before[at] === '[' && --depth === 0) return before[at - 1] === '!';
  }
  return false;
}
