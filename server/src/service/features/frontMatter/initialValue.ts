import type { Environment } from '../../generators/contract/model.ts';
import type { Knowledge } from '../../site/frontMatter/schema/knowledge.ts';
import type { OpenPost } from '../../site/model/snapshot.ts';
import { constantOf } from '../../site/frontMatter/vocabulary/count.ts';
import type { FrontMatterFormat } from '../../syntax/frontMatter/index.ts';
import { dateLike, dateQuote } from './dates.ts';
import { typeOfKey } from './facts.ts';

/** A value to begin with: this moment for a date, what nearly all posts have, else an empty one of its kind; as the format writes it. */
export function initialValue(
  key: string,
  { site }: OpenPost,
  knowledge: Knowledge,
  environment: Environment,
  format: FrontMatterFormat,
): string {
  const use = knowledge.vocabulary.keys.get(key);
  const type = typeOfKey(knowledge, key);
  if (type === 'date') {
    const timeZone = (site && site.generator.timeZone) ?? environment.timeZone;
    const quote = format === 'yaml' ? dateQuote(use) : format === 'json' ? '"' : '';
    return `${quote}${dateLike(use, { ...environment, timeZone })}${quote}`;
  }
  const constant = use && constantOf(use);
  if (constant !== undefined) return constant;
  if (type === 'list') return '[]';
  return format === 'yaml' ? '' : type === 'boolean' ? 'false' : type === 'number' ? '0' : type === 'map' ? '{}' : '""';
}
