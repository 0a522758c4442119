#!/usr/bin/env node
import { run } from './cli/run.ts';
import { promptWorkspace } from './node/workspace.ts';

/** The language server is loaded only when asked for. */
async function serve(): Promise<void> {
  const { serveOnNode } = await import('./lsp/node.ts');
  serveOnNode(promptWorkspace());
}

void run(process.argv.slice(2), serve).then((code) => {
  if (code !== undefined) process.exitCode = code;
});
