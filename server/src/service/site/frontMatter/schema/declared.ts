import { readConfigurationFile } from '../../../generators/shared/configurationFile.ts';
import type { Post, Site } from '../../model/site.ts';
import { readDecap } from './decap.ts';
import { readFrontMatterCms } from './frontMatterCms.ts';
import { readJsonSchema } from './jsonSchema.ts';
import { readPagesCms } from './pagesCms.ts';
import type { DeclaredSchema, SchemaFor } from './schema.ts';

const known = new WeakMap<Site['texts'], readonly SchemaFor[]>();
const jsonSchemas = new WeakMap<Site['texts'], Map<string, DeclaredSchema>>();

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

function all(texts: Site['texts']): readonly SchemaFor[] {
  let found = known.get(texts);
  if (!found)
    known.set(
      texts,
      (found = [
        ...astro(texts),
        ...filesLike(texts, /(?:^|\/)(?:admin|cms)\/config\.ya?ml$/, readDecap),
        ...filesLike(texts, /^\.pages\.ya?ml$/, readPagesCms),
        ...readFrontMatterCms(texts),
      ]),
    );
  return found;
}

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

function jsonSchemaAt(texts: Site['texts'], file: string): DeclaredSchema | undefined {
  let byFile = jsonSchemas.get(texts);
  if (!byFile) jsonSchemas.set(texts, (byFile = new Map()));
  const before = byFile.get(file);
  const text = texts.get(file);
  if (before || text === undefined) return before;
  const schema = readJsonSchema(
    readConfigurationFile(file, text).data,
    file,
    file.startsWith('.astro/') ? 'dropped' : 'refused',
  );
  byFile.set(file, schema);
  return schema;
}
