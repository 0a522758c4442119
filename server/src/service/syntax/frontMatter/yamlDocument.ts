import type { Alias, Document, Node, Pair as YamlPair, YAMLError } from 'yaml';
import { isAlias, isCollection, isMap, isPair, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Range } from '../../text/range.ts';
import type { FrontMatterError, Pair } from './index.ts';
import type { YamlOptions } from './options.ts';
import { findRefusals } from './yamlRefusals.ts';
import { isNestedTooDeeply } from './nesting.ts';
import { setOwn } from './parsedContent.ts';
import { parsePlainScalar } from './yamlScalar.ts';

/** One parse by the YAML library; offsets into the content parsed, moved by `base`. */
export interface ParsedYaml {
  readonly pairs: readonly Pair[];
  /** The first defect, in the library's words; undefined for none. */
  readonly error: { readonly range: Range; readonly code: string; readonly message: string } | undefined;
  /** The content is nothing, comments or keys; not a text or a list. */
  readonly isMapping: boolean;
  /** What the library takes and the engine does not; empty where there is an error. */
  readonly refusals: readonly FrontMatterError[];
}

/** More nodes than any front matter has: aliases of aliases can be made to grow without end. */
const maxNodes = 20_000;
/** Keys within maps are distinguished to this depth. */
const maxChildDepth = 3;

/** Parses a YAML content; never throws. */
export function parseYaml(content: string, base: number, options: YamlOptions = {}): ParsedYaml {
  if (isNestedTooDeeply(content)) return toDepthError(content, base);
  try {
    const document = parseDocument(content, {
      version: '1.1',
      schema: 'failsafe',
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    });
    const conversion = new Conversion(document, content, base);
    const pairs = isMap(document.contents) ? conversion.toPairs(document.contents.items) : [];
    const failure = document.errors[0];
    const error = failure
      ? { range: toErrorRange(failure, base), code: failure.code, message: failure.message }
      : conversion.error;
    const refusals = error ? [] : findRefusals(document, { content, base }, options);
    return { pairs, error, isMapping: isEmpty(document.contents) || isMap(document.contents), refusals };
  } catch {
    return toDepthError(content, base);
  }
}

function toDepthError(content: string, base: number): ParsedYaml {
  return {
    pairs: [],
    error: {
      range: { start: base, end: base + content.length },
      code: 'IMPOSSIBLE',
      message: 'it is nested too deeply',
    },
    isMapping: true,
    refusals: [],
  };
}

function isEmpty(contents: Node | null): boolean {
  return contents === null || (isScalar(contents) && contents.type === 'PLAIN' && contents.source === '');
}

function toErrorRange(error: YAMLError, base: number): Range {
  return { start: base + error.pos[0], end: base + error.pos[1] };
}

/** Turns nodes into data as Ruby's YAML does, with their ranges. */
class Conversion {
  error: ParsedYaml['error'];
  private nodes = 0;
  private targets: ReadonlyMap<Alias, Node> | undefined;

  constructor(
    private readonly document: Document,
    private readonly content: string,
    private readonly base: number,
  ) {}

  toPairs(items: readonly YamlPair[], depth = 0): Pair[] {
    const found: Pair[] = [];
    for (const item of items) {
      const key = item.key as Node | null;
      const value = item.value as Node | null;
      if (!key?.range || (!value?.range && this.document.errors.length > 0)) continue;
      if (isMergeKey(key) && value) found.push(...this.toMergedPairs(value, key));
      else found.push(this.toPair(key, value, depth));
    }
    return found;
  }

  private toPair(key: Node, value: Node | null, depth: number): Pair {
    const keyRange = this.toRange(key);
    const data = this.toData(value);
    const valueRange =
      !value || isNothing(value)
        ? findAfterColon(this.content, keyRange.end - this.base, this.base)
        : this.toRange(value);
    const items =
      value && isSeq(value)
        ? value.items.map((item) => ({ value: this.toData(item as Node), range: this.toRange(item as Node) }))
        : undefined;
    const children =
      value && isMap(value) && depth < maxChildDepth ? this.toPairs(value.items as YamlPair[], depth + 1) : undefined;
    return {
      key: this.toKeyName(key),
      keyRange,
      value: data,
      valueRange,
      ...(items && { items }),
      ...(children && { children }),
    };
  }

