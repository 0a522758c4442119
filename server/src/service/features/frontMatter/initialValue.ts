import type { Environment } from '../../generators/contract/model.ts';
import type { FrontMatterModel } from '../../site/frontMatter/schema/frontMatterModel.ts';
import type { OpenPost } from '../../site/model/snapshot.ts';
import { findCommonSource } from '../../site/frontMatter/vocabulary/count.ts';
import type { FrontMatterFormat } from '../../syntax/frontMatter/index.ts';
import { formatNow, commonDateQuote } from './dates.ts';
import { inferType } from './keyInfo.ts';

/** What the value of a new key depends on. */
export interface ValueContext {
  readonly post: OpenPost;
  readonly model: FrontMatterModel;
  readonly environment: Environment;
}

/**
 * The value of a new key as its format writes it: now for a date, what nearly all posts have, else an empty value of
 * its type.
 */
export function initialValue(
  key: string,
  { post: { site }, model, environment }: ValueContext,
  format: FrontMatterFormat,
): string {
  const use = model.vocabulary.keys.get(key);
  const type = inferType(model, key);
  if (type === 'date') {
    const timeZone = (site && site.generator.timeZone) ?? environment.timeZone;
    const quote = format === 'yaml' ? commonDateQuote(use) : format === 'json' ? '"' : '';
    return `${quote}${formatNow(use, { ...environment, timeZone })}${quote}`;
  }
  const constant = use && findCommonSource(use);
  if (constant !== undefined) return constant;
  if (format === 'meta') return '';
  if (type === 'list') return '[]';
  return format === 'yaml' ? '' : type === 'boolean' ? 'false' : type === 'number' ? '0' : type === 'map' ? '{}' : '""';
}
