import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { listFilesBelow } from './sources.ts';

type Texts = Readonly<Record<string, string>>;

function readJson(path: string): Texts {
  return JSON.parse(readFileSync(path, 'utf8')) as Texts;
}

/** `{0}` and the like in a text, sorted. */
function findPlaceholders(text: string): string[] {
  return (text.match(/\{\d\}|%\w+%|\]\(command:[\w.]+\)/g) ?? []).toSorted();
}

describe('translations', () => {
  const manifest = readFileSync('package.json', 'utf8');
  const english = readJson('package.nls.json');
  const languages = readdirSync('.').flatMap((file) => /^package\.nls\.([\w-]+)\.json$/.exec(file)?.[1] ?? []);
  const sentences = new Set(
    listFilesBelow('client/src', '.ts').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)].map((match) =>
        match[1]!.replaceAll("\\'", "'"),
      ),
    ),
  );

  it('translations have a text for each name in the manifest, and no other', () => {
    const named = [...manifest.matchAll(/"%([\w.-]+)%"/g)].map((match) => match[1]!);
    assert.deepEqual(Object.keys(english).toSorted(), [...new Set(named)].toSorted());
  });

  for (const language of languages) {
    it(`translations in ${language} are complete and keep their placeholders`, () => {
      const translated = readJson(`package.nls.${language}.json`);
      assert.deepEqual(Object.keys(translated).toSorted(), Object.keys(english).toSorted());
      for (const [key, text] of Object.entries(english))
        assert.deepEqual(findPlaceholders(translated[key]!), findPlaceholders(text), key);
      const bundle = readJson(`l10n/bundle.l10n.${language}.json`);
      assert.deepEqual(Object.keys(bundle).toSorted(), [...sentences].toSorted());
      for (const [text, translation] of Object.entries(bundle))
        assert.deepEqual(findPlaceholders(translation), findPlaceholders(text), text);
    });
  }
});
