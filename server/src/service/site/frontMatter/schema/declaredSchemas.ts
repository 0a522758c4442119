import { readConfigurationFile } from '../../../generators/shared/configurationFile.ts';
import type { ConfiguredGenerator } from '../../../generators/contract/generator.ts';
import type { Post, Site } from '../../model/site.ts';
import { readDecap } from './decap.ts';
import { readFrontMatterCms } from './frontMatterCms.ts';
import { memoize, memoizeByName } from '../../../text/memo.ts';
import type { AdditionalPropertiesPolicy } from './jsonSchema.ts';
import { readJsonSchema } from './jsonSchema.ts';
import { readPagesCms } from './pagesCms.ts';
import type { DeclaredSchema, ScopedSchema } from './schema.ts';

/**
 * Returns the schemas that the project has for a post, in order of precedence: JSON Schemas that the writer named (paths), then
 * those that the generator writes, Decap's or Sveltia's, Pages CMS's and Front Matter CMS's.
 */
export function findDeclaredSchemas(
  { texts, generator }: Site,
  { path, collection, frontMatter }: Pick<Post, 'path' | 'collection' | 'frontMatter'>,
  namedSchemas: readonly string[],
): DeclaredSchema[] {
  const writerSchemas = namedSchemas.flatMap((file) => jsonSchemaReaders.refused(texts, file) ?? []);
  const data = frontMatter?.data ?? {};
  return [
    ...writerSchemas,
    ...readAllSchemas(texts, generator)
      .filter(({ appliesTo }) => appliesTo(path, data, collection.name))
      .map(({ schema }) => schema),
  ];
}

const readAllSchemas = memoize((texts: Site['texts'], generator: ConfiguredGenerator): readonly ScopedSchema[] => [
  ...readGeneratedSchemas(texts, generator),
  ...readMatchingFiles(texts, /(?:^|\/)(?:admin|cms)\/config\.ya?ml$/, readDecap),
  ...readMatchingFiles(texts, /^\.pages\.ya?ml$/, readPagesCms),
  ...readFrontMatterCms(texts),
]);

function readMatchingFiles(
  texts: Site['texts'],
  name: RegExp,
  reader: (file: string, text: string) => ScopedSchema[],
): ScopedSchema[] {
  return [...texts].filter(([path]) => name.test(path)).flatMap(([path, text]) => reader(path, text));
}

/** Reads the JSON Schemas that the generator writes, each for a collection; its build drops keys that they do not have. */
function readGeneratedSchemas(
  texts: Site['texts'],
  { getCollectionOfSchema: collectionDescribedBy }: ConfiguredGenerator,
): ScopedSchema[] {
  return [...texts.keys()].flatMap((file): ScopedSchema[] => {
    const name = collectionDescribedBy?.(file);
    const schema = name === undefined ? undefined : jsonSchemaReaders.dropped(texts, file);
    return schema ? [{ schema, appliesTo: (_path, _keys, collection) => collection === name }] : [];
  });
}

const jsonSchemaReaders: Readonly<
  Record<AdditionalPropertiesPolicy, (texts: Site['texts'], file: string) => DeclaredSchema | undefined>
> = {
  refused: memoizeByName((texts, file) => readSchema(texts, file, 'refused')),
  dropped: memoizeByName((texts, file) => readSchema(texts, file, 'dropped')),
};

function readSchema(
  texts: Site['texts'],
  file: string,
  policy: AdditionalPropertiesPolicy,
): DeclaredSchema | undefined {
  const text = texts.get(file);
  return text === undefined ? undefined : readJsonSchema(readConfigurationFile(file, text).data, file, policy);
}
