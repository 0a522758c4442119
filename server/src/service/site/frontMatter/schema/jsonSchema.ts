import { isRecord } from '../../../generators/shared/configurationFile.ts';
import { isRefused, compileScriptPattern } from '../../../text/pattern.ts';
import type { Scalar } from '../vocabulary/values.ts';
import type { DeclaredSchema, KeySchema, SchemaType, ValueSchema } from './schema.ts';

type Node = Readonly<Record<string, unknown>>;

/** What `additionalProperties: false` means: the build refuses other keys, or drops them, as Astro does. */
export type AdditionalPropertiesPolicy = 'refused' | 'dropped';

/** Nested references and nested maps are followed to this depth. */
const maxDepth = 12;

/**
 * Reads the practical part of JSON Schema (drafts 4 to 2020-12) as a description of front matter: types, enumerations, formats of
 * dates, properties, required keys, items, combinations and references within the file. What it does not read (`not`, `if`,
 * `patternProperties`, other files) restricts nothing. Never throws: data that is no schema describes no keys.
 */
export function readJsonSchema(data: unknown, source: string, policy: AdditionalPropertiesPolicy): DeclaredSchema {
  const root = isRecord(data) ? data : {};
  const { keys, isClosed } = new JsonSchemaReader(root, source, policy).readValue(root, 0);
  return { source, keys: keys ?? new Map(), isClosed: isClosed === true };
}

class JsonSchemaReader {
  constructor(
    private readonly root: Node,
    private readonly source: string,
    private readonly policy: AdditionalPropertiesPolicy,
  ) {}

  readValue(written: unknown, depth: number): ValueSchema {
    const node = this.resolveReference(written, depth);
    if (!node || depth > maxDepth) return {};
    const ownSchema = this.readOwnKeywords(node, depth);
    const allOf = toArray(node.allOf).map((each) => this.readValue(each, depth + 1));
    const alternatives = [node.anyOf, node.oneOf]
      .map((each) => this.readAlternatives(toArray(each), depth))
      .filter((each) => each !== undefined);
    return [...allOf, ...alternatives].reduce<ValueSchema>(intersectSchemas, ownSchema);
  }

  private readOwnKeywords(node: Node, depth: number): ValueSchema {
    const types = parseTypes(node);
    const values = parseEnum(node);
    const properties = isRecord(node.properties) ? this.readProperties(node, node.properties, depth) : undefined;
    const pattern = typeof node.pattern === 'string' ? compileScriptPattern(node.pattern) : undefined;
    return {
      ...(types && { types }),
      ...(values && { values }),
      ...(properties && { keys: properties }),
      ...(node.additionalProperties === false &&
        !node.patternProperties &&
        this.policy === 'refused' && { isClosed: true }),
      ...(node.items !== undefined && !Array.isArray(node.items) && { items: this.readValue(node.items, depth + 1) }),
      ...(Array.isArray(node.examples) && { proposals: node.examples.filter(isScalar) }),
      ...(pattern && !isRefused(pattern) && { pattern }),
      ...parseBounds(node),
    };
  }

  private readProperties(node: Node, properties: Node, depth: number): ReadonlyMap<string, KeySchema> {
    const required = new Set(toArray(node.required));
    return new Map(
      Object.entries(properties).map(([key, each]) => [key, this.readKey(each, required.has(key), depth + 1)]),
    );
  }

  private readKey(written: unknown, isRequired: boolean, depth: number): KeySchema {
    const node = this.resolveReference(written, depth) ?? {};
    const description =
      toNonEmptyString(node.markdownDescription) ?? toNonEmptyString(node.description) ?? toNonEmptyString(node.title);
    return {
      ...this.readValue(written, depth),
      source: this.source,
      isStrict: true,
      ...(description !== undefined && { description }),
      ...(isRequired && node.default === undefined && { isRequired }),
      ...(node.deprecated === true && { isDeprecated: true }),
      ...(node.default !== undefined && { defaultValue: node.default }),
    };
  }

