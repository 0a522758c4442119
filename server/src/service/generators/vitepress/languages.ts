import type { Languages } from '../contract/languages.ts';
import { createLanguage } from '../contract/languages.ts';
import { joinPath } from '../../text/paths.ts';
import { sourceOf } from './routes.ts';
import type { Locale, VitepressSettings } from './settings.ts';

/** VitePress' `locales`: the root's pages, and those of the others in folders: `fr/guide/first.md` next to `guide/first.md`. */
export function vitepressLanguages(settings: VitepressSettings): Languages {
  const { locales, sourceFolder } = settings;
  const placeOf = (path: string): { readonly locale: Locale | undefined; readonly inner: string } | undefined => {
    const inner = sourceOf(path, settings);
    if (inner === undefined) return undefined;
    const locale = locales.find(({ folder }) => folder !== '' && inner.startsWith(`${folder}/`));
    return {
      locale: locale ?? locales.find(({ folder }) => folder === ''),
      inner: locale === undefined ? inner : inner.slice(locale.folder.length + 1),
    };
  };
  return {
    all: locales.map(({ code, label }) => createLanguage(code, label)),
    getLanguage: (path) => placeOf(path)?.locale?.code,
    getTranslationPaths: (path, code) => {
      const place = placeOf(path);
      const other = locales.find((each) => each.code === code);
      return place && other ? [joinPath(sourceFolder, other.folder, place.inner)] : [];
    },
  };
}
