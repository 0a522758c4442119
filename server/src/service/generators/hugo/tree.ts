import type { SiteView } from '../contract/model.ts';
import { memoize } from '../../text/memo.ts';
import { dirname, joinPath } from '../../text/paths.ts';
import type { CascadeSet } from './cascade.ts';
import { cascadeSets, withCascades } from './cascade.ts';
import type { Place } from './place.ts';
import { contentExtensions, placeOf } from './place.ts';
import type { HugoSettings, LanguageSettings } from './settings.ts';
import type { Data } from './values.ts';
import { loweredKeys } from './values.ts';

/** What Hugo makes of a content file by its place alone. */
export type Kind = 'home' | 'section' | 'taxonomy' | 'term' | 'page';

/** A section that has a file of its own, as pages below it see it. */
export interface Section {
  /** Below `content`; '' for the home page. */
  readonly folder: string;
  readonly path: string;
  /** Its front matter with what is handed down to it. */
  readonly data: Data;
  /** What it hands down: its own sets, then those from above. */
  readonly cascade: readonly CascadeSet[];
}

/** The sections of a site and the bundles in it; worked out once for as long as no file comes, goes or affects others. */
export class ContentTree {
  private readonly sections = new Map<string, Section | undefined>();
  private readonly bundles = new Map<string, string | undefined>();
  private readonly indexes = new Map<string, readonly string[]>();

  constructor(
    private readonly settings: HugoSettings,
    private readonly siteView: SiteView,
  ) {}

  /** The section file of exactly this folder in a language. */
  section(folder: string, language: LanguageSettings): Section | undefined {
    const key = `${language.code}\n${folder}`;
    if (!this.sections.has(key)) this.sections.set(key, this.readSection(folder, language));
    return this.sections.get(key);
  }

  /** Sections with files that hold a folder, the nearest first; the folder itself is one of them. */
  sectionsAbove(folder: string, language: LanguageSettings): Section[] {
    return upwards(folder)
      .map((each) => this.section(each, language))
      .filter((each) => each !== undefined);
  }

  /** What is handed down to things in a folder. */
  cascadeFor(folder: string, language: LanguageSettings): readonly CascadeSet[] {
    return this.sectionsAbove(folder, language)[0]?.cascade ?? this.settings.cascade;
  }

  /** The path of the `index.md` to whose bundle a file belongs as a resource; undefined for a page of its own. */
  bundleOf(folder: string, base: string): string | undefined {
    const own = base === 'index' && this.index(folder) !== undefined;
    const above = upwards(folder).slice(own ? 1 : 0);
    return above
      .reverse()
      .map((each) => this.index(each))
      .find((each) => each !== undefined);
  }

  /** The path of a folder's `index.md` that makes a leaf bundle of it; with an `_index.md` beside it, it makes none. */
  index(folder: string): string | undefined {
    if (!this.bundles.has(folder))
      this.bundles.set(folder, this.files(folder, '_index').length > 0 ? undefined : this.files(folder, 'index')[0]);
    return this.bundles.get(folder);
  }

  /** Files of a base name in a folder, in any language. */
  files(folder: string, base: string): readonly string[] {
    const key = joinPath(folder, base);
    const before = this.indexes.get(key);
    if (before) return before;
    const { content, languageCodes } = this.settings;
    const bases = [base, ...[...languageCodes].map((code) => `${base}.${code}`)];
    const found = content.flatMap(({ source, target }) => {
      const below =
        target === ''
          ? folder
          : folder === target
            ? ''
            : folder.startsWith(`${target}/`)
              ? folder.slice(target.length + 1)
              : undefined;
      if (below === undefined) return [];
      const start = joinPath(source, below);
      if (start !== '' && !this.siteView.hasFolder(start)) return [];
      return contentExtensions
        .flatMap((extension) => bases.map((each) => joinPath(start, `${each}.${extension}`)))
        .filter((path) => this.isContent(path));
    });
    this.indexes.set(key, found);
    return found;
  }

  /** The place of a file that is a page of its own in a language; undefined for any other. */
  pageAt(path: string, language: LanguageSettings): Place | undefined {
    const place = placeOf(path, this.settings);
    return place?.language === language && this.bundleOf(place.folder, place.base) === undefined ? place : undefined;
  }

  private isContent(path: string): boolean {
    return (
      this.siteView.hasFile(path) &&
      (!/\.html?$/i.test(path) || this.siteView.getFrontMatter(path) !== undefined) &&
      placeOf(path, this.settings) !== undefined
    );
  }

  private readSection(folder: string, language: LanguageSettings): Section | undefined {
    const path = this.files(folder, '_index').find((each) => placeOf(each, this.settings)?.language === language);
    const place = path === undefined ? undefined : placeOf(path, this.settings);
    if (path === undefined || !place) return undefined;
    const own = loweredKeys(this.siteView.getFrontMatter(path)?.data);
    const above = folder === '' ? this.settings.cascade : this.cascadeFor(dirname(folder), language);
    const cascade = [...cascadeSets(own.cascade), ...above];
    return { folder, path, cascade, data: withCascades(own, cascade, targetOf(place)) };
  }
}

/** The tree of a site's content. */
export function treeOf(settings: HugoSettings, siteView: SiteView): ContentTree {
  return treeIn(siteView, settings);
}

const treeIn = memoize((siteView: SiteView, settings: HugoSettings) => new ContentTree(settings, siteView));

/** Folders from one up to the top, ''. */
function upwards(folder: string): string[] {
  const segments = folder === '' ? [] : folder.split('/');
  return [...segments.map((_, index) => segments.slice(0, segments.length - index).join('/')), ''];
}

/** The kind that a file's place makes it. */
export function kindOf({ base, folder, language }: Place): Kind {
  if (base !== '_index') return 'page';
  if (folder === '') return 'home';
  const first = folder.split('/')[0]!;
  if (!language.taxonomies.has(first)) return 'section';
  return first === folder ? 'taxonomy' : 'term';
}

/** A place as `_target` of a cascade sees it. */
export function targetOf(place: Place): {
  readonly kind: Kind;
  readonly language: string;
  readonly path: string;
  readonly logicalPath: string;
} {
  const { inner, folder, base, language } = place;
  const logicalPath = base === 'index' || base === '_index' ? `/${folder}` : `/${joinPath(folder, base)}`;
  return { kind: kindOf(place), language: language.code, path: `/${inner}`, logicalPath };
}
