import type { Syntax } from '../../syntax/syntax.ts';
import type { TagDescriptions, TagArgumentKind } from '../../syntax/templates/templateLanguage.ts';
import type { Range } from '../../text/range.ts';

/** A caret where an address or what a tag names is being written. */
export interface LinkCaret {
  /** What is replaced, after the caret too. */
  readonly range: Range;
  /** Up to the caret. */
  readonly typed: string;
  readonly wants: 'link' | 'image' | TagArgumentKind;
  /** It is the address of a link, image or definition of Markdown. */
  readonly isInMarkdown?: true;
  /** Of `{% post_url 2024… %}` what is before and after the name; undefined for an address without a tag. */
  readonly tag?: { readonly before: string; readonly after: string };
  /** What closes the tag where nothing does yet. */
  readonly closing: string;
}

const liquidTagPattern = /\{%-?\s*(\w+)\s+([^\s%{}]*)$/;
const shortcodePattern = /\{\{([<%])\s*([\w-]+)\s+(?:(["`])([^"`{}\n]*)|([^\s"`{}][^"`{}\n]*)?)$/;
const imageTagPattern = /\{\{[<%]\s*([\w-]+)\s[^{}]*\bsrc\s*=\s*"([^"{}\n]*)$/;
const address = '((?:\\{\\{[^{}\\n]*\\}\\}|\\{%[^%\\n]*%\\}|[^\\s()<>{}])*)$';
const inlinePattern = new RegExp(`\\]\\(<?${address}`);
const definitionPattern = new RegExp(`^ {0,3}\\[[^\\]^][^\\]]*\\]:[ \\t]*<?${address}`);
const attributePattern = /<(a|img|source|video|audio)\s[^<>]*\b(?:href|src)\s*=\s*(["'])([^"'<>]*)$/i;

/** How far before and after the caret a line is read, in UTF-16 code units. */
const maxLineLength = 2000;

/** What address or name is being written at an offset; undefined in prose, code and front matter. */
export function linkCaretAt(syntax: Syntax, offset: number): LinkCaret | undefined {
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
  const before = text.slice(Math.max(lineStart, offset - maxLineLength), offset);
  const lineEnd = text.indexOf('\n', offset);
  const after = text.slice(offset, Math.min(lineEnd < 0 ? text.length : lineEnd, offset + maxLineLength));
  return tagCaretAt(before, after, offset, syntax.templates.tags) ?? addressCaretAt(before, after, offset);
}

function tagCaretAt(before: string, after: string, offset: number, tags: TagDescriptions): LinkCaret | undefined {
  const [, name = '', target = ''] = liquidTagPattern.exec(before) ?? [];
  const wants = tags.get(name)?.argumentKind;
  if (wants !== undefined) {
    const isClosed = /^[^{}]*%\}/.test(after);
    return createCaret(offset, target, /^[^\s%{}]*/.exec(after)![0], {
      wants,
      tag: { before: `{% ${name} `, after: ' %}' },
      closing: isClosed ? '' : ' %}',
    });
  }
  const [, delimiter, ref = '', quote = '', quoted, bare = ''] = shortcodePattern.exec(before) ?? [];
  const page = quoted ?? bare;
  if (tags.get(ref)?.argumentKind === 'post' && (quote !== '' || !/\s/.test(page))) {
    const closer = delimiter === '<' ? '>}}' : '%}}';
    const isClosed = after.includes(closer);
    return createCaret(offset, page, /^[^\s"`{}<>%]*/.exec(after)![0], {
      wants: 'post',
      tag: { before: `{{${delimiter} ${ref} "`, after: `" ${closer}` },
      closing: isClosed ? '' : `${quote} ${closer}`,
    });
  }
  const [, tag = '', source = ''] = imageTagPattern.exec(before) ?? [];
  return !tags.get(tag)?.isImage
    ? undefined
    : createCaret(offset, source, /^[^\s"{}]*/.exec(after)![0], { wants: 'image', closing: '' });
}

function addressCaretAt(before: string, after: string, offset: number): LinkCaret | undefined {
  const link = inlinePattern.exec(before);
  if (link)
    return createCaret(offset, link[1]!, /^(?:\{\{[^{}\n]*\}\}|\{%[^%\n]*%\}|[^\s()<>{}])*/.exec(after)![0], {
      wants: isImageText(before, link.index) ? 'image' : 'link',
      isInMarkdown: true,
      closing: '',
    });
  const defined = definitionPattern.exec(before)?.[1];
  if (defined !== undefined)
    return createCaret(offset, defined, /^[^\s<>]*/.exec(after)![0], {
      wants: 'link',
      isInMarkdown: true,
      closing: '',
    });
  const [, element, quote, value] = attributePattern.exec(before) ?? [];
  if (value === undefined) return undefined;
  return createCaret(offset, value, (quote === '"' ? /^[^"<>]*/ : /^[^'<>]*/).exec(after)![0], {
    wants: element!.toLowerCase() === 'a' ? 'link' : 'image',
    closing: '',
  });
}

function createCaret(offset: number, typed: string, rest: string, more: Omit<LinkCaret, 'range' | 'typed'>): LinkCaret {
  return { typed, range: { start: offset - typed.length, end: offset + rest.length }, ...more };
}

/** Whether the bracket that closes here was opened with `![`. */
function isImageText(before: string, close: number): boolean {
  let depth = 0;
  for (let at = close; at >= 0; at--) {
    if (before[at] === ']') depth++;
    else if (before[at] === '[' && --depth === 0) return before[at - 1] === '!';
  }
  return false;
}
