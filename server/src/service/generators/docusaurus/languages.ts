import type { Languages } from '../contract/languages.ts';
import { createLanguage } from '../contract/languages.ts';
import { getPathWithin } from '../shared/values.ts';
import type { DocusaurusSettings } from './settings.ts';

/** Docusaurus' locales: `i18n/fr/docusaurus-plugin-content-blog/post.md` next to the default one's `blog/post.md`. */
export function docusaurusLanguages(settings: DocusaurusSettings): Languages {
  const { sources, defaultLocale, locales, localeLabels } = settings;
  return {
    all: [defaultLocale, ...locales].map((code) => createLanguage(code, localeLabels.get(code))),
    getLanguage: (path) => sourceAt(path, settings)?.locale ?? defaultLocale,
    getTranslationPaths: (path, code) => {
      const source = sourceAt(path, settings);
      const other = sources.find(
        ({ kind, name, locale }) => kind === source?.kind && name === source.name && (locale ?? defaultLocale) === code,
      );
      return source && other ? [`${other.folder}/${getPathWithin(source.folder, path)!}`] : [];
    },
  };
}

function sourceAt(path: string, { sources }: DocusaurusSettings): DocusaurusSettings['sources'][number] | undefined {
  return sources.find(({ folder }) => getPathWithin(folder, path) !== undefined);
}
