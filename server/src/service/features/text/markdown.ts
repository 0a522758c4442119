/** Text as a code span, on one line, whatever backticks it holds. */
export function codeSpan(written: string): string {
  const text = written.replace(/\s+/g, ' ');
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map((match) => match[0].length));
  const fence = '`'.repeat(longest + 1);
  const gap = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${gap}${text}${gap}${fence}`;
}

/** Text that shows as it is in CommonMark: no markup within, no list at the start of a line. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&').replace(/^([^\S\n\r\u2028\u2029]*\d*)([-+.)])(\s)/gm, '$1\\$2$3');
}

/** Elements that load something by themselves, as images do. */
const loadingElement =
  '(?:img|image|picture|source|video|audio|track|i?frame|object|embed|link|style|svg|use|input|body|table|tr|td|th)';
/** An escaped character, the mark of an image, or the beginning of an element that loads something. */
const loads = new RegExp(`\\\\.|!(?=\\[)|<(?=${loadingElement}(?![\\w-]))`, 'gis');

/**
 * Markdown that a post or a schema brought, for a place where nothing may be loaded: images become links, and elements
 * that load something show as text. It is read as every dialect would read an image, so an exclamation mark in code can
 * be lost, too.
 */
export function withoutImages(markdown: string): string {
  return markdown.replace(loads, (found) => (found === '!' ? '' : found === '<' ? '\\<' : found));
}
