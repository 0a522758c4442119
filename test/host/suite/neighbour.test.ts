import { writeFileSync } from 'node:fs';
import { commands, extensions, languages, workspace } from 'vscode';
import { closeEverything, openDraft, positionOf } from './posts.js';
import { until } from './support.js';

const text = `---
title: Two crews
---

## The first watch

See the [book][log], the [log] and a note.[^oil] Again [a book][log] and [top](#the-first-watch).

![A lamp][lamp]

[log]: https://lighthouse.example/log "The log"
[lamp]: /lamp.png
[^oil]: Colza it was.
[^wick]: Cotton.

See [^oil].

[lo

x [^
`;

describe.only('probe', () => {
  it('dumps', async () => {
    const post = await openDraft('two-crews.md', text);
    const out: Record<string, unknown> = { ext: extensions.getExtension('vscode.markdown-language-features')?.isActive };
    await workspace.getConfiguration('markdown').update('validate.enabled', true, 1);
    await until('sym', async () => ((await commands.executeCommand<unknown[]>('vscode.executeDocumentSymbolProvider', post.uri)) ?? []).length > 3);
    const places: Record<string, [string, number, number]> = { refLabel: ['[book][log]', 0, 8], shortcut: ['[log]', 1, 2], def: ['[log]: ', 0, 2], marker: ['[^oil]', 0, 3], note: ['[^oil]:', 0, 3], heading: ['## The first', 0, 5], link: ['(#the-first', 0, 4], image: ['[lamp]', 0, 2], linktext: ['[book][log]', 0, 2] };
    await until('ours', async () => ((await commands.executeCommand<unknown[]>('vscode.executeDefinitionProvider', post.uri, positionOf(post.document, '[^oil]').translate(0, 3))) ?? []).length > 0);
    await new Promise((r) => setTimeout(r, 3000));
    for (const [name, [needle, n, by]] of Object.entries(places)) {
      const at = positionOf(post.document, needle, n).translate(0, by);
      const rec: Record<string, unknown> = {};
      for (const command of ['vscode.executeDefinitionProvider', 'vscode.executeReferenceProvider', 'vscode.executeDocumentHighlights', 'vscode.executeHoverProvider', 'vscode.prepareRename']) {
        try { rec[command] = await commands.executeCommand(command, post.uri, at); } catch (error) { rec[command] = String(error); }
      }
      try { const e = await commands.executeCommand<{ entries(): unknown }>('vscode.executeDocumentRenameProvider', post.uri, at, 'zzz'); rec['rename'] = e.entries(); } catch (error) { rec['rename'] = String(error); }
      out[name] = rec;
    }
    out['symbols'] = await commands.executeCommand('vscode.executeDocumentSymbolProvider', post.uri);
    for (const [needle, by] of [['\n[lo\n', 4], ['x [^\n', 4], ['[book][log]', 7], ['(#the', 2]] as const) {
      const list = await commands.executeCommand<{ items: { label: unknown; detail?: string; kind?: number }[] }>('vscode.executeCompletionItemProvider', post.uri, post.document.positionAt(post.document.getText().indexOf(needle) + by), '[');
      out[`complete ${needle}`] = list.items.map(({ label, detail, kind }) => ({ label, detail, kind })).filter(({ kind }) => kind !== 14);
    }
    out['selection'] = await commands.executeCommand('vscode.executeSelectionRangeProvider', post.uri, [positionOf(post.document, '[book][log]').translate(0, 8)]);
    out['folding'] = await commands.executeCommand('vscode.executeFoldingRangeProvider', post.uri);
    out['diagnostics'] = languages.getDiagnostics(post.uri).map(({ source, message, code, range, severity }) => ({ source, message, code, range, severity }));
    writeFileSync('/tmp/neighbour-probe.json', JSON.stringify(out, (_k, v) => (v && typeof v === 'object' && 'line' in v && 'character' in v ? `${v.line}:${v.character}` : v && typeof v === 'object' && 'scheme' in v ? 'URI' : v), 1));
    await workspace.getConfiguration('markdown').update('validate.enabled', undefined, 1);
    await closeEverything(post.uri);
  });
});
