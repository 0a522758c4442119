import type { Command } from './command.ts';

/** Shows what the language server and the client have logged. */
export const showOutput: Command = {
  id: 'galley.showOutput',
  run: async ({ server }) => server.log.show(),
};
