import { skipBackward, skipForward, whiteSpace } from '../../../text/scan.ts';
import { findClosingBrace, nextLine, parseBraces } from './patterns.ts';

/** `{::comment}`, `{::nomarkdown}` with what they hold, or `{::options … /}`. */
export interface ParsedExtension {
  /** Options that the post sets, as written; undefined for the other extensions. */
  readonly options: Readonly<Record<string, string>> | undefined;
  readonly end: number;
}

const known = new Set(['comment', 'nomarkdown', 'options']);
const nameStart = /^:(\w+)/;

/** Returns the extension that starts with the line at an offset: parse_extension_start_tag in extensions.rb. */
export function parseExtension(text: string, at: number): ParsedExtension | undefined {
  const opening = parseBraces(text, at);
  const name = opening?.kind === 'extension' ? nameStart.exec(opening.content)?.[1] : undefined;
  if (!opening || name === undefined || !known.has(name)) return undefined;
  const options = name === 'options' ? parseOptions(opening.content) : undefined;
  if (opening.content.endsWith('/')) return { options, end: opening.end };
  const end = findExtensionEnd(text, opening.end, name);
  return end === undefined ? undefined : { options, end };
}

/** Returns the offset after the line that ends an extension. */
function findExtensionEnd(text: string, from: number, name: string): number | undefined {
  for (let at = text.indexOf('{:/', from); at >= 0; at = text.indexOf('{:/', at + 3)) {
    const lineStart = skipBackward(text, at, ' ', Math.max(from, at - 3));
    const braces = lineStart === from || text[lineStart - 1] === '\n' ? parseBraces(text, lineStart) : undefined;
    if (braces && (braces.content === '/' || braces.content === `/${name}`)) return braces.end;
  }
  return undefined;
}

/** Returns the options that a text sets anywhere: those that say how lines are read and printed count for all of it. */
export function findOptions(text: string): Readonly<Record<string, string>> | undefined {
  const found: Record<string, string> = {};
  let isFound = false;
  for (let at = text.indexOf('{::options'); at >= 0; at = text.indexOf('{::options', nextLine(text, at))) {
    const close = findClosingBrace(text, at + 2);
    if (close < 0 || text.slice(text.lastIndexOf('\n', at) + 1, at).trim() !== '') continue;
    Object.assign(found, parseOptions(text.slice(at + 2, close)));
    isFound = true;
  }
  return isFound ? found : undefined;
}

const key = /\w[\w-]*=["']/y;

/** Returns the pairs `key="value"` of a text. */
function parseOptions(written: string): Record<string, string> {
  const options: Record<string, string> = {};
  for (let at = 0; at < written.length;) {
    key.lastIndex = at;
    const match = key.exec(written);
    if (match) {
      const start = at + match[0].length;
      const close = written.indexOf(match[0].at(-1)!, start);
      if (close < 0) break;
      options[match[0].slice(0, -2)] = written.slice(start, close);
      at = close + 1;
    } else {
      while (at < written.length && !whiteSpace.includes(written[at]!)) at++;
      at = skipForward(written, at, whiteSpace);
    }
  }
  return options;
}
