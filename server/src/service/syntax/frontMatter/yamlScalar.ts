const word = /^[^\d.:-]?[\p{Alphabetic}_\s!@#$%^&*(){}<>|/\\~;=]+/mu;
const sexagesimal = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9]){1,2}(?:\.[0-9_]*)?$/;
const float = /^[-+]?(?:[0-9][0-9_,]*)?\.[0-9]*(?:[eE][-+][0-9]+)?$/;
const integer = /^[-+]?(?:0b[01_,]+|0[0-7_,]+|0|[1-9](?:[0-9]|,[0-9]|_[0-9])*|0x[0-9a-fA-F_,]+)$/;
const dateOrTime = /^-?\d{4}-\d{1,2}-\d{1,2}/;

/**
 * The value of a plain YAML scalar as Ruby reads it (Psych's ScalarScanner, YAML 1.1): `yes` and `off` are booleans, `1,000`
 * and `12:30` numbers. Dates and times stay as written.
 */
export function parsePlainScalar(source: string): string | number | boolean | null {
  if (source === '' || source === '~') return null;
  if (word.test(source) || source.includes('\n'))
    return source.length > 5 ? source : (keywords[source.toLowerCase()] ?? parseNull(source));
  if (dateOrTime.test(source)) return source;
  if (/^\+?\.inf$/i.test(source)) return Infinity;
  if (/^-\.inf$/i.test(source)) return -Infinity;
  if (/^\.nan$/i.test(source)) return NaN;
  if (sexagesimal.test(source))
    return source
      .split(':')
      .reduce((sum, part, index) => sum + Number.parseFloat(part.replaceAll('_', '')) * 60 ** Math.abs(index - 2), 0);
  if (float.test(source)) return /^[-+]?\.$/.test(source) ? source : Number(source.replace(/[,_]/g, ''));
  if (integer.test(source)) return parseInteger(source);
  return source;
}

const keywords: Readonly<Record<string, boolean>> = {
  yes: true,
  true: true,
  on: true,
  no: false,
  false: false,
  off: false,
};

function parseNull(source: string): string | null {
  return source.toLowerCase() === 'null' ? null : source;
}

/** Numbers beyond JavaScript's exact ones stay as written. */
function parseInteger(source: string): number | string {
  const digits = source.replace(/[,_]/g, '');
  const unsigned = digits.replace(/^[-+]/, '');
  const value = Number(/^0[0-7]/.test(unsigned) ? `0o${unsigned.slice(1)}` : unsigned);
  if (!Number.isSafeInteger(value)) return source;
  return digits.startsWith('-') && value !== 0 ? -value : value;
}

/** A text as a quoted YAML scalar on one line; single quotes where asked for or where double ones would need escapes. */
export function quoteScalar(text: string, quote: '"' | "'" = '"'): string {
  const isEscaped = /["\\]/.test(text);
  const isSingle = !/[\p{Cc}]/u.test(text) && (quote === "'" || (isEscaped && !text.includes("'")));
  return isSingle ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text);
}

/** Whether a text may stand unquoted as a value on the line of its key and is read as that very text. */
export function isPlainText(text: string): boolean {
  return isPlainSource(text) && parsePlainScalar(text) === text;
}

/**
 * Whether a text on one line is surely a plain scalar as a whole: a conservative part of YAML's `ns-plain`, so that nothing
 * it says yes to needs the full parser.
 */
export function isPlainSource(text: string): boolean {
  return (
    /^[\p{L}\d_./(+$~=<;^-]/u.test(text) &&
    !/^-(?:\s|$)|^---|^\.\.\.|:(?:\s|$)|\s#|[\p{Cc}\p{Zl}\p{Zp}\ufeff\ufffe\uffff]|[\ud800-\udfff]|\s$/u.test(text)
  );
}
