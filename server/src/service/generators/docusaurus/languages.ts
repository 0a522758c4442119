import { isRecord } from '../shared/configurationFile.ts';
import type { Languages } from '../contract/languages.ts';
import { language } from '../contract/languages.ts';
import { below } from '../shared/values.ts';
import type { DocusaurusSettings } from './settings.ts';
import { settingsOf } from './settings.ts';

/** Docusaurus' locales: `i18n/fr/docusaurus-plugin-content-blog/post.md` beside the default one's `blog/post.md`. */
export const docusaurusLanguages: Languages = {
  all: (configuration) => {
    const { defaultLocale, locales } = settingsOf(configuration);
    const { i18n } = configuration.data;
    const configs = isRecord(i18n) && isRecord(i18n.localeConfigs) ? i18n.localeConfigs : {};
    return [defaultLocale, ...locales].map((code) => {
      const config = configs[code];
      return language(code, isRecord(config) ? config.label : undefined);
    });
  },
  of: (path, configuration) => {
    const settings = settingsOf(configuration);
    return sourceAt(path, settings)?.locale ?? settings.defaultLocale;
  },
  paths: (path, code, configuration) => {
    const settings = settingsOf(configuration);
    const source = sourceAt(path, settings);
    const other = settings.sources.find(
      ({ kind, name, locale }) =>
        kind === source?.kind && name === source.name && (locale ?? settings.defaultLocale) === code,
    );
    return source && other ? [`${other.folder}/${below(source.folder, path)!}`] : [];
  },
};

function sourceAt(path: string, { sources }: DocusaurusSettings): DocusaurusSettings['sources'][number] | undefined {
  return sources.find(({ folder }) => below(folder, path) !== undefined);
}
