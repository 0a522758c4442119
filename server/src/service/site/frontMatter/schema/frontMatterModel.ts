import type { ConfiguredGenerator } from '../../../generators/contract/generator.ts';
import type { FrontMatterKey, Layouts, DefaultValue } from '../../../generators/contract/model.ts';
import type { Site } from '../../model/site.ts';
import type { OpenPost } from '../../model/snapshot.ts';
import type { Vocabulary } from '../vocabulary/index.ts';
import { emptyVocabulary, getVocabulary } from '../vocabulary/index.ts';
import { memoize } from '../../../text/memo.ts';
import { findDeclaredSchemas } from './declaredSchemas.ts';
import { findNamedSchemas } from './namedSchemas.ts';
import type { DeclaredSchema, KeySchema } from './schema.ts';
import { mergeKeys } from './schema.ts';

/** Everything known about the front matter of one post; `vocabulary` is valid until that of another post is requested. */
export interface FrontMatterModel {
  /** What the other posts of the collection say. */
  readonly vocabulary: Vocabulary;
  /** What the project declares, in order of precedence. */
  readonly declaredSchemas: readonly DeclaredSchema[];
  /** The keys of all declared schemas, merged. */
  readonly declaredKeys: ReadonlyMap<string, KeySchema>;
  /** Keys that have a meaning for the generator in this collection, in its order. */
  readonly keyFacts: ReadonlyMap<string, FrontMatterKey>;
  /** Declared keys and the generator's, merged. */
  readonly keys: ReadonlyMap<string, KeySchema>;
  /** Values from the configuration for keys that the post does not have. */
  readonly defaultValues: ReadonlyMap<string, DefaultValue>;
}

type DeclaredModel = Omit<FrontMatterModel, 'vocabulary'>;

const emptyModel: DeclaredModel = {
  declaredSchemas: [],
  declaredKeys: new Map(),
  keyFacts: new Map(),
  keys: new Map(),
  defaultValues: new Map(),
};

/**
 * Returns what is known of a post's front matter. Sources in order of precedence: JSON Schemas that the writer names, Astro's
 * collections, Decap's or Sveltia's, Pages CMS's, Front Matter CMS's, the generator, the configuration, the other posts. The model
 * of a document without a site is empty.
 */
export function getFrontMatterModel(open: OpenPost): FrontMatterModel {
  const { site, post } = open;
  return { ...buildDeclaredModel(open), vocabulary: site && post ? getVocabulary(site, post) : emptyVocabulary };
}

const buildDeclaredModel = memoize(({ site, post, document, settings }: OpenPost): DeclaredModel => {
  if (!site) return emptyModel;
  const { generator } = site;
  const declaredSchemas = post
    ? findDeclaredSchemas(site, post, findNamedSchemas(document.text, post.path, settings))
    : [];
  const declaredKeys = declaredSchemas.reduce<ReadonlyMap<string, KeySchema>>(
    (keys, schema) => mergeKeys(keys, schema.keys),
    new Map(),
  );
  const facts = generator.frontMatterKeys.filter(
    ({ collections }) => !collections || !post || collections.includes(post.collection.name),
  );
  const generatorSchemas = new Map(facts.map((fact) => [fact.key, toKeySchema(fact, generator)]));
  return {
    declaredSchemas,
    declaredKeys,
    keyFacts: new Map(facts.map((fact) => [fact.key, fact])),
    keys: mergeKeys(declaredKeys, generatorSchemas),
    defaultValues: (post && generator.getDefaultValues?.(post.path)) ?? new Map(),
  };
});

function toKeySchema({ type, description, url, values }: FrontMatterKey, { name }: ConfiguredGenerator): KeySchema {
  return {
    types: [type],
    description,
    source: name,
    ...(url !== undefined && { url }),
    ...(values && { proposals: values }),
  };
}

/** Returns the layouts that a site has files for. */
export function findLayouts({ generator, files }: Site): Layouts {
  return computeLayouts(files, generator);
}

const computeLayouts = memoize(
  (files: Site['files'], generator: Site['generator']): Layouts =>
    generator.findLayouts?.(files) ?? { names: [], isComplete: false },
);
