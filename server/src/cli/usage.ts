import { parseArgs } from 'node:util';
import type { Severity } from '../service/index.ts';
import { rules } from '../service/index.ts';
import { UsageError } from './usageError.ts';

/** What `galley --help` prints. */
export const help = `Galley checks Markdown posts as the engine of their site reads them.

Usage
  galley check [path…] [--format pretty|json|github|sarif] [--rule id]… [--max-severity error|warning|info|hint|none]
  galley posts [path] [--format pretty|json]
  galley lsp --stdio
  galley --help | --version

check   Checks the posts below the paths, or those of the site in the current folder.
  --format        json prints one object a line: file (relative to the site root), line, column, endLine, endColumn
                  (from 1, columns in UTF-16 units), rule, severity, message. github prints annotations for GitHub
                  Actions, sarif one SARIF 2.1.0 log.
  --rule          Only this rule; may be given several times.
  --max-severity  The worst severity that still exits with 0; info unless given.
posts   Lists the posts of a site: file, title, date, collection, state, URL and the reasons for the state.
lsp     Serves the Language Server Protocol over standard input and output.

Exit code: 0 no problem worse than --max-severity, 1 at least one, 2 wrong usage, posts that cannot be read, or output
that cannot be written. What is left out is said on standard error, one line each; links that lead out of the site are not
followed. A reader that leaves early (galley check | head) ends it quietly with 0.
`;

const formats = ['pretty', 'json'] as const;
const checkFormats = [...formats, 'github', 'sarif'] as const;

/** How results are printed: for people, or one JSON object a line. */
type Format = (typeof formats)[number];
/** How problems are printed: also for GitHub Actions, or as a SARIF log. */
export type CheckFormat = (typeof checkFormats)[number];

/** From the mildest; a problem counts when its severity is after the chosen one. */
const severities = ['none', 'hint', 'info', 'warning', 'error'] as const;

/** What `galley check` was asked to do. */
export interface CheckOptions {
  readonly paths: readonly string[];
  readonly format: CheckFormat;
  /** Rule ids; empty for all. */
  readonly rules: readonly string[];
  /** Whether a problem of this severity makes the exit code 1. */
  isFailure(severity: Severity): boolean;
}

/** Options of `galley check`; throws a UsageError for what does not exist. */
export function parseCheckOptions(args: readonly string[]): CheckOptions {
  const { values, positionals } = parse(args, {
    format: { type: 'string', default: 'pretty' },
    rule: { type: 'string', multiple: true, default: [] },
    'max-severity': { type: 'string', default: 'info' },
  });
  const worst = severities.indexOf(values['max-severity'] as Severity);
  if (worst < 0)
    throw new UsageError(
      `There is no severity "${String(values['max-severity'])}": use one of ${severities.toReversed().join(', ')}.`,
    );
  const chosen = values['rule'] as string[];
  const unknown = chosen.find((id) => !rules.some((rule) => rule.id === id));
  if (unknown !== undefined)
    throw new UsageError(`There is no rule "${unknown}": the rules are ${rules.map(({ id }) => id).join(', ')}.`);
  return {
    paths: positionals,
    format: parseName(checkFormats, values['format']),
    rules: chosen,
    isFailure: (severity) => severities.indexOf(severity) > worst,
  };
}

/** What `galley posts` was asked to do. */
export interface PostsOptions {
  readonly path: string;
  readonly format: Format;
}

/** Options of `galley posts`; throws a UsageError for what does not exist. */
export function parsePostsOptions(args: readonly string[]): PostsOptions {
  const { values, positionals } = parse(args, { format: { type: 'string', default: 'pretty' } });
  if (positionals.length > 1) throw new UsageError('galley posts takes one path: run it once for each site.');
  return { path: positionals[0] ?? '.', format: parseName(formats, values['format']) };
}

function parseName<Name extends string>(names: readonly Name[], name: unknown): Name {
  const found = names.find((each) => each === name);
  if (found === undefined)
    throw new UsageError(
      `There is no format "${String(name)}" here: use ${names.slice(0, -1).join(', ')} or ${names.at(-1)}.`,
    );
  return found;
}

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

function parse(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const [sentence] = (error as Error).message.split(/[.\n]/, 1);
    throw new UsageError(`${sentence}. See galley --help.`);
  }
}
