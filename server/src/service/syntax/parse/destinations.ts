import type { Range } from '../../text/range.ts';
import { blanks, skipBackward, skipForward, trimEnd } from '../../text/scan.ts';

interface Line {
  readonly start: number;
  readonly text: string;
}

/** Whether a line stands between a blank one and an underline: then it is a heading before it is a definition (parse_setext_header). */
function isSetextHeading(text: string, { start, text: line }: Line): boolean {
  const end = start + line.length;
  return (
    /^\n(=+|-+)[ \t\r]*(\n|$)/.test(text.slice(end, end + 80)) &&
    /(^|\n)[ \t\r]*\n$|^$/.test(text.slice(Math.max(0, start - 80), start))
  );
}

/**
 * What to make words of in lines that kramdown reads otherwise than CommonMark (LINK_DEFINITION_START and
 * parse_link_definition in parser/kramdown/link.rb): destinations with spaces, which are one; and colons of lines that
 * are no definition there, because the destination stands on the next line, a bracket in the label, a quote opens in the
 * destination or the line, a note's too, is a heading's.
 */
export function findDefinitionReplacements(text: string, lines: readonly Line[]): Range[] {
  return lines.flatMap((line) => {
    const match = /^( {0,3}(?:[-+*][ \t]+)?)\[((?:[^\]\\]|\\.)+)\]:/.exec(line.text);
    if (!match) return [];
    const [opening, indent, label] = match as unknown as [string, string, string];
    const restStart = skipForward(line.text, opening.length, blanks);
    const rest = trimEnd(line.text.slice(restStart), ' \t\r');
    if (!/^.*$/.test(rest)) return [];
    const colon = line.start + indent.length + label.length + 2;
    const destination = removeTitle(rest);
    if (isSetextHeading(text, line)) return [{ start: colon, end: colon + 1 }];
    if (label.startsWith('^')) return [];
    if (destination === '' || label.includes(']') || /^[^<].*?[ \t]["']/.test(destination))
      return [{ start: colon, end: colon + 1 }];
    if (!/[ \t]/.test(destination)) return [];
    const start = line.start + restStart;
    return [{ start, end: start + destination.length }];
  });
}

/** Returns a destination without the title in quotes at its end. */
function removeTitle(written: string): string {
  const quote = written.at(-1);
  if (quote !== '"' && quote !== "'") return written;
  for (let at = written.indexOf(quote); at < written.length - 2; at = written.indexOf(quote, at + 1)) {
    const end = skipBackward(written, at, blanks);
    if (end < at) return written.slice(0, end);
  }
  return written;
}

/** A destination without brackets, quotes or code, with blanks after it, up to the bracket that closes or a title. */
const inlineDestination = /^([ \t]*)([^\s()<>"'[\]`\\][^()<>"'[\]`\\\n]*)(\)|"[^"'\n]+"\)|'[^"'\n]+'\))/;

/** Destinations with spaces of inline links, `[text](my file.pdf)`, which kramdown's parse_link takes whole. Linear in the text. */
export function findSpacedDestinations(text: string): Range[] {
  const found: Range[] = [];
  for (let at = text.indexOf(']('); at >= 0; at = text.indexOf('](', at + 2)) {
    const [, indent = '', written = '', closing] = inlineDestination.exec(text.slice(at + 2, at + 402)) ?? [];
    const destination = trimEnd(written, blanks);
    const start = at + 2 + indent.length;
    const isParted = closing === ')' || destination.length < written.length;
    if (isParted && /[ \t]/.test(destination)) found.push({ start, end: start + destination.length });
  }
  return found;
}
