import { readConfigurationFile } from '../../../generators/shared/configurationFile.ts';
import type { Post, Site } from '../../model/site.ts';
import { memoize, memoizeByName } from '../../../text/memo.ts';
import { readDecap } from './decap.ts';
import { readFrontMatterCms } from './frontMatterCms.ts';
import { readJsonSchema } from './jsonSchema.ts';
import { readPagesCms } from './pagesCms.ts';
import type { DeclaredSchema, SchemaFor } from './schema.ts';

/**
 * The schemas that the project keeps for a post, the strongest first: JSON Schemas that the writer named (paths), then Astro's
 * collections, Decap's or Sveltia's, Pages CMS's and Front Matter CMS's.
 */
export function declaredFor(
  { texts }: Site,
  { path, collection, frontMatter }: Pick<Post, 'path' | 'collection' | 'frontMatter'>,
  named: readonly string[],
): DeclaredSchema[] {
  const own = named.flatMap((file) => jsonSchemaAt(texts, file) ?? []);
  const data = frontMatter?.data ?? {};
  return [
    ...own,
    ...all(texts)
      .filter(({ applies }) => applies(path, data, collection.name))
      .map(({ schema }) => schema),
  ];
}

const all = memoize((texts: Site['texts']): readonly SchemaFor[] => [
  ...astro(texts),
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

/** `.astro/collections/blog.schema.json` is for `src/content/blog`, or wherever the generator finds that collection. */
function astro(texts: Site['texts']): SchemaFor[] {
  return [...texts.keys()].flatMap((file): SchemaFor[] => {
    const name = /^\.astro\/collections\/(.+)\.schema\.json$/.exec(file)?.[1];
    const schema = name === undefined ? undefined : jsonSchemaAt(texts, file);
    return schema
      ? [
          {
            schema,
            applies: (path, _data, collection) =>
              path.startsWith(`src/content/${name}/`) || (collection === name && !path.startsWith('src/content/')),
          },
        ]
      : [];
  });
}

const jsonSchemaAt = memoizeByName((texts: Site['texts'], file: string): DeclaredSchema | undefined => {
  const text = texts.get(file);
  if (text === undefined) return undefined;
  const { data } = readConfigurationFile(file, text);
  return readJsonSchema(data, file, file.startsWith('.astro/') ? 'dropped' : 'refused');
});
