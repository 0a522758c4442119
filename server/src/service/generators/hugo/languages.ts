import { isRecord } from '../shared/configurationFile.ts';
import { folderOfPath } from '../shared/markdownFile.ts';
import type { Languages } from '../contract/languages.ts';
import { language } from '../contract/languages.ts';
import { extensionOf } from '../shared/values.ts';
import { mountOf, placeOf } from './place.ts';
import { settingsOf } from './settings.ts';
import { joined, loweredKeys } from './values.ts';

/** Hugo's languages: content in a folder or mount of its own, or `post.fr.md` where languages share one (`hugofs/language_*`). */
export const hugoLanguages: Languages = {
  all: (configuration) => {
    const { languages, defaultLanguage, data } = settingsOf(configuration);
    const named = isRecord(data.languages) ? data.languages : {};
    const codes = [defaultLanguage.code, ...[...languages.keys()].filter((code) => code !== defaultLanguage.code)];
    return codes.map((code) => language(code, loweredKeys(named[code]).languagename));
  },
  of: (path, configuration) => placeOf(path, settingsOf(configuration))?.language.code,
  paths: (path, code, configuration) => {
    const settings = settingsOf(configuration);
    const place = placeOf(path, settings);
    const mount = mountOf(path, settings.content);
    if (!place || !mount) return [];
    const beside = settings.content.filter(
      ({ target, languages }) => target === mount.target && languages.includes(code),
    );
    const own = beside.find(({ languages }) => languages[0] === code) ?? beside[0];
    if (!own) return [];
    const folder = joined(own.source, folderOfPath(path).slice(mount.source === '' ? 0 : mount.source.length + 1));
    const [plain, marked] = ['', `.${code}`].map((suffix) =>
      joined(folder, `${place.base}${suffix}${extensionOf(path)}`),
    ) as [string, string];
    return own.languages[0] === code ? [plain, marked] : [marked];
  },
};
