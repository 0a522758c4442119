import type { Knowledge } from '../../site/frontMatter/schema/knowledge.ts';
import type { OpenPost } from '../../site/model/snapshot.ts';
import type { Entry, Pair } from '../../syntax/frontMatter/index.ts';
import type { Range } from '../../text/range.ts';
import type { KeyCaret } from '../frontMatter/caret.ts';
import { documentationOf, isShared, schemaOf, typeOfKey } from '../frontMatter/facts.ts';
import { keysInOrder } from '../frontMatter/order.ts';
import { keySnippet } from '../frontMatter/writing.ts';
import type { Completion } from '../results.ts';

/**
 * Keys that the front matter or the map at the caret lacks: those the author keeps in a comment, then those of the posts beside
 * it in their order, then declared ones and the generator's. Each comes with an empty value in the shape the posts give it.
 */
export function keyCompletions({ document, syntax }: OpenPost, caret: KeyCaret, knowledge: Knowledge): Completion[] {
  const { path, range, siblings } = caret;
  const entries = syntax.frontMatter?.entries ?? [];
  const present = new Set([
    ...siblings,
    ...keysIn(
      entries.filter(({ commented }) => !commented),
      path,
      range,
    ),
  ]);
  const aside = new Map(
    path.length > 0 ? [] : entries.filter(({ commented }) => commented).map((entry) => [entry.key, entry]),
  );
  const typed = document.text.slice(range.start, range.end);
  return ranked(caret, knowledge, [...aside.keys()])
    .filter((key) => !present.has(key) && /^[\w-]+$/.test(key))
    .map((key, index) => keyCompletion(key, { caret, knowledge, aside: aside.get(key), typed, index }));
}

/** The keys of the map with a path, but for the one at the caret. */
function keysIn(pairs: readonly Pair[], path: readonly string[], { start, end }: Range): string[] {
  const [first, ...rest] = path;
  if (first !== undefined) return keysIn(pairs.find(({ key }) => key === first)?.inner ?? [], rest, { start, end });
  return pairs.filter(({ keyRange }) => keyRange.end < start || keyRange.start > end).map(({ key }) => key);
}

function ranked({ path }: KeyCaret, knowledge: Knowledge, aside: readonly string[]): string[] {
  const { usual, others } = keysInOrder(knowledge.vocabulary, path);
  const declared = [...((path.length === 0 ? knowledge.keys : schemaOf(knowledge, path.join('.'))?.keys) ?? [])];
  const required = declared.filter(([, schema]) => schema.isRequired).map(([key]) => key);
  const known = declared.filter(([, schema]) => !schema.isDeprecated).map(([key]) => key);
  return [...new Set([...aside, ...required, ...usual, ...others, ...known])];
}

interface KeyContext {
  readonly caret: KeyCaret;
  readonly knowledge: Knowledge;
  /** The key in a comment of this post. */
  readonly aside: Entry | undefined;
  readonly typed: string;
  readonly index: number;
}

function keyCompletion(name: string, { caret, knowledge, aside, typed, index }: KeyContext): Completion {
  const { range, format, hasSeparator, path } = caret;
  const key = [...path, name].join('.');
  const type = typeOfKey(knowledge, key);
  const use = knowledge.vocabulary.keys.get(key);
  const schema = schemaOf(knowledge, key);
  const written = format === 'json' ? JSON.stringify(name) : name;
  const documentation = documentationOf(key, knowledge, aside);
  const hasValues =
    type === 'boolean' ||
    type === 'date' ||
    schema?.values !== undefined ||
    schema?.proposals !== undefined ||
    schema?.items?.values !== undefined ||
    (use !== undefined && isShared(key, use));
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
