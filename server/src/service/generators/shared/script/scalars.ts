/** Parses a string literal with its quotes; undefined where the closing quote is missing. */
export function parseString(written: string): string | undefined {
  return written.length > 1 && written.endsWith(written[0]!) ? unescapeText(written.slice(1, -1)) : undefined;
}

/** Parses a number literal; undefined for any other text. */
export function parseNumber(written: string): number | undefined {
  const number = Number(written.replace(/[_\s]/g, ''));
  return Number.isNaN(number) ? undefined : number;
}

const escapes: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  0: '\0',
  '\n': '',
};

/** Replaces the escape sequences in the text of a string or template literal. */
export function unescapeText(written: string): string {
  return written.replace(
    /\\(?:u\{([\da-fA-F]{1,6})\}|u([\da-fA-F]{4})|x([\da-fA-F]{2})|([^]))/g,
    (_, braced?: string, four?: string, two?: string, character = '') => {
      const code = braced ?? four ?? two;
      return code === undefined ? (escapes[character] ?? character) : fromCodePoint(Number.parseInt(code, 16));
    },
  );
}

function fromCodePoint(code: number): string {
  return code > 0x10ffff ? '' : String.fromCodePoint(code);
}
