import type { Languages } from '../contract/languages.ts';
import { createLanguage } from '../contract/languages.ts';
import { parseAstroPath } from './file.ts';
import type { AstroSettings } from './settings.ts';

/** Creates the languages of Astro's `i18n` setting, with a folder for each: `src/content/blog/fr/post.md`. */
export function createAstroLanguages(settings: AstroSettings): Languages {
  const { locales } = settings;
  return {
    isConvention: true,
    all: locales.map((code) => createLanguage(code)),
    getLanguage: (path) => {
      const first = parseAstroPath(path, settings)?.relativePath.split('/')[0];
      return locales.find((code) => code === first) ?? locales[0];
    },
    getTranslationPaths: (path, code) => {
      const file = parseAstroPath(path, settings);
      if (!file) return [];
      const [first, ...rest] = file.relativePath.split('/');
      const relativePath = rest.length > 0 && locales.includes(first!) ? rest.join('/') : file.relativePath;
      const inFolder = `${file.folder}/${code}/${relativePath}`;
      return code === locales[0] ? [`${file.folder}/${relativePath}`, inFolder] : [inFolder];
    },
  };
}
