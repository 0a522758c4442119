import type { Languages } from '../contract/languages.ts';
import { createLanguage } from '../contract/languages.ts';
import { getExtension } from '../shared/values.ts';
import { dirname, joinPath } from '../../text/paths.ts';
import { mountOf, placeOf } from './place.ts';
import type { HugoSettings } from './settings.ts';

/** Hugo's languages: content in a folder or mount of its own, or `post.fr.md` where languages share one (`hugofs/language_*`). */
export function hugoLanguages(settings: HugoSettings): Languages {
  const { languages, defaultLanguage } = settings;
  const others = [...languages.values()].filter(({ code }) => code !== defaultLanguage.code);
  return {
    all: [defaultLanguage, ...others].map(({ code, name }) => createLanguage(code, name)),
    getLanguage: (path) => placeOf(path, settings)?.language.code,
    getTranslationPaths: (path, code) => pathsIn(path, code, settings),
  };
}

function pathsIn(path: string, code: string, settings: HugoSettings): string[] {
  const place = placeOf(path, settings);
  const mount = mountOf(path, settings.content);
  if (!place || !mount) return [];
  const parallel = settings.content.filter(
    ({ target, languages }) => target === mount.target && languages.includes(code),
  );
  const own = parallel.find(({ languages }) => languages[0] === code) ?? parallel[0];
  if (!own) return [];
  const folder = joinPath(own.source, dirname(path).slice(mount.source === '' ? 0 : mount.source.length + 1));
  const [plain, marked] = ['', `.${code}`].map((suffix) =>
    joinPath(folder, `${place.base}${suffix}${getExtension(path)}`),
  ) as [string, string];
  return own.languages[0] === code ? [plain, marked] : [marked];
}
