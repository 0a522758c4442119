import type { Dialect } from '../../dialects/dialect.ts';
import { findOptions } from './nestedTexts/extensions.ts';

/** Returns the dialect with the options that a post sets for itself, `{::options auto_ids="false" /}`. */
export function applyOptions(text: string, dialect: Dialect): Dialect {
  const options = dialect.withOptions && findOptions(text);
  return options ? dialect.withOptions!(options) : dialect;
}
