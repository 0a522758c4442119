import type { Languages } from '../contract/languages.ts';
import { createLanguage } from '../contract/languages.ts';
import { getPathWithin } from '../shared/values.ts';
import type { DocusaurusSettings } from './settings.ts';

/** Creates Docusaurus' locales: `i18n/fr/docusaurus-plugin-content-blog/post.md` for `blog/post.md` of the default locale. */
export function createDocusaurusLanguages(settings: DocusaurusSettings): Languages {
  const { contentPlugins, defaultLocale, locales, localeLabels } = settings;
  return {
    all: [defaultLocale, ...locales].map((code) => createLanguage(code, localeLabels.get(code))),
    getLanguage: (path) => findContentPlugin(path, settings)?.locale ?? defaultLocale,
    getTranslationPaths: (path, code) => {
      const plugin = findContentPlugin(path, settings);
      const other = contentPlugins.find(
        ({ kind, name, locale }) => kind === plugin?.kind && name === plugin.name && (locale ?? defaultLocale) === code,
      );
      return plugin && other ? [`${other.folder}/${getPathWithin(plugin.folder, path)!}`] : [];
    },
  };
}

function findContentPlugin(
  path: string,
  { contentPlugins }: DocusaurusSettings,
): DocusaurusSettings['contentPlugins'][number] | undefined {
  return contentPlugins.find(({ folder }) => getPathWithin(folder, path) !== undefined);
}
