import type { Languages } from '../contract/languages.ts';
import { createLanguage } from '../contract/languages.ts';
import { dirname } from '../../text/paths.ts';
import { parseZolaPath } from './page.ts';
import type { ZolaSettings } from './settings.ts';

/** Creates Zola's languages: `post.fr.md` next to `post.md` of the default language (`file_info.rs`). */
export function createZolaLanguages(settings: ZolaSettings): Languages {
  const { defaultLanguage, languages } = settings;
  return {
    all: [defaultLanguage, ...languages].map((code) => createLanguage(code)),
    getLanguage: (path) => parseZolaPath(path, settings)?.language,
    getTranslationPaths: (path, code) => {
      const file = parseZolaPath(path, settings);
      return file ? [`${dirname(path)}/${file.name}${code === defaultLanguage ? '' : `.${code}`}.md`] : [];
    },
  };
}
