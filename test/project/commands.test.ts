import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

interface Item {
  readonly command?: string;
  readonly submenu?: string;
  readonly when?: string;
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category?: string }[];
    readonly menus: Readonly<Record<string, readonly Item[]>>;
    readonly keybindings?: readonly unknown[];
  };
};
const { commandPalette = [], ...menus } = contributes.menus;
const ids = contributes.commands.map(({ command }) => command);

/** Commands that are no use without a row, and where the keyboard finds them. */
const byRowOnly: Readonly<Record<string, string>> = {
  'galley.showMorePosts': 'the row Show More… of the Posts view, by Enter',
};

describe('commands', () => {
  it('all commands can be reached by keyboard: from the Command Palette, or on a row', () => {
    const hidden = commandPalette.filter(({ when }) => when === 'false').map(({ command }) => command!);
    assert.deepEqual(hidden, Object.keys(byRowOnly));
  });

  it('commands of menus and buttons are in the Command Palette too, where they act on the active editor', () => {
    const offered = [
      ...new Set(
        Object.values(menus)
          .flat()
          .flatMap(({ command }) => command ?? []),
      ),
    ];
    assert.deepEqual(
      offered.filter((command) => !ids.includes(command) || command in byRowOnly),
      [],
    );
    const onPosts = new Set(
      ['galley.post', 'view/item/context', 'editor/title/context']
        .flatMap((menu) => menus[menu] ?? [])
        .flatMap(({ command }) => command ?? []),
    );
    const conditions = commandPalette
      .filter(({ command }) => onPosts.has(command!))
      .map(({ command, when }) => [command, when]);
    assert.deepEqual(
      conditions.filter(([, when]) => when !== 'editorLangId =~ /^(markdown|mdx)$/'),
      [],
    );
    assert.equal(conditions.length, onPosts.size);
  });

  it('commands of a submenu are shown somewhere', () => {
    const shown = new Set(
      Object.values(menus)
        .flat()
        .flatMap(({ submenu }) => submenu ?? []),
    );
    assert.deepEqual(
      Object.keys(menus).filter((menu) => menu.startsWith('galley.') && !shown.has(menu)),
      [],
    );
  });

  it('all commands are found under one category', () => {
    assert.deepEqual(
      contributes.commands.filter(({ category }) => category !== 'Galley'),
      [],
    );
    assert.equal(new Set(ids).size, ids.length);
  });

  it('no command takes a key that VS Code or another extension may have', () => {
    assert.deepEqual(contributes.keybindings ?? [], []);
  });
});
