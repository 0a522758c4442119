import { readConfigurationFile } from '../../../generators/shared/configurationFile.ts';
import type { ConfiguredGenerator } from '../../../generators/contract/generator.ts';
import type { Post, Site } from '../../model/site.ts';
import { readDecap } from './decap.ts';
import { readFrontMatterCms } from './frontMatterCms.ts';
import { memoize, memoizeByName } from '../../../text/memo.ts';
import type { OtherKeys } from './jsonSchema.ts';
import { readJsonSchema } from './jsonSchema.ts';
import { readPagesCms } from './pagesCms.ts';
import type { DeclaredSchema, SchemaFor } from './schema.ts';

/**
 * The schemas that the project keeps for a post, the strongest first: JSON Schemas that the writer named (paths), then those that the
 * generator writes, Decap's or Sveltia's, Pages CMS's and Front Matter CMS's.
 */
export function declaredFor(
  { texts, generator }: Site,
  { path, collection, frontMatter }: Pick<Post, 'path' | 'collection' | 'frontMatter'>,
  named: readonly string[],
): DeclaredSchema[] {
  const own = named.flatMap((file) => jsonSchemas.refused(texts, file) ?? []);
  const data = frontMatter?.data ?? {};
  return [
    ...own,
    ...allSchemas(texts, generator)
      .filter(({ applies }) => applies(path, data, collection.name))
      .map(({ schema }) => schema),
  ];
}

const allSchemas = memoize((texts: Site['texts'], generator: ConfiguredGenerator): readonly SchemaFor[] => [
  ...writtenSchemas(texts, generator),
  ...filesLike(texts, /(?:^|\/)(?:admin|cms)\/config\.ya?ml$/, readDecap),
  ...filesLike(texts, /^\.pages\.ya?ml$/, readPagesCms),
  ...readFrontMatterCms(texts),
]);

function filesLike(
  texts: Site['texts'],
  name: RegExp,
  reader: (file: string, text: string) => SchemaFor[],
): SchemaFor[] {
  return [...texts].filter(([path]) => name.test(path)).flatMap(([path, text]) => reader(path, text));
}

/** JSON Schemas that the generator writes, each for a collection; its build drops keys that they do not have. */
function writtenSchemas(texts: Site['texts'], { collectionDescribedBy }: ConfiguredGenerator): SchemaFor[] {
  return [...texts.keys()].flatMap((file): SchemaFor[] => {
    const name = collectionDescribedBy?.(file);
    const schema = name === undefined ? undefined : jsonSchemas.dropped(texts, file);
    return schema ? [{ schema, applies: (_path, _keys, collection) => collection === name }] : [];
  });
}

const jsonSchemas: Readonly<Record<OtherKeys, (texts: Site['texts'], file: string) => DeclaredSchema | undefined>> = {
  refused: memoizeByName((texts, file) => readSchema(texts, file, 'refused')),
  dropped: memoizeByName((texts, file) => readSchema(texts, file, 'dropped')),
};

function readSchema(texts: Site['texts'], file: string, otherKeys: OtherKeys): DeclaredSchema | undefined {
  const text = texts.get(file);
  return text === undefined ? undefined : readJsonSchema(readConfigurationFile(file, text).data, file, otherKeys);
}
