// A process of its own that asks recheck about one pattern at a time, and answers what keeps it from being linear, '' for
// nothing.
import { check } from 'recheck';

/** Milliseconds for one pattern: the slowest takes three seconds, or eleven without the native package, on a machine that is free. */
const timeout = 180_000;

async function findReason({ source, flags }) {
  const { status, complexity, error } = await check(source, flags, { checker: 'automaton', timeout });
  if (status === 'safe') return '';
  return complexity ? `takes ${complexity.summary} time` : `cannot be proved linear (${error.message ?? error.kind})`;
}

process.on('message', async (pattern) => process.send(await findReason(pattern)));
