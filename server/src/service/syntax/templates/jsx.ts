import type { Range } from '../../text/range.ts';
import { findCodeEnd } from './codeEnd.ts';
import { blankOut, replaceWith } from './replaceRanges.ts';

/** Parts of an MDX text that are no Markdown. */
export interface JsxParts {
  /** Import and export lines, tags, and expressions alone on their lines. */
  readonly blanks: Range[];
  /** Expressions in running text. */
  readonly words: Range[];
}

/**
 * Returns an MDX text with its JSX tags, `{expressions}` and import and export lines rewritten, UTF-16 code unit for code unit, so that only the
 * Markdown between is left (mdxjs.com/docs/what-is-mdx). What is never closed stays as it is: the build stops there, and
 * until it is written to its end it is text. Linear in the text.
 */
export function maskJsx(text: string): string {
  if (!/[<{]|^(import|export)\b/m.test(text)) return text;
  const { blanks, words } = findJsxParts(text);
  return blankOut(replaceWith(text, words, 'x'), blanks);
}

/** Finds what is no Markdown in an MDX text. Linear in the text. */
export function findJsxParts(text: string): JsxParts {
  const found: JsxParts = { blanks: [], words: [] };
  const unclosed = new Set<string>();
  for (let at = 0; at < text.length;) at = readAt(text, at, found, unclosed);
  return found;
}

/** Reads the construct at an offset and returns the offset after it. */
function readAt(text: string, at: number, found: JsxParts, unclosed: Set<string>): number {
  const character = text[at]!;
  const startsLine = at === 0 || text[at - 1] === '\n';
  if (character === '\\') return at + 2;
  if (character === '`' || (character === '~' && startsLine)) return findCodeEnd(text, at, unclosed);
  if (startsLine && (character === 'i' || character === 'e') && /^(import|export)[ {*]/.test(text.slice(at, at + 7)))
    return readModuleLines(text, at, found);
  if (character === '{') return readExpression(text, at, found, unclosed);
  if (character === '<' && text.startsWith('<!--', at)) return readComment(text, at, found, unclosed);
  if (character === '<' && /[A-Za-z_$/>]/.test(text[at + 1] ?? '')) return readTag(text, at, found, unclosed);
  return at + 1;
}

/** Imports and exports last up to a blank line. */
function readModuleLines(text: string, at: number, { blanks }: JsxParts): number {
  const blankLine = /\n[ \t\r]*\n/g;
  blankLine.lastIndex = at;
  const end = blankLine.exec(text)?.index ?? text.length;
  blanks.push({ start: at, end });
  return end;
}

function readExpression(text: string, at: number, { blanks, words }: JsxParts, unclosed: Set<string>): number {
  if (unclosed.has('{')) return at + 1;
  const end = findBracesEnd(text, at);
  if (end === undefined) {
    unclosed.add('{');
    return at + 1;
  }
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const newline = text.indexOf('\n', end);
  const isAlone = line.trim() === '' && text.slice(end, newline < 0 ? text.length : newline).trim() === '';
  (isAlone ? blanks : words).push({ start: at, end });
  return end;
}

/** MDX refuses HTML's comments, Docusaurus turns them into its own (`mdx1Compat`): neither shows them. */
function readComment(text: string, at: number, { blanks }: JsxParts, unclosed: Set<string>): number {
  const end = unclosed.has('<!--') ? -1 : text.indexOf('-->', at);
  if (end < 0) {
    unclosed.add('<!--');
    return at + 1;
  }
  blanks.push({ start: at, end: end + '-->'.length });
  return end + '-->'.length;
}

function readTag(text: string, at: number, { blanks }: JsxParts, unclosed: Set<string>): number {
  const isDestination = /\]\(\s?$|\]:[ \t]*$/.test(text.slice(Math.max(0, at - 20), at));
  const isTag = /^<(\/?[A-Za-z_$][\w$.:-]*[\s/>{]|\/?>)/.test(text.slice(at, at + 120));
  if (isDestination || !isTag || unclosed.has('<')) return at + 1;
  const end = findTagEnd(text, at);
  if (end === undefined) {
    unclosed.add('<');
    return at + 1;
  }
  blanks.push({ start: at, end });
  return end;
}

/** the offset after a tag; attributes in quotes and braces may hold `>`. */
function findTagEnd(text: string, start: number): number | undefined {
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at]!;
    if (character === '>') return at + 1;
    if (character === '"' || character === "'") {
      at = text.indexOf(character, at + 1);
      if (at < 0) return undefined;
    } else if (character === '{') {
      const end = findBracesEnd(text, at);
      if (end === undefined) return undefined;
      at = end - 1;
    }
  }
  return undefined;
}

/** the offset after the brace that closes the one at an offset, as micromark-factory-mdx-expression counts without a JavaScript parser. */
function findBracesEnd(text: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at + 1;
  }
  return undefined;
}