  /** Reads `anyOf` or `oneOf`: a type or value is allowed where one of the alternatives allows it. */
  private readAlternatives(nodes: readonly unknown[], depth: number): ValueSchema | undefined {
    const alternatives = nodes
      .map((node) => this.readValue(node, depth + 1))
      .filter(({ types }) => types === undefined || types.length > 0);
    if (alternatives.length < 2) return alternatives[0];
    const mapIfAll = <Part>(part: (choice: ValueSchema) => Part | undefined): Part[] | undefined => {
      const parts = alternatives.map(part);
      return parts.every((each) => each !== undefined) ? parts : undefined;
    };
    const types = mapIfAll((choice) => choice.types)?.flat();
    const values = mapIfAll((choice) => choice.values)?.flat();
    const proposals = alternatives.flatMap((choice) => choice.values ?? choice.proposals ?? []);
    const maps = alternatives.flatMap(({ keys }) => (keys ? [keys] : []));
    const items = alternatives.find((choice) => choice.items)?.items;
    const keys =
      maps.length === 1 && alternatives.length === 1
        ? maps[0]
        : maps.length > 0
          ? mergeAlternativeKeys(maps)
          : undefined;
    return {
      ...(types && { types: [...new Set(types)] }),
      ...(values ? { values } : proposals.length > 0 && { proposals }),
      ...(items &&
        alternatives.every((choice) => choice.items || (choice.types && !choice.types.includes('list'))) && { items }),
      ...(keys && { keys }),
    };
  }

  /** Replaces `$ref: "#/definitions/post"` by the schema it names; keywords next to it override. */
  private resolveReference(written: unknown, depth: number): Node | undefined {
    if (!isRecord(written)) return undefined;
    const reference = toNonEmptyString(written.$ref);
    if (reference === undefined) return written;
    if (depth > maxDepth || !reference.startsWith('#')) return {};
    const path = reference
      .slice(1)
      .split('/')
      .slice(1)
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    const target = path.reduce<unknown>(
      (node, name) => (isRecord(node) && Object.hasOwn(node, name) ? node[name] : undefined),
      this.root,
    );
    const referenced = this.resolveReference(target, depth + 1);
    const { $ref: _reference, ...overrides } = written;
    return referenced ? { ...referenced, ...overrides } : {};
  }
}

/** Returns what both schemas allow. */
function intersectSchemas(first: ValueSchema, second: ValueSchema): ValueSchema {
  const keys = first.keys && second.keys ? new Map([...second.keys, ...first.keys]) : (first.keys ?? second.keys);
  const types =
    first.types && second.types
      ? first.types.filter((type) => second.types!.includes(type))
      : (first.types ?? second.types);
  return { ...second, ...first, ...(keys && { keys }), ...(types && types.length > 0 && { types }) };
}

/** The keys of any of several maps, none of them required. */
function mergeAlternativeKeys(maps: readonly ReadonlyMap<string, KeySchema>[]): ReadonlyMap<string, KeySchema> {
  return new Map(
    maps.flatMap((keys) =>
      [...keys].map(([key, { isRequired: _required, values: _values, ...schema }]) => [key, schema] as const),
    ),
  );
}

const schemaTypes: Readonly<Record<string, SchemaType | undefined>> = {
  string: 'string',
  boolean: 'boolean',
  number: 'number',
  integer: 'number',
  array: 'list',
  object: 'map',
};

/** Returns undefined for any type; an empty list for `null` alone, which an absent value is. */
function parseTypes(node: Node): SchemaType[] | undefined {
  const isDate = node.format === 'date' || node.format === 'date-time' || node.format === 'unix-time';
  const names = Array.isArray(node.type) ? node.type : node.type === undefined ? [] : [node.type];
  if (names.length === 0) return isDate ? ['date'] : node.properties ? ['map'] : undefined;
  const types = names.flatMap((name) => schemaTypes[String(name)] ?? []);
  return isDate ? types.map((type) => (type === 'string' || type === 'number' ? 'date' : type)) : types;
}

function parseEnum(node: Node): Scalar[] | undefined {
  if (isScalar(node.const)) return [node.const];
  if (!Array.isArray(node.enum) || !node.enum.every((each) => isScalar(each) || each === null)) return undefined;
  return node.enum.filter(isScalar);
}

function parseBounds(node: Node): Pick<ValueSchema, 'minimum' | 'maximum'> {
  const minimum = toNumber(node.minimum) ?? toNumber(node.minLength) ?? toNumber(node.minItems);
  const maximum = toNumber(node.maximum) ?? toNumber(node.maxLength) ?? toNumber(node.maxItems);
  return { ...(minimum !== undefined && { minimum }), ...(maximum !== undefined && { maximum }) };
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function toArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function toNonEmptyString(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function toNumber(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
