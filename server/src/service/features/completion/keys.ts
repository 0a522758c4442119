import type { OpenPost } from '../../site/snapshot.ts';
import type { Entry } from '../../syntax/frontMatter.ts';
import type { KeyCaret } from '../frontMatter/caret.ts';
import type { Knowledge } from '../frontMatter/facts.ts';
import { documentationOf, isShared, typeOfKey } from '../frontMatter/facts.ts';
import { keysInOrder } from '../frontMatter/order.ts';
import { keySnippet } from '../frontMatter/writing.ts';
import type { Completion } from '../results.ts';

/**
 * Keys that the front matter lacks: those the author keeps in a comment, then those of the posts beside it in their order,
 * then the generator's. Each comes with an empty value in the shape the posts give it.
 */
export function keyCompletions({ document, syntax }: OpenPost, caret: KeyCaret, knowledge: Knowledge): Completion[] {
  const entries = syntax.frontMatter?.entries ?? [];
  const { start, end } = caret.range;
  const present = new Set(entries.filter((entry) => !entry.commented && (entry.keyRange.end < start || entry.keyRange.start > end)).map(({ key }) => key));
  const { usual, others } = keysInOrder(knowledge.vocabulary);
  const aside = new Map(entries.filter((entry) => entry.commented).map((entry) => [entry.key, entry]));
  const keys = new Set([...aside.keys(), ...usual, ...others, ...knowledge.facts.keys()]);
  return [...keys]
    .filter((key) => !present.has(key) && /^[\w-]+$/.test(key))
    .map((key, index) => keyCompletion(key, { caret, knowledge, aside: aside.get(key), typed: document.text.slice(start, end), index }));
}

interface KeyContext {
  readonly caret: KeyCaret;
  readonly knowledge: Knowledge;
  /** The key in a comment of this post. */
  readonly aside: Entry | undefined;
  readonly typed: string;
  readonly index: number;
}

function keyCompletion(key: string, { caret, knowledge, aside, typed, index }: KeyContext): Completion {
  const { range, format, hasSeparator } = caret;
  const type = typeOfKey(knowledge, key);
  const use = knowledge.vocabulary.keys.get(key);
  const name = format === 'json' ? JSON.stringify(key) : key;
  const documentation = documentationOf(key, knowledge, aside);
  const hasValues = type === 'boolean' || type === 'date' || knowledge.facts.get(key)?.values !== undefined || (use !== undefined && isShared(key, use));
  const detail = type === undefined || type === 'nothing' ? undefined : type;
  return {
    label: key,
    kind: 'key',
    edit: { range, newText: hasSeparator ? name : keySnippet(key, type, use, format) },
    ...(!hasSeparator && { snippet: true as const }),
    ...(detail !== undefined && { detail }),
    ...(documentation !== '' && { documentation }),
    sortText: String(index).padStart(4, '0'),
    ...(typed.startsWith('"') && { filterText: name }),
    ...(!hasSeparator && hasValues && { again: true as const }),
  };
}
