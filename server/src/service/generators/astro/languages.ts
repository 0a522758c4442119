import { isRecord } from '../shared/configurationFile.ts';
import type { Configuration } from '../contract/generator.ts';
import type { Languages } from '../contract/languages.ts';
import { language } from '../contract/languages.ts';
import { textOf } from '../shared/values.ts';
import { placeOf } from './place.ts';
import { settingsOf } from './settings.ts';

/** Languages of Astro's `i18n` setting, on sites that keep posts in folders named after them: `src/content/blog/fr/post.md`. */
export const astroLanguages: Languages = {
  isHabit: true,
  all: (configuration) => codesOf(configuration).map((code) => language(code)),
  of: (path, configuration) => {
    const codes = codesOf(configuration);
    const first = placeOf(path, settingsOf(configuration))?.inner.split('/')[0];
    return codes.find((code) => code === first) ?? codes[0];
  },
  paths: (path, code, configuration) => {
    const codes = codesOf(configuration);
    const place = placeOf(path, settingsOf(configuration));
    if (!place) return [];
    const [first, ...rest] = place.inner.split('/');
    const inner = rest.length > 0 && codes.includes(first!) ? rest.join('/') : place.inner;
    const inFolder = `${place.folder}/${code}/${inner}`;
    return code === codes[0] ? [`${place.folder}/${inner}`, inFolder] : [inFolder];
  },
};

/** The default locale first; locales may be `{ path: 'french', codes: ['fr'] }`, whose path is what folders are named. */
function codesOf({ data }: Configuration): string[] {
  const i18n = isRecord(data.astro) && isRecord(data.astro.i18n) ? data.astro.i18n : {};
  const locales = (Array.isArray(i18n.locales) ? i18n.locales : [])
    .map((each: unknown) => textOf(isRecord(each) ? each.path : each))
    .filter((each) => each !== undefined);
  const own = textOf(i18n.defaultLocale);
  return own !== undefined && locales.includes(own) ? [own, ...locales.filter((code) => code !== own)] : [];
}
