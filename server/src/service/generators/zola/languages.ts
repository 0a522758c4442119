import type { Languages } from '../contract/languages.ts';
import { createLanguage } from '../contract/languages.ts';
import { dirname } from '../../text/paths.ts';
import { fileOf } from './page.ts';
import type { ZolaSettings } from './settings.ts';

/** Zola's languages: `post.fr.md` beside the default one's `post.md` (`file_info.rs`). */
export function zolaLanguages(settings: ZolaSettings): Languages {
  const { defaultLanguage, languages } = settings;
  return {
    all: [defaultLanguage, ...languages].map((code) => createLanguage(code)),
    getLanguage: (path) => fileOf(path, settings)?.language,
    getTranslationPaths: (path, code) => {
      const file = fileOf(path, settings);
      return file ? [`${dirname(path)}/${file.name}${code === defaultLanguage ? '' : `.${code}`}.md`] : [];
    },
  };
}
