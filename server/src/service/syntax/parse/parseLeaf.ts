import type { Root } from 'mdast';
import type { Dialect } from '../../dialects/dialect.ts';
import { possibleMark } from '../occurrences/manualFootnotes.ts';
import type { DefinedLabels } from './assumeDefined.ts';
import type { KeyedOccurrence, Source } from './keyedOccurrence.ts';
import { collect } from './collect.ts';
import type { MaskedLeaf } from './nestedTexts/leaf.ts';
import { mayHoldOccurrence } from './nestedTexts/spans.ts';
import { allLabels, parserOf } from './parser.ts';
import { parsePlainText } from './plainText.ts';

/** Left to the parser. */
const unusual = /[\0\ue000]/;

/** Returns what a leaf is and what its lines hold, given which labels are defined; offsets from its start. */
export function parseLeaf(
  source: Source,
  { hasText, own, isParagraph }: Omit<MaskedLeaf, 'start'>,
  dialect: Dialect,
  defined: DefinedLabels,
): readonly KeyedOccurrence[] {
  const { masked } = source;
  if (!hasText || !mayHoldOccurrence(masked)) return own;
  const found = collect(parseSpans(masked, isParagraph, dialect, defined), source, dialect);
  return own.length === 0
    ? found
    : [...own, ...found].sort((a, b) => a.occurrence.range.start - b.occurrence.range.start);
}

function parseSpans(text: string, isParagraph: boolean, dialect: Dialect, defined: DefinedLabels): Root {
  const isPlain = defined === allLabels && !possibleMark.test(text) && !unusual.test(text);
  const plain = isPlain ? parsePlainText(text, { start: 0, end: text.trimEnd().length }, dialect) : undefined;
  if (plain) return { type: 'root', children: [...plain] };
  const root = parserOf(dialect)(text, defined);
  if (isParagraph) return root;
  return {
    type: 'root',
    children: root.children.flatMap((node) => (node.type === 'paragraph' ? node.children : [node])),
  };
}
