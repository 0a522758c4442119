import type { FrontMatterModel } from '../../site/frontMatter/schema/frontMatterModel.ts';
import type { OpenPost } from '../../site/model/snapshot.ts';
import type { Entry, Pair } from '../../syntax/frontMatter/index.ts';
import type { Range } from '../../text/range.ts';
import type { KeyCaret } from '../frontMatter/caret.ts';
import { describeKey, isWorthProposing, findSchema, inferType } from '../frontMatter/keyInfo.ts';
import { rankKeysByUse } from '../frontMatter/order.ts';
import { keySnippet } from '../frontMatter/keySnippet.ts';
import type { Completion } from '../results.ts';

/**
 * Keys that the front matter or the map at the caret lacks: those that are commented out in it, then those of the other
 * posts in their order, then declared ones and the generator's. Each has an empty value as the other posts write it.
 */
export function keyCompletions({ document, syntax }: OpenPost, caret: KeyCaret, model: FrontMatterModel): Completion[] {
  const { path, range, siblings } = caret;
  const entries = syntax.frontMatter?.entries ?? [];
  const present = new Set([
    ...siblings,
    ...otherKeys(
      entries.filter(({ commented }) => !commented),
      path,
      range,
    ),
  ]);
  const commentedEntries = new Map(
    path.length > 0 ? [] : entries.filter(({ commented }) => commented).map((entry) => [entry.key, entry]),
  );
  const typed = document.text.slice(range.start, range.end);
  return rankCandidates(caret, model, [...commentedEntries.keys()])
    .filter((key) => !present.has(key) && /^[\w-]+$/.test(key))
    .map((key, index) => toKeyCompletion(key, { caret, model, commented: commentedEntries.get(key), typed, index }));
}

/** The keys of the map with a path, but for the one at the caret. */
function otherKeys(pairs: readonly Pair[], path: readonly string[], { start, end }: Range): string[] {
  const [first, ...rest] = path;
  if (first !== undefined)
    return otherKeys(pairs.find(({ key }) => key === first)?.children ?? [], rest, { start, end });
  return pairs.filter(({ keyRange }) => keyRange.end < start || keyRange.start > end).map(({ key }) => key);
}

function rankCandidates({ path }: KeyCaret, model: FrontMatterModel, commentedEntries: readonly string[]): string[] {
  const { usual, others } = rankKeysByUse(model.vocabulary, path);
  const declared = [...((path.length === 0 ? model.keys : findSchema(model, path.join('.'))?.keys) ?? [])];
  const required = declared.filter(([, schema]) => schema.isRequired).map(([key]) => key);
  const available = declared.filter(([, schema]) => !schema.isDeprecated).map(([key]) => key);
  return [...new Set([...commentedEntries, ...required, ...usual, ...others, ...available])];
}

interface KeyContext {
  readonly caret: KeyCaret;
  readonly model: FrontMatterModel;
  /** The key in a comment of this post. */
  readonly commented: Entry | undefined;
  readonly typed: string;
  readonly index: number;
}

function toKeyCompletion(name: string, { caret, model, commented, typed, index }: KeyContext): Completion {
  const { range, format, hasSeparator, path } = caret;
  const key = [...path, name].join('.');
  const type = inferType(model, key);
  const use = model.vocabulary.keys.get(key);
  const schema = findSchema(model, key);
  const written = format === 'json' ? JSON.stringify(name) : name;
  const documentation = describeKey(key, model, commented);
  const hasValues =
    type === 'boolean' ||
    type === 'date' ||
    schema?.values !== undefined ||
    schema?.proposals !== undefined ||
    schema?.items?.values !== undefined ||
    (use !== undefined && isWorthProposing(key, use));
  const detail = type === undefined || type === 'nothing' ? undefined : type;
  return {
    label: name,
    kind: 'key',
    edit: { range, newText: hasSeparator ? written : keySnippet(name, type, use, format) },
    ...(!hasSeparator && { snippet: true as const }),
    ...(detail !== undefined && { detail }),
    ...(documentation !== '' && { documentation }),
    sortText: String(index).padStart(4, '0'),
    ...(typed.startsWith('"') && { filterText: written }),
    ...(!hasSeparator && hasValues && { again: true as const }),
  };
}
