#!/usr/bin/env node
import { run } from './cli/run.ts';
import { createAdaptiveWorkspace } from './node/workspace.ts';

/** The language server is loaded only when asked for. */
async function serve(): Promise<void> {
  const { serveOnNode } = await import('./lsp/node.ts');
  serveOnNode(createAdaptiveWorkspace);
}

void run(process.argv.slice(2), serve).then((code) => {
  if (code !== undefined) process.exitCode = code;
});
