import type { Range } from '../../text/range.ts';

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
    const match = /^( {0,3}(?:[-+*][ \t]+)?)\[((?:[^\]\\]|\\.)+)\]:[ \t]*(.*?)[ \t\r]*$/.exec(line.text);
    if (!match) return [];
    const [, indent, label, rest] = match as unknown as [string, string, string, string];
    const colon = line.start + indent.length + label.length + 2;
    const destination = rest.replace(/[ \t]+(["']).+?\1$/, '');
    if (isSetextHeading(text, line)) return [{ start: colon, end: colon + 1 }];
    if (label.startsWith('^')) return [];
    if (destination === '' || label.includes(']') || /^[^<].*?[ \t]["']/.test(destination))
      return [{ start: colon, end: colon + 1 }];
    if (!/[ \t]/.test(destination)) return [];
    const start = line.start + line.text.indexOf(rest, colon - line.start + 1);
    return [{ start, end: start + destination.length }];
  });
}

/** A destination without brackets, quotes or code, up to the bracket that closes or a title. */
const inlineDestination = /^([ \t]*)([^\s()<>"'[\]`\\][^()<>"'[\]`\\\n]*?)[ \t]*(\)|[ \t](["'])[^"'\n]+\4\))/;

/** Destinations with spaces of inline links, `[text](my file.pdf)`, which kramdown's parse_link takes whole. Linear in the text. */
export function findSpacedDestinations(text: string): Range[] {
  const found: Range[] = [];
  for (let at = text.indexOf(']('); at >= 0; at = text.indexOf('](', at + 2)) {
    const [, indent = '', destination = ''] = inlineDestination.exec(text.slice(at + 2, at + 402)) ?? [];
    const start = at + 2 + indent.length;
    if (/[ \t]/.test(destination)) found.push({ start, end: start + destination.length });
  }
  return found;
}
