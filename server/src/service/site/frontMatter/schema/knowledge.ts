import type { ConfiguredGenerator } from '../../../generators/contract/generator.ts';
import type { FrontMatterKey, Layouts, DefaultValue } from '../../../generators/contract/model.ts';
import type { Site } from '../../model/site.ts';
import type { OpenPost } from '../../model/snapshot.ts';
import type { Vocabulary } from '../vocabulary/index.ts';
import { emptyVocabulary, getVocabulary } from '../vocabulary/index.ts';
import { memoize } from '../../../text/memo.ts';
import { findDeclaredSchemas } from './declared.ts';
import { findNamedSchemas } from './named.ts';
import type { DeclaredSchema, KeySchema } from './schema.ts';
import { mergeKeys } from './schema.ts';

/** Everything known about the front matter of one post; `vocabulary` holds until the next question about another post. */
export interface FrontMatterModel {
  /** What the posts beside this one say. */
  readonly vocabulary: Vocabulary;
  /** What the project declares, the strongest first. */
  readonly declaredSchemas: readonly DeclaredSchema[];
  /** The keys of all that is declared as one. */
  readonly declaredKeys: ReadonlyMap<string, KeySchema>;
  /** Keys the generator gives a meaning in this collection, in its own order. */
  readonly keyFacts: ReadonlyMap<string, FrontMatterKey>;
  /** Declared keys and the generator's as one. */
  readonly keys: ReadonlyMap<string, KeySchema>;
  /** What the configuration gives where the post is silent. */
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
 * What is known of a post's front matter. Where sources contradict each other the earlier counts: JSON Schemas that the writer
 * names, Astro's collections, Decap's or Sveltia's, Pages CMS's, Front Matter CMS's, the generator, the configuration, the posts
 * beside this one. A document without a site knows nothing.
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

/** The layouts that a site has files for. */
export function findLayouts({ generator, files }: Site): Layouts {
  return computeLayouts(files, generator);
}

const computeLayouts = memoize(
  (files: Site['files'], generator: Site['generator']): Layouts =>
    generator.findLayouts?.(files) ?? { names: [], isComplete: false },
);