  /** `<<: *other` stands for the other's keys where they are not written here. */
  private toMergedPairs(value: Node, key: Node): Pair[] {
    const data = this.toData(value);
    const sources = Array.isArray(data) ? data.toReversed() : [data];
    const merged = Object.assign(
      {},
      ...sources.filter((source) => typeof source === 'object' && source !== null),
    ) as Record<string, unknown>;
    return Object.entries(merged).map(([name, each]) => ({
      key: name,
      keyRange: this.toRange(key),
      value: each,
      valueRange: this.toRange(value),
    }));
  }

  private toKeyName(key: Node): string {
    if (isScalar(key)) return typeof key.value === 'string' ? key.value : '';
    return JSON.stringify(this.toData(key)) ?? '';
  }

  private toData(node: Node | null): unknown {
    if (++this.nodes > maxNodes) throw new RangeError('Too many nodes');
    if (isScalar(node))
      return node.type === 'PLAIN' && (!node.tag || node.tag === '!') && !isTaggedText(this.content, node)
        ? parsePlainScalar(String(node.source ?? ''))
        : node.value;
    if (isAlias(node)) return this.resolveAlias(node);
    if (isSeq(node))
      return node.items.map((item) => (isPair(item) ? this.toMapping([item]) : this.toData(item as Node)));
    if (isMap(node)) return this.toMapping(node.items);
    return null;
  }

  private resolveAlias(alias: Alias): unknown {
    this.targets ??= findAliasTargets(this.document);
    const target = this.targets.get(alias);
    if (target && !(isCollection(target) && target.range![1] >= alias.range![1])) return this.toData(target);
    this.error ??= { range: this.toRange(alias), code: 'BAD_ALIAS', message: 'Unresolved alias' };
    return null;
  }

  private toMapping(items: readonly YamlPair[]): Record<string, unknown> {
    const data: Record<string, unknown> = {};
    for (const item of items) {
      const key = item.key as Node | null;
      const value = item.value as Node | null;
      if (key && isMergeKey(key) && value) {
        const merged = this.toData(value);
        for (const source of Array.isArray(merged) ? merged.toReversed() : [merged]) Object.assign(data, source);
      } else if (key) setOwn(data, this.toKeyName(key), this.toData(value));
    }
    return data;
  }

  /** From a node's first character to its last one, line breaks and comments after it left out. */
  private toRange(node: Node): Range {
    const [start, end] = node.range!;
    const last = findLastEnd(node, end);
    const trimmed = this.content.slice(start, last).trimEnd().length;
    return { start: this.base + start, end: this.base + start + trimmed };
  }
}

/** The node each alias stands for: the last one before it with its anchor. The library looks through the document for each. */
function findAliasTargets(document: Document): Map<Alias, Node> {
  const anchored = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  visit(document, {
    Node: (_key, node) => {
      if (isAlias(node)) {
        const target = anchored.get(node.source);
        if (target) targets.set(node, target);
      } else if (node.anchor) anchored.set(node.anchor, node);
    },
  });
  return targets;
}

function isMergeKey(key: Node): boolean {
  return isScalar(key) && key.type === 'PLAIN' && key.source === '<<';
}

function isNothing(value: Node): boolean {
  return isScalar(value) && value.type === 'PLAIN' && value.source === '' && value.range![0] === value.range![1];
}

/** `!!str 5` is a text. */
function isTaggedText(content: string, node: Node): boolean {
  return /!!?str[ \t]*$/.test(content.slice(Math.max(0, node.range![0] - 10), node.range![0]));
}

function findAfterColon(content: string, keyEnd: number, base: number): Range {
  const colon = content.indexOf(':', keyEnd);
  const at = base + (colon < 0 ? keyEnd : colon + 1);
  return { start: at, end: at };
}

/** Where the last written node of a block collection ends; the collection's own end counts blank lines and comments. */
function findLastEnd(node: Node, end: number): number {
  if (!isCollection(node) || node.flow) return end;
  const last: unknown = node.items.at(-1);
  const inner = isPair(last) ? ((last.value as Node | null)?.range ? last.value : last.key) : last;
  const range = (inner as Node | null | undefined)?.range;
  return range ? Math.max(findLastEnd(inner as Node, range[1]), node.range![0]) : end;
}
