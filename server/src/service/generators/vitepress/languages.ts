import type { Languages } from '../contract/languages.ts';
import { createLanguage } from '../contract/languages.ts';
import { joinPath } from '../../text/paths.ts';
import { getSourcePath } from './routes.ts';
import type { Locale, VitepressSettings } from './settings.ts';

/** Creates the languages of VitePress' `locales`: pages of the root locale, and those of others in folders: `fr/guide/first.md` for `guide/first.md`. */
export function createVitepressLanguages(settings: VitepressSettings): Languages {
  const { locales, sourceFolder } = settings;
  const parseLocalePath = (
    path: string,
  ): { readonly locale: Locale | undefined; readonly sourcePath: string } | undefined => {
    const sourcePath = getSourcePath(path, settings);
    if (sourcePath === undefined) return undefined;
    const locale = locales.find(({ folder }) => folder !== '' && sourcePath.startsWith(`${folder}/`));
    return {
      locale: locale ?? locales.find(({ folder }) => folder === ''),
      sourcePath: locale === undefined ? sourcePath : sourcePath.slice(locale.folder.length + 1),
    };
  };
  return {
    all: locales.map(({ code, label }) => createLanguage(code, label)),
    getLanguage: (path) => parseLocalePath(path)?.locale?.code,
    getTranslationPaths: (path, code) => {
      const localePath = parseLocalePath(path);
      const other = locales.find((each) => each.code === code);
      return localePath && other ? [joinPath(sourceFolder, other.folder, localePath.sourcePath)] : [];
    },
  };
}
