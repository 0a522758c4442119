import { createAdaptiveWorkspace } from './node/workspace.ts';
import { serveOnNode } from './lsp/node.ts';

if (process.argv.some((argument) => /^--(?:stdio|node-ipc|socket=|pipe=)/.test(argument)))
  serveOnNode(createAdaptiveWorkspace);
else {
  process.stderr.write('galley: the language server needs to know how to talk: start it with --stdio.\n');
  process.exitCode = 2;
}
