import type { KeySchema } from '../../site/frontMatter/schema/schema.ts';
import type { FrontMatterModel } from '../../site/frontMatter/schema/frontMatterModel.ts';
import type { KeyUsage } from '../../site/frontMatter/vocabulary/count.ts';
import { hasUniqueValues, findMostFrequent } from '../../site/frontMatter/vocabulary/count.ts';
import type { ValueType } from '../../site/frontMatter/vocabulary/values.ts';
import type { Entry } from '../../syntax/frontMatter/index.ts';
import { codeSpan, escapeMarkdown, withoutImages } from '../text/markdown.ts';

/** What is declared of a key, whose name includes the maps it is in (`extra.team`). */
export function findSchema({ keys }: FrontMatterModel, key: string): KeySchema | undefined {
  let found = keys.get(key);
  if (found || !key.includes('.')) return found;
  let level: ReadonlyMap<string, KeySchema> | undefined = keys;
  for (const part of key.split('.')) {
    found = level?.get(part);
    level = found?.keys;
  }
  return found;
}

/** The type of a key's values: as the project declares, as the generator says, else as the posts write it. */
export function inferType(model: FrontMatterModel, key: string): ValueType | undefined {
  const schema = findSchema(model, key);
  const use = model.vocabulary.keys.get(key);
  const common = use && findMostFrequent(new Map([...use.types].filter(([type]) => type !== 'nothing')));
  const types = schema?.types ?? (schema?.values ? [typeof schema.values[0] as 'string' | 'number' | 'boolean'] : []);
  const isGeneratorKey = schema !== undefined && schema === model.keys.get(key) && !model.declaredKeys.has(key);
  if (!isGeneratorKey) return types.find((type) => type === common) ?? types[0] ?? common;
  const [type] = types;
  return type !== undefined && type !== 'string'
    ? type === 'list' && common === 'string'
      ? 'string'
      : type
    : (common ?? type);
}

/** Whether values of other posts are worth proposing: posts share them, or there are few of them. */
export function isWorthProposing(key: string, use: KeyUsage): boolean {
  if (hasUniqueValues(key)) return false;
  return use.types.has('list') || use.values.size < use.valueCount || use.valueCount < 3;
}

/** `1 post`, `12 posts`. */
export function formatPostCount(count: number): string {
  return `${count} post${count === 1 ? '' : 's'}`;
}

/** Describes a key (CommonMark): meaning and its source, comments of authors, default value and use. */
export function describeKey(key: string, model: FrontMatterModel, commented?: Entry): string {
  const schema = findSchema(model, key);
  const use = model.vocabulary.keys.get(key);
  const comment = commented?.comment ?? (use && findMostFrequent(use.comments));
  const defaultValue = model.defaultValues.get(key);
  const parts = [
    schema?.description === undefined
      ? undefined
      : `${withoutImages(schema.description)}${schema.url === undefined ? '' : ` [Documentation](${schema.url})`}`,
    comment === undefined ? undefined : `*${escapeMarkdown(comment)}*`,
    schema && describeRequirements(schema),
    defaultValue && `Without it: ${codeSpan(toShortText(defaultValue.value))}, from ${defaultValue.source}.`,
    use && use.count > 0 ? `In ${use.count} of ${formatPostCount(model.vocabulary.posts)} beside this one.` : undefined,
  ];
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

/** What a schema of the project requires; of the generator's own keys the description says it. */
function describeRequirements({ source, values, defaultValue, isRequired, isDeprecated, types }: KeySchema): string {
  const parts = [
    isDeprecated ? '**Deprecated.**' : undefined,
    isRequired ? 'Required' : undefined,
    values && types?.[0] !== 'boolean'
      ? `One of ${values
          .slice(0, maxValues)
          .map((value) => codeSpan(String(value)))
          .join(', ')}${values.length > maxValues ? ' …' : ''}`
      : undefined,
    defaultValue === undefined ? undefined : `${codeSpan(toShortText(defaultValue))} where it is absent`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? '' : `${parts.join('; ')} (${source}).`;
}

const maxValues = 12;

/** A value on one line, cropped. */
function toShortText(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
