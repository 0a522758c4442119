import { relative as pathFrom } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CheckedFile, Settings, Severity } from '../service/index.ts';
import { relative, rules } from '../service/index.ts';
import type { CommandContext } from './context.ts';
import type { Reporter } from './reporters.ts';
import { createReporter } from './reporters.ts';
import type { SiteSelection } from './siteSelection.ts';
import { analyze, selectSites } from './selection.ts';
import { isSelected } from './siteSelection.ts';
import type { CheckOptions } from './usage.ts';

/** Checks posts one after another and prints each one's problems as it goes; returns the exit code. */
export async function check(options: CheckOptions, context: CommandContext): Promise<0 | 1 | 2> {
  const run = new Check(options, context, createReporter(options.format, context.style));
  await run.start();
  const paths = options.paths.length > 0 ? options.paths : ['.'];
  for (const selection of await selectSites(paths, context.omissions)) await run.checkSite(selection);
  return run.end();
}

class Check {
  private readonly settings: Settings;
  private readonly counts: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  private posts = 0;
  private postsWithProblems = 0;

  constructor(
    private readonly options: CheckOptions,
    private readonly context: CommandContext,
    private readonly reporter: Reporter,
  ) {
    const silent = options.rules.length > 0 ? rules.filter(({ id }) => !options.rules.includes(id)) : [];
    this.settings = { rules: Object.fromEntries(silent.map(({ id }) => [id, 'off' as const])) };
  }

  async start(): Promise<void> {
    if (this.reporter.head !== undefined) await this.context.output.line(this.reporter.head);
  }

  async checkSite(selection: SiteSelection): Promise<void> {
    const analysis = await analyze(selection, this.context, this.settings);
    const selected = analysis.checkableFiles().filter((uri) => isSelected(selection, uri));
    const uris = new Set([...selected, ...selection.files]);
    for await (const file of analysis.check([...uris].sort())) await this.print(selection.site.root, file);
    this.context.omissions.tell(selection);
    this.context.omissions.tellUnreported(selection, this.context.environment);
  }

  /** The exit code. */
  async end(): Promise<0 | 1 | 2> {
    const { omissions, output } = this.context;
    const totals = {
      posts: this.posts,
      withProblems: this.postsWithProblems,
      counts: this.counts,
      omissions: omissions.told,
      isComplete: !omissions.lacksPosts,
    };
    if (this.reporter.tail) await output.line(this.reporter.tail(totals));
    await output.flush();
    if (omissions.spoil(this.posts)) return 2;
    const severities = Object.keys(this.counts) as Severity[];
    return severities.some((severity) => this.counts[severity] > 0 && this.options.isFailure(severity)) ? 1 : 0;
  }

  private async print(root: string, file: CheckedFile): Promise<void> {
    const path = pathFrom(process.cwd(), fileURLToPath(file.uri));
    if (file.status !== 'checked') return this.context.omissions.addUnread(file.uri);
    const { document, problems } = file;
    this.posts++;
    if (problems.length > 0) this.postsWithProblems++;
    for (const problem of problems) {
      this.counts[problem.severity]++;
      await this.context.output.line(this.reporter.line({ file: relative(root, file.uri)!, path, document, problem }));
    }
  }
}
