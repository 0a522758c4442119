import type { Languages } from '../contract/languages.ts';
import { language } from '../contract/languages.ts';
import { below } from '../shared/values.ts';
import type { DocusaurusSettings } from './settings.ts';

/** Docusaurus' locales: `i18n/fr/docusaurus-plugin-content-blog/post.md` next to the default one's `blog/post.md`. */
export function docusaurusLanguages(settings: DocusaurusSettings): Languages {
  const { sources, defaultLocale, locales, localeLabels } = settings;
  return {
    all: [defaultLocale, ...locales].map((code) => language(code, localeLabels.get(code))),
    of: (path) => sourceAt(path, settings)?.locale ?? defaultLocale,
    paths: (path, code) => {
      const source = sourceAt(path, settings);
      const other = sources.find(
        ({ kind, name, locale }) => kind === source?.kind && name === source.name && (locale ?? defaultLocale) === code,
      );
      return source && other ? [`${other.folder}/${below(source.folder, path)!}`] : [];
    },
  };
}

function sourceAt(path: string, { sources }: DocusaurusSettings): DocusaurusSettings['sources'][number] | undefined {
  return sources.find(({ folder }) => below(folder, path) !== undefined);
}
