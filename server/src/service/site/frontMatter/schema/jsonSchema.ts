import { isRecord } from '../../../generators/shared/configurationFile.ts';
import { isRefused, compileScriptPattern } from '../../../text/pattern.ts';
import type { Scalar } from '../vocabulary/values.ts';
import type { DeclaredSchema, KeySchema, SchemaType, ValueSchema } from './schema.ts';

type Node = Readonly<Record<string, unknown>>;

/** What `additionalProperties: false` means: the build refuses other keys, or it passes over them, as Astro does. */
export type OtherKeys = 'refused' | 'dropped';

/** References in references, and maps in maps, are followed to this depth. */
const deepest = 12;

/**
 * The practical part of JSON Schema (drafts 4 to 2020-12) as a description of front matter: types, enumerations, formats of dates,
 * properties, required keys, items, combinations and references within the file. What it does not know (`not`, `if`,
 * `patternProperties`, other files) restricts nothing.
 */
export function readJsonSchema(data: unknown, source: string, otherKeys: OtherKeys): DeclaredSchema {
  const root = isRecord(data) ? data : {};
  const { keys, isClosed } = new Reader(root, source, otherKeys).value(root, 0);
  return { source, keys: keys ?? new Map(), isClosed: isClosed === true };
}

class Reader {
  constructor(
    private readonly root: Node,
    private readonly source: string,
    private readonly otherKeys: OtherKeys,
  ) {}

  value(written: unknown, depth: number): ValueSchema {
    const node = this.resolved(written, depth);
    if (!node || depth > deepest) return {};
    const own = this.own(node, depth);
    const all = listOf(node.allOf).map((each) => this.value(each, depth + 1));
    const either = [node.anyOf, node.oneOf]
      .map((each) => this.either(listOf(each), depth))
      .filter((each) => each !== undefined);
    return [...all, ...either].reduce<ValueSchema>(both, own);
  }

  private own(node: Node, depth: number): ValueSchema {
    const types = typesOf(node);
    const values = enumerated(node);
    const properties = isRecord(node.properties) ? this.properties(node, node.properties, depth) : undefined;
    const pattern = typeof node.pattern === 'string' ? compileScriptPattern(node.pattern) : undefined;
    return {
      ...(types && { types }),
      ...(values && { values }),
      ...(properties && { keys: properties }),
      ...(node.additionalProperties === false &&
        !node.patternProperties &&
        this.otherKeys === 'refused' && { isClosed: true }),
      ...(node.items !== undefined && !Array.isArray(node.items) && { items: this.value(node.items, depth + 1) }),
      ...(Array.isArray(node.examples) && { proposals: node.examples.filter(isScalar) }),
      ...(pattern && !isRefused(pattern) && { pattern }),
      ...bounds(node),
    };
  }

  private properties(node: Node, properties: Node, depth: number): ReadonlyMap<string, KeySchema> {
    const required = new Set(listOf(node.required));
    return new Map(
      Object.entries(properties).map(([key, each]) => [key, this.key(each, required.has(key), depth + 1)]),
    );
  }

  private key(written: unknown, isRequired: boolean, depth: number): KeySchema {
    const node = this.resolved(written, depth) ?? {};
    const description = text(node.markdownDescription) ?? text(node.description) ?? text(node.title);
    return {
      ...this.value(written, depth),
      source: this.source,
      isStrict: true,
      ...(description !== undefined && { description }),
      ...(isRequired && node.default === undefined && { isRequired }),
      ...(node.deprecated === true && { isDeprecated: true }),
      ...(node.default !== undefined && { defaultValue: node.default }),
    };
  }

