/** Why the command line cannot do what it was asked: one sentence for standard error, exit code 2. */
export class UsageError extends Error {}
