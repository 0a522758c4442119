import type { ConfiguredGenerator } from '../../../generators/contract/generator.ts';
import type { KeyFact, Layouts, DefaultValue } from '../../../generators/contract/model.ts';
import type { Site } from '../../model/site.ts';
import type { OpenPost } from '../../model/snapshot.ts';
import type { Vocabulary } from '../vocabulary/index.ts';
import { nobody, vocabularyOf } from '../vocabulary/index.ts';
import { memoize } from '../../../text/memo.ts';
import { declaredFor } from './declared.ts';
import { namedSchemas } from './named.ts';
import type { DeclaredSchema, KeySchema } from './schema.ts';
import { mergedKeys } from './schema.ts';

/** Everything known about the front matter of one post; `vocabulary` holds until the next question about another post. */
export interface Knowledge {
  /** What the posts beside this one say. */
  readonly vocabulary: Vocabulary;
  /** What the project declares, the strongest first. */
  readonly declared: readonly DeclaredSchema[];
  /** The keys of all that is declared as one. */
  readonly declaredKeys: ReadonlyMap<string, KeySchema>;
  /** Keys the generator gives a meaning in this collection, in its own order. */
  readonly facts: ReadonlyMap<string, KeyFact>;
  /** Declared keys and the generator's as one. */
  readonly keys: ReadonlyMap<string, KeySchema>;
  /** What the configuration gives where the post is silent. */
  readonly defaultValues: ReadonlyMap<string, DefaultValue>;
}

type Fixed = Omit<Knowledge, 'vocabulary'>;

const nothing: Fixed = {
  declared: [],
  declaredKeys: new Map(),
  facts: new Map(),
  keys: new Map(),
  defaultValues: new Map(),
};

/**
 * What is known of a post's front matter. Where sources contradict each other the earlier counts: JSON Schemas that the writer
 * names, Astro's collections, Decap's or Sveltia's, Pages CMS's, Front Matter CMS's, the generator, the configuration, the posts
 * beside this one. A document without a site knows nothing.
 */
export function knowledgeOf(open: OpenPost): Knowledge {
  const { site, post } = open;
  return { ...fixedKnowledge(open), vocabulary: site && post ? vocabularyOf(site, post) : nobody };
}

const fixedKnowledge = memoize(({ site, post, document, settings }: OpenPost): Fixed => {
  if (!site) return nothing;
  const { generator } = site;
  const declared = post ? declaredFor(site, post, namedSchemas(document.text, post.path, settings)) : [];
  const declaredKeys = declared.reduce<ReadonlyMap<string, KeySchema>>(
    (keys, schema) => mergedKeys(keys, schema.keys),
    new Map(),
  );
  const facts = generator.keys.filter(
    ({ collections }) => !collections || !post || collections.includes(post.collection.name),
  );
  const ofGenerator = new Map(facts.map((fact) => [fact.key, asSchema(fact, generator)]));
  return {
    declared,
    declaredKeys,
    facts: new Map(facts.map((fact) => [fact.key, fact])),
    keys: mergedKeys(declaredKeys, ofGenerator),
    defaultValues: (post && generator.defaultValues?.(post.path)) ?? new Map(),
  };
});

function asSchema({ type, description, url, values }: KeyFact, { name }: ConfiguredGenerator): KeySchema {
  return {
    types: [type],
    description,
    source: name,
    ...(url !== undefined && { url }),
    ...(values && { proposals: values }),
  };
}

/** The layouts that a site has files for. */
export function layoutsOf({ generator, files }: Site): Layouts {
  return layoutsAmong(files, generator);
}

const layoutsAmong = memoize(
  (files: Site['files'], generator: Site['generator']): Layouts =>
    generator.layouts?.(files) ?? { names: [], isComplete: false },
);
