import type { Base } from '../shared/address.ts';
import { baseOf, joined } from '../shared/address.ts';
import { isRecord } from '../shared/configurationFile.ts';
import type { Configuration } from '../contract/generator.ts';
import type { PathTest } from '../shared/glob.ts';
import { globTest } from '../shared/glob.ts';
import { folderPath, textOf, textsOf } from '../shared/values.ts';

/** What of `astro.config.mjs` and `src/content.config.ts` decides where entries and pages are and how they are addressed. */
export interface AstroSettings {
  /** Undefined where code decides. */
  readonly base: Base | undefined;
  readonly origin: string | undefined;
  /** Whether addresses end with a slash. */
  readonly endsWithSlash: boolean;
  readonly sourceFolder: string;
  readonly publicFolder: string;
  readonly outputFolder: string;
  /** Those that name their own folder, by `glob`; the others are named as folders of `src/content`. */
  readonly collections: readonly CollectionSettings[];
  /** Addresses that `redirects` names. */
  readonly redirects: readonly string[];
  /** Whether plugins change Markdown: links among files, for example. */
  readonly hasMarkdownPlugins: boolean;
  /** Starlight makes pages of `src/content/docs`. */
  readonly hasStarlight: boolean;
}

/** A collection of the content layer (`content/loaders/glob.ts`). */
export interface CollectionSettings {
  readonly name: string;
  readonly folder: string;
  readonly matches: PathTest;
  /** Whether ids are made of paths in the usual way. */
  readonly hasUsualIds: boolean;
}

type Options = Readonly<Record<string, unknown>>;

const known = new WeakMap<Configuration['data'], AstroSettings>();

/** The settings in a configuration's literals, with Astro's defaults; read once. */
export function settingsOf({ data }: Configuration): AstroSettings {
  const before = known.get(data);
  if (before) return before;
  const settings = readSettings(
    isRecord(data.astro) ? data.astro : {},
    isRecord(data.collections) ? data.collections : {},
  );
  known.set(data, settings);
  return settings;
}

function readSettings(astro: Options, collections: Options): AstroSettings {
  const build = isRecord(astro.build) ? astro.build : {};
  const markdown = isRecord(astro.markdown) ? astro.markdown : {};
  const integrations: readonly unknown[] = Array.isArray(astro.integrations) ? astro.integrations : [];
  const sourceFolder = folderPath(textOf(astro.srcDir) ?? 'src');
  return {
    base:
      'base' in astro && typeof astro.base !== 'string'
        ? undefined
        : baseOf(typeof astro.base === 'string' ? joined(astro.base) : undefined),
    origin: baseOf(astro.site).origin,
    endsWithSlash:
      astro.trailingSlash === 'always' ||
      (astro.trailingSlash !== 'never' && (build.format ?? 'directory') === 'directory'),
    sourceFolder,
    publicFolder: folderPath(textOf(astro.publicDir) ?? 'public'),
    outputFolder: folderPath(textOf(astro.outDir) ?? 'dist'),
    collections: Object.entries(collections).flatMap(([name, value]) => collectionOf(name, value)),
    redirects: isRecord(astro.redirects) ? Object.keys(astro.redirects) : [],
    hasMarkdownPlugins:
      markdown.remarkPlugins !== undefined ||
      markdown.rehypePlugins !== undefined ||
      'remarkPlugins' in markdown ||
      'rehypePlugins' in markdown,
    hasStarlight: integrations.some((each) => isRecord(each) && each['()'] === 'starlight'),
  };
}

/** `defineCollection({ loader: glob({ pattern, base }) })`. */
function collectionOf(name: string, value: unknown): CollectionSettings[] {
  const options = argumentOf(value, 'defineCollection');
  const glob = options && argumentOf(options.loader, 'glob');
  if (
    !glob ||
    (typeof glob.base !== 'string' && glob.base !== undefined) ||
    (glob.base === undefined && 'base' in glob)
  )
    return [];
  const patterns = textsOf(glob.pattern);
  return [
    {
      name,
      folder: folderPath(glob.base ?? '.'),
      matches: patterns.length === 0 ? () => undefined : globTest(patterns),
      hasUsualIds: !('generateId' in glob) && !('...' in glob),
    },
  ];
}

/** The object that is the first argument of a call of this name. */
function argumentOf(value: unknown, name: string): Options | undefined {
  if (!isRecord(value) || value['()'] !== name) return undefined;
  const first: unknown = Array.isArray(value.arguments) ? value.arguments[0] : undefined;
  return isRecord(first) ? first : undefined;
}
