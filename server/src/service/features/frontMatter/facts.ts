import type { KeySchema } from '../../site/frontMatter/schema/schema.ts';
import type { Knowledge } from '../../site/frontMatter/schema/knowledge.ts';
import type { KeyUse } from '../../site/frontMatter/vocabulary/count.ts';
import { isPersonal, mostFrequent } from '../../site/frontMatter/vocabulary/count.ts';
import type { ValueType } from '../../site/frontMatter/vocabulary/values.ts';
import type { Entry } from '../../syntax/frontMatter/index.ts';
import { codeSpan, escapeMarkdown } from '../text/markdown.ts';

/** What is declared of a key, given with the maps it is in (`extra.team`). */
export function schemaOf({ keys }: Knowledge, key: string): KeySchema | undefined {
  let found = keys.get(key);
  if (found || !key.includes('.')) return found;
  let level: ReadonlyMap<string, KeySchema> | undefined = keys;
  for (const part of key.split('.')) {
    found = level?.get(part);
    level = found?.keys;
  }
  return found;
}

/** The kind of value a key takes: as the project declares, as the generator says, else as the posts write it. */
export function typeOfKey(knowledge: Knowledge, key: string): ValueType | undefined {
  const schema = schemaOf(knowledge, key);
  const use = knowledge.vocabulary.keys.get(key);
  const common = use && mostFrequent(new Map([...use.types].filter(([type]) => type !== 'nothing')));
  const types = schema?.types ?? (schema?.values ? [typeof schema.values[0] as 'string' | 'number' | 'boolean'] : []);
  const isFact = schema !== undefined && schema === knowledge.keys.get(key) && !knowledge.declaredKeys.has(key);
  if (!isFact) return types.find((type) => type === common) ?? types[0] ?? common;
  const [type] = types;
  return type !== undefined && type !== 'string'
    ? type === 'list' && common === 'string'
      ? 'string'
      : type
    : (common ?? type);
}

/** Whether values of other posts are worth proposing: somebody shares them, or there are few of them. */
export function isShared(key: string, use: KeyUse): boolean {
  if (isPersonal(key)) return false;
  return use.types.has('list') || use.values.size < use.uses || use.uses < 3;
}

/** `1 post`, `12 posts`. */
export function countOfPosts(count: number): string {
  return `${count} post${count === 1 ? '' : 's'}`;
}

/** What a key means, who says so, what authors have noted about it, what counts without it and who has it. */
export function documentationOf(key: string, knowledge: Knowledge, aside?: Entry): string {
  const schema = schemaOf(knowledge, key);
  const use = knowledge.vocabulary.keys.get(key);
  const comment = aside?.comment ?? (use && mostFrequent(use.comments));
  const defaultValue = knowledge.defaultValues.get(key);
  const parts = [
    schema?.description === undefined
      ? undefined
      : `${schema.description}${schema.url === undefined ? '' : ` [Documentation](${schema.url})`}`,
    comment === undefined ? undefined : `*${escapeMarkdown(comment)}*`,
    schema && demands(schema),
    defaultValue && `Without it: ${codeSpan(shown(defaultValue.value))}, from ${defaultValue.from}.`,
    use && use.count > 0
      ? `In ${use.count} of ${countOfPosts(knowledge.vocabulary.posts)} beside this one.`
      : undefined,
  ];
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

/** What the project asks for; of the generator's own keys the description says it. */
function demands({ source, values, defaultValue, isRequired, isDeprecated, types }: KeySchema): string {
  const parts = [
    isDeprecated ? '**Deprecated.**' : undefined,
    isRequired ? 'Required' : undefined,
    values && types?.[0] !== 'boolean'
      ? `One of ${values
          .slice(0, mostShown)
          .map((value) => codeSpan(String(value)))
          .join(', ')}${values.length > mostShown ? ' …' : ''}`
      : undefined,
    defaultValue === undefined ? undefined : `${codeSpan(shown(defaultValue))} where it is absent`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? '' : `${parts.join('; ')} (${source}).`;
}

const mostShown = 12;

/** A value on one line, cropped. */
function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
