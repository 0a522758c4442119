import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Hover, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import type { NewPostPlace, NewPostResult, RenderResult } from '../../server/src/protocol/index.ts';
import { newPost, newPostPlaces, render } from '../../server/src/protocol/index.ts';
import { TestServer } from '../support/client.ts';

const root = resolve('test/fixtures/jekyll-newsroom');
const guide = `${root}/collections/_news/2019-06-18-guide-for-observers.md`;

describe('a newsroom that keeps its posts in a collection and numbers its notes by hand', () => {
  const uri = pathToFileURL(guide).href;
  let text: string;
  let server: TestServer;

  before(async () => {
    text = await readFile(guide, 'utf8');
    server = await TestServer.start({ folders: [pathToFileURL(root).href] });
    server.open(uri, text);
  });
  after(async () => {
    assert.deepEqual(server.log, []);
    await server.stop();
  });

  /** Line and column from 0 of a text in the guide, or in another one. */
  const findPosition = (words: string, all = text): [line: number, character: number] => {
    const lines = all.slice(0, all.indexOf(words)).split('\n');
    return [lines.length - 1, lines.at(-1)!.length];
  };

  it('reports a manual marker without a note in a collection', async () => {
    await server.untilProblems(uri, []);
    const repaired = text.replace('then what you were told.', 'then what you were told.<sup>2</sup>');
    server.replace(uri, repaired);
    const [line, character] = findPosition('<sup>2</sup>', repaired);
    await server.untilProblems(uri, [`${line}:${character}-${character + '<sup>2</sup>'.length} undefined-footnote`]);
    server.replace(uri, text);
    await server.untilProblems(uri, []);
  });

  it('a hover shows the manual footnote of a marker in a collection', async () => {
    const [line, character] = findPosition('<sup>1</sup>');
    const hover = await server.askAt<Hover | null>('textDocument/hover', uri, line, character + 5);
    assert.match(JSON.stringify(hover), /both sides of the lid/);
  });

  it('renames a definition with its references in a post of a collection', async () => {
    const [line, character] = findPosition('[link1]');
    const edit = await server.askAt<WorkspaceEdit>('textDocument/rename', uri, line, character + 2, {
      newName: 'guide-pdf',
    });
    const edits = (edit.documentChanges as TextDocumentEdit[]).flatMap((change) => change.edits);
    assert.equal(edits.length, text.split('[link1]').length - 1);
    assert.ok(edits.every((each) => 'newText' in each && each.newText === 'guide-pdf'));
  });

  it('previews a post of a collection at its URL', async () => {
    const { head, html } = await server.ask<RenderResult>(render.method, { uri });
    assert.equal(head.title, 'A Short Guide for Observers: What to Write Down, and When');
    assert.equal(head.url, '/news/guide-for-observers.html');
    assert.match(html, /<table/);
  });

  it('begins a new post in a collection as its siblings begin', async () => {
    const places = await server.ask<readonly NewPostPlace[]>(newPostPlaces.method, { near: uri });
    const begun = await server.ask<NewPostResult>(newPost.method, {
      place: places.find(({ label }) => label === 'news')!.id,
      title: 'Second count ends',
      now: Date.UTC(2026, 4, 1, 12),
    });
    assert.equal(begun.path, 'collections/_news/2026-05-01-second-count-ends.md');
    assert.match(begun.text, /^---\n[^]*title: [^]*Second count ends[^]*category:[^]*---\n/);
  });
});
