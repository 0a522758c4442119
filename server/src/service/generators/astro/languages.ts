import type { Languages } from '../contract/languages.ts';
import { createLanguage } from '../contract/languages.ts';
import { placeOf } from './place.ts';
import type { AstroSettings } from './settings.ts';

/** Languages of Astro's `i18n` setting, on sites that keep posts in folders named after them: `src/content/blog/fr/post.md`. */
export function astroLanguages(settings: AstroSettings): Languages {
  const { locales } = settings;
  return {
    isConvention: true,
    all: locales.map((code) => createLanguage(code)),
    getLanguage: (path) => {
      const first = placeOf(path, settings)?.inner.split('/')[0];
      return locales.find((code) => code === first) ?? locales[0];
    },
    getTranslationPaths: (path, code) => {
      const place = placeOf(path, settings);
      if (!place) return [];
      const [first, ...rest] = place.inner.split('/');
      const inner = rest.length > 0 && locales.includes(first!) ? rest.join('/') : place.inner;
      const inFolder = `${place.folder}/${code}/${inner}`;
      return code === locales[0] ? [`${place.folder}/${inner}`, inFolder] : [inFolder];
    },
  };
}