  /** What holds of at least one of several descriptions: a kind or value is possible when one of them has it. */
  private either(nodes: readonly unknown[], depth: number): ValueSchema | undefined {
    const choices = nodes
      .map((node) => this.value(node, depth + 1))
      .filter(({ types }) => types === undefined || types.length > 0);
    if (choices.length < 2) return choices[0];
    const every = <Part>(part: (choice: ValueSchema) => Part | undefined): Part[] | undefined => {
      const parts = choices.map(part);
      return parts.every((each) => each !== undefined) ? parts : undefined;
    };
    const types = every((choice) => choice.types)?.flat();
    const values = every((choice) => choice.values)?.flat();
    const proposals = choices.flatMap((choice) => choice.values ?? choice.proposals ?? []);
    const maps = choices.flatMap(({ keys }) => (keys ? [keys] : []));
    const items = choices.find((choice) => choice.items)?.items;
    const keys = maps.length === 1 && choices.length === 1 ? maps[0] : maps.length > 0 ? optional(maps) : undefined;
    return {
      ...(types && { types: [...new Set(types)] }),
      ...(values ? { values } : proposals.length > 0 && { proposals }),
      ...(items &&
        choices.every((choice) => choice.items || (choice.types && !choice.types.includes('list'))) && { items }),
      ...(keys && { keys }),
    };
  }

  /** `$ref: "#/definitions/post"` stands for what it names, with what is written beside it. */
  private resolved(written: unknown, depth: number): Node | undefined {
    if (!isRecord(written)) return undefined;
    const reference = text(written.$ref);
    if (reference === undefined) return written;
    if (depth > deepest || !reference.startsWith('#')) return {};
    const path = reference
      .slice(1)
      .split('/')
      .slice(1)
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    const target = path.reduce<unknown>(
      (node, name) => (isRecord(node) && Object.hasOwn(node, name) ? node[name] : undefined),
      this.root,
    );
    const found = this.resolved(target, depth + 1);
    const { $ref: _reference, ...beside } = written;
    return found ? { ...found, ...beside } : {};
  }
}

/** What holds of both descriptions. */
function both(first: ValueSchema, second: ValueSchema): ValueSchema {
  const keys = first.keys && second.keys ? new Map([...second.keys, ...first.keys]) : (first.keys ?? second.keys);
  const types =
    first.types && second.types
      ? first.types.filter((type) => second.types!.includes(type))
      : (first.types ?? second.types);
  return { ...second, ...first, ...(keys && { keys }), ...(types && types.length > 0 && { types }) };
}

/** The keys of any of several maps, none of them required. */
function optional(maps: readonly ReadonlyMap<string, KeySchema>[]): ReadonlyMap<string, KeySchema> {
  return new Map(
    maps.flatMap((keys) =>
      [...keys].map(([key, { isRequired: _required, values: _values, ...schema }]) => [key, schema] as const),
    ),
  );
}

const kinds: Readonly<Record<string, SchemaType | undefined>> = {
  string: 'string',
  boolean: 'boolean',
  number: 'number',
  integer: 'number',
  array: 'list',
  object: 'map',
};

/** Undefined for any kind; empty for `null` alone, which an absent value is. */
function typesOf(node: Node): SchemaType[] | undefined {
  const isDate = node.format === 'date' || node.format === 'date-time' || node.format === 'unix-time';
  const names = Array.isArray(node.type) ? node.type : node.type === undefined ? [] : [node.type];
  if (names.length === 0) return isDate ? ['date'] : node.properties ? ['map'] : undefined;
  const found = names.flatMap((name) => kinds[String(name)] ?? []);
  return isDate ? found.map((type) => (type === 'string' || type === 'number' ? 'date' : type)) : found;
}

function enumerated(node: Node): Scalar[] | undefined {
  if (isScalar(node.const)) return [node.const];
  if (!Array.isArray(node.enum) || !node.enum.every((each) => isScalar(each) || each === null)) return undefined;
  return node.enum.filter(isScalar);
}

function bounds(node: Node): Pick<ValueSchema, 'minimum' | 'maximum'> {
  const minimum = number(node.minimum) ?? number(node.minLength) ?? number(node.minItems);
  const maximum = number(node.maximum) ?? number(node.maxLength) ?? number(node.maxItems);
  return { ...(minimum !== undefined && { minimum }), ...(maximum !== undefined && { maximum }) };
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
