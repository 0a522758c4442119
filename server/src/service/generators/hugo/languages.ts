import type { Languages } from '../contract/languages.ts';
import { createLanguage } from '../contract/languages.ts';
import { getExtension } from '../shared/values.ts';
import { dirname, joinPath } from '../../text/paths.ts';
import { findMount, parseHugoPath } from './file.ts';
import type { HugoSettings } from './settings.ts';

/** Creates Hugo's languages: a content folder or mount for each, or `post.fr.md` where languages share one (`hugofs/language_*`). */
export function createHugoLanguages(settings: HugoSettings): Languages {
  const { languages, defaultLanguage } = settings;
  const others = [...languages.values()].filter(({ code }) => code !== defaultLanguage.code);
  return {
    all: [defaultLanguage, ...others].map(({ code, name }) => createLanguage(code, name)),
    getLanguage: (path) => parseHugoPath(path, settings)?.language.code,
    getTranslationPaths: (path, code) => getTranslationPaths(path, code, settings),
  };
}

function getTranslationPaths(path: string, code: string, settings: HugoSettings): string[] {
  const file = parseHugoPath(path, settings);
  const mount = findMount(path, settings.content);
  if (!file || !mount) return [];
  const parallel = settings.content.filter(
    ({ target, languages }) => target === mount.target && languages.includes(code),
  );
  const own = parallel.find(({ languages }) => languages[0] === code) ?? parallel[0];
  if (!own) return [];
  const folder = joinPath(own.source, dirname(path).slice(mount.source === '' ? 0 : mount.source.length + 1));
  const [plain, marked] = ['', `.${code}`].map((suffix) =>
    joinPath(folder, `${file.baseName}${suffix}${getExtension(path)}`),
  ) as [string, string];
  return own.languages[0] === code ? [plain, marked] : [marked];
}
