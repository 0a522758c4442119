import type { FrontMatterFormat } from './index.ts';
import { isPlainText, quotedScalar } from './yamlScalar.ts';

/** What stands between key and value. */
export const separators: Readonly<Record<FrontMatterFormat, string>> = { yaml: ': ', toml: ' = ', json: ': ' };

/** A value as the format wants it; texts of YAML without quotes where they need none and `quote` asks for none. */
export function writtenValue(
  value: string | number | boolean,
  format: FrontMatterFormat,
  quote: '' | '"' | "'",
  isInFlow: boolean,
): string {
  if (typeof value !== 'string') return String(value);
  if (format !== 'yaml') return JSON.stringify(value);
  return quote === '' && isPlainText(value) && !(isInFlow && /[,[\]{}]/.test(value))
    ? value
    : quotedScalar(value, quote || '"');
}

/** What stands inside the quotes a caret is in. */
export function insideQuotes(value: string | number | boolean, quote: '"' | "'"): string {
  return quote === "'" ? String(value).replaceAll("'", "''") : JSON.stringify(String(value)).slice(1, -1);
}

/** A value in place of one that is written `source`, in its quotes where it has some. */
export function writtenLike(
  source: string,
  value: string | number | boolean,
  format: FrontMatterFormat,
  isInFlow: boolean,
): string {
  const quote = /^["']/.exec(source)?.[0] as '"' | "'" | undefined;
  return writtenValue(value, format, quote ?? '', isInFlow);
}
