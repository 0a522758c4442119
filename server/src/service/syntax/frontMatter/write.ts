import type { FrontMatterFormat } from './index.ts';
import { isPlainText, quoteScalar } from './yamlScalar.ts';

/** What separates key and value. */
export const separators: Readonly<Record<FrontMatterFormat, string>> = {
  yaml: ': ',
  toml: ' = ',
  json: ': ',
  meta: ': ',
};

/** Returns a value as the format writes it; a text of YAML has no quotes where it needs none and `quote` is ''. */
export function formatValue(
  value: string | number | boolean,
  format: FrontMatterFormat,
  quote: '' | '"' | "'",
  isInFlow: boolean,
): string {
  if (typeof value !== 'string') return String(value);
  if (format === 'meta') return value;
  if (format !== 'yaml') return JSON.stringify(value);
  return quote === '' && isPlainText(value) && !(isInFlow && /[,[\]{}]/.test(value))
    ? value
    : quoteScalar(value, quote || '"');
}

/** Returns a value as it is written between quotes. */
export function escapeInQuotes(value: string | number | boolean, quote: '"' | "'"): string {
  return quote === "'" ? String(value).replaceAll("'", "''") : JSON.stringify(String(value)).slice(1, -1);
}

/** Returns a value in the place of one that is written `source`, in its quotes where it has some. */
export function formatLike(
  source: string,
  value: string | number | boolean,
  format: FrontMatterFormat,
  isInFlow: boolean,
): string {
  if (format === 'meta') return String(value);
  const quote = /^["']/.exec(source)?.[0] as '"' | "'" | undefined;
  return formatValue(value, format, quote ?? '', isInFlow);
}
