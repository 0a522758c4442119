const shortForms: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * What a terminal would obey instead of print: C0 and C1 controls, DEL, and the characters that turn the direction of a
 * line (Unicode Standard Annex 9, 2.1 to 2.4), as `\x1b`, `\n` or `\u202e`.
 */
export function toPrintable(text: string): string {
  return text.replace(
    /[\p{Cc}\u2028-\u202E\u2066-\u2069]/gu,
    (character) => shortForms[character] ?? toEscape(character.charCodeAt(0)),
  );
}

/** The same of a sentence, whose line ends become spaces. */
export function toPrintableLine(text: string): string {
  return toPrintable(text.replace(/\s+/g, (blanks) => (/[\r\n]/.test(blanks) ? ' ' : blanks)));
}

/** A value as JSON that no terminal obeys: `JSON.stringify` leaves DEL and the C1 controls as they are. */
export function toPrintableJson(value: unknown): string {
  return JSON.stringify(value).replace(/[\x7F-\x9F]/g, (character) => toUnicodeEscape(character.charCodeAt(0)));
}

function toEscape(code: number): string {
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : toUnicodeEscape(code);
}

function toUnicodeEscape(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`;
}
