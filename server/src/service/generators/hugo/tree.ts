import type { SiteView } from '../contract/model.ts';
import { memoize } from '../../text/memo.ts';
import { dirname, joinPath } from '../../text/paths.ts';
import type { Cascade } from './cascade.ts';
import { readCascades, applyCascades } from './cascade.ts';
import type { HugoFile } from './file.ts';
import { contentExtensions, parseHugoPath } from './file.ts';
import type { HugoSettings, LanguageSettings } from './settings.ts';
import type { Data } from './values.ts';
import { toLowerCaseKeys } from './values.ts';

/** Hugo's kind of a page, by the path of its file. */
export type Kind = 'home' | 'section' | 'taxonomy' | 'term' | 'page';

/** A section with an `_index` file. */
export interface Section {
  /** Below `content`; '' for the home page. */
  readonly folder: string;
  readonly path: string;
  /** Its front matter with the values of cascades. */
  readonly data: Data;
  /** Cascades for pages below it: those of the section, then those from above. */
  readonly cascade: readonly Cascade[];
}

/** The sections and bundles of a site, computed once for each `SiteView`. */
export class ContentTree {
  private readonly sections = new Map<string, Section | undefined>();
  private readonly bundles = new Map<string, string | undefined>();
  private readonly indexes = new Map<string, readonly string[]>();

  constructor(
    private readonly settings: HugoSettings,
    private readonly siteView: SiteView,
  ) {}

  /** Returns the section of exactly this folder in a language; undefined where it has no `_index` file. */
  getSection(folder: string, language: LanguageSettings): Section | undefined {
    const key = `${language.code}\n${folder}`;
    if (!this.sections.has(key)) this.sections.set(key, this.readSection(folder, language));
    return this.sections.get(key);
  }

  /** Returns the sections with files of a folder and the folders above it, the nearest first. */
  getSectionsAbove(folder: string, language: LanguageSettings): Section[] {
    return getFoldersUpwards(folder)
      .map((each) => this.getSection(each, language))
      .filter((each) => each !== undefined);
  }

  /** Returns the cascades for pages in a folder. */
  getCascade(folder: string, language: LanguageSettings): readonly Cascade[] {
    return this.getSectionsAbove(folder, language)[0]?.cascade ?? this.settings.cascade;
  }

  /** Returns the path of the `index.md` of the bundle in which a file is a resource; undefined for a page. */
  findBundle(folder: string, baseName: string): string | undefined {
    const own = baseName === 'index' && this.findLeafBundle(folder) !== undefined;
    const above = getFoldersUpwards(folder).slice(own ? 1 : 0);
    return above
      .reverse()
      .map((each) => this.findLeafBundle(each))
      .find((each) => each !== undefined);
  }

  /** Returns the path of the `index.md` of a leaf bundle; undefined for a folder without one, or with an `_index.md` too. */
  findLeafBundle(folder: string): string | undefined {
    if (!this.bundles.has(folder))
      this.bundles.set(
        folder,
        this.findFiles(folder, '_index').length > 0 ? undefined : this.findFiles(folder, 'index')[0],
      );
    return this.bundles.get(folder);
  }

  /** Returns the paths of files with a base name in a folder, in any language. */
  findFiles(folder: string, baseName: string): readonly string[] {
    const key = joinPath(folder, baseName);
    const cached = this.indexes.get(key);
    if (cached) return cached;
    const { content, languageCodes } = this.settings;
    const baseNames = [baseName, ...[...languageCodes].map((code) => `${baseName}.${code}`)];
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
        .flatMap((extension) => baseNames.map((each) => joinPath(start, `${each}.${extension}`)))
        .filter((path) => this.isContent(path));
    });
    this.indexes.set(key, found);
    return found;
  }

  /** Parses the path of a page in a language; undefined for a resource or a file of another language. */
  parsePagePath(path: string, language: LanguageSettings): HugoFile | undefined {
    const file = parseHugoPath(path, this.settings);
    return file?.language === language && this.findBundle(file.folder, file.baseName) === undefined ? file : undefined;
  }

  private isContent(path: string): boolean {
    return (
      this.siteView.hasFile(path) &&
      (!/\.html?$/i.test(path) || this.siteView.getFrontMatter(path) !== undefined) &&
      parseHugoPath(path, this.settings) !== undefined
    );
  }

  private readSection(folder: string, language: LanguageSettings): Section | undefined {
    const path = this.findFiles(folder, '_index').find(
      (each) => parseHugoPath(each, this.settings)?.language === language,
    );
    const file = path === undefined ? undefined : parseHugoPath(path, this.settings);
    if (path === undefined || !file) return undefined;
    const ownData = toLowerCaseKeys(this.siteView.getFrontMatter(path)?.data);
    const above = folder === '' ? this.settings.cascade : this.getCascade(dirname(folder), language);
    const cascade = [...readCascades(ownData.cascade), ...above];
    return { folder, path, cascade, data: applyCascades(ownData, cascade, toCascadeTarget(file)) };
  }
}

/** Returns the content tree of a site, cached by its view. */
export function getContentTree(settings: HugoSettings, siteView: SiteView): ContentTree {
  return cachedTree(siteView, settings);
}

const cachedTree = memoize((siteView: SiteView, settings: HugoSettings) => new ContentTree(settings, siteView));

/** Returns a folder and those above it, up to ''. */
function getFoldersUpwards(folder: string): string[] {
  const segments = folder === '' ? [] : folder.split('/');
  return [...segments.map((_, index) => segments.slice(0, segments.length - index).join('/')), ''];
}

/** Returns the kind of a file's page. */
export function getKind({ baseName, folder, language }: HugoFile): Kind {
  if (baseName !== '_index') return 'page';
  if (folder === '') return 'home';
  const first = folder.split('/')[0]!;
  if (!language.taxonomies.has(first)) return 'section';
  return first === folder ? 'taxonomy' : 'term';
}

/** Converts a file to what `_target` of a cascade matches. */
export function toCascadeTarget(file: HugoFile): {
  readonly kind: Kind;
  readonly language: string;
  readonly path: string;
  readonly logicalPath: string;
} {
  const { contentPath, folder, baseName, language } = file;
  const logicalPath = baseName === 'index' || baseName === '_index' ? `/${folder}` : `/${joinPath(folder, baseName)}`;
  return { kind: getKind(file), language: language.code, path: `/${contentPath}`, logicalPath };
}
