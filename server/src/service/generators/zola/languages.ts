import { folderOfPath } from '../shared/markdownFile.ts';
import type { Languages } from '../contract/languages.ts';
import { language } from '../contract/languages.ts';
import { fileOf } from './page.ts';
import { settingsOf } from './settings.ts';

/** Zola's languages: `post.fr.md` beside the default one's `post.md` (`file_info.rs`). */
export const zolaLanguages: Languages = {
  all: (configuration) => {
    const { defaultLanguage, languages } = settingsOf(configuration);
    return [defaultLanguage, ...languages].map((code) => language(code));
  },
  of: (path, configuration) => fileOf(path, settingsOf(configuration))?.language,
  paths: (path, code, configuration) => {
    const settings = settingsOf(configuration);
    const file = fileOf(path, settings);
    if (!file) return [];
    return [`${folderOfPath(path)}/${file.name}${code === settings.defaultLanguage ? '' : `.${code}`}.md`];
  },
};
