import { relative as pathFrom } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CheckedFile, Environment, Settings, Severity, Site, Workspace } from '../service/index.ts';
import {
  Analysis,
  emptySnapshot,
  immediately,
  readSite,
  relative,
  rules,
  withSettings,
  withSites,
} from '../service/index.ts';
import { printConfigurationProblems } from './configurationProblems.ts';
import type { Output } from './output.ts';
import type { Place } from './places.ts';
import { placesOf } from './places.ts';
import { Refusal } from './refusal.ts';
import type { Look } from './report.ts';
import type { Reporter } from './reporters.ts';
import { reporterOf } from './reporters.ts';
import type { CheckOptions } from './usage.ts';

/** Checks posts one after another and prints each one's problems as it goes; gives the exit code. */
export async function check(
  options: CheckOptions,
  workspace: Workspace,
  environment: Environment,
  output: Output,
  look: Look,
): Promise<0 | 1> {
  const run = new Check(options, workspace, environment, output, reporterOf(options.format, look));
  await run.begin();
  for (const place of await placesOf(workspace, options.paths.length > 0 ? options.paths : ['.']))
    await run.site(place);
  return run.end();
}

class Check {
  private readonly settings: Settings;
  private readonly counts: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  private readonly unreadable: string[] = [];
  private posts = 0;
  private postsWithProblems = 0;

  constructor(
    private readonly options: CheckOptions,
    private readonly workspace: Workspace,
    private readonly environment: Environment,
    private readonly output: Output,
    private readonly reporter: Reporter,
  ) {
    const silent = options.rules.length > 0 ? rules.filter(({ id }) => !options.rules.includes(id)) : [];
    this.settings = { rules: Object.fromEntries(silent.map(({ id }) => [id, 'off' as const])) };
  }

  async begin(): Promise<void> {
    if (this.reporter.head !== undefined) await this.output.line(this.reporter.head);
  }

  async site({ site: found, folders, files }: Place): Promise<void> {
    const site = await readSite(found, this.workspace, immediately);
    const analysis = new Analysis(withSettings(withSites(emptySnapshot, [site]), this.settings), {
      files: this.workspace,
      environment: this.environment,
      scheduler: immediately,
    });
    await printConfigurationProblems(analysis);
    const isBelow = (uri: string): boolean => [...folders].some((folder) => relative(folder, uri) !== undefined);
    const uris = new Set([...analysis.checkableFiles().filter(isBelow), ...files]);
    for await (const file of analysis.check([...uris].sort())) await this.print(site, file);
  }

  /** The exit code; throws a Refusal when something could not be read. */
  async end(): Promise<0 | 1> {
    const totals = {
      posts: this.posts,
      withProblems: this.postsWithProblems,
      counts: this.counts,
      isComplete: this.unreadable.length === 0,
    };
    if (this.reporter.tail) await this.output.line(this.reporter.tail(totals));
    await this.output.flush();
    const [first, ...others] = this.unreadable;
    if (first !== undefined) {
      const more = others.length > 0 ? ` and ${others.length} more` : '';
      throw new Refusal(`Cannot read "${first}"${more} as text: it is binary, larger than 10 MB, or not ours to read.`);
    }
    const severities = Object.keys(this.counts) as Severity[];
    return severities.some((severity) => this.counts[severity] > 0 && this.options.fails(severity)) ? 1 : 0;
  }

  private async print(site: Site, file: CheckedFile): Promise<void> {
    const path = pathFrom(process.cwd(), fileURLToPath(file.uri));
    if (file.status !== 'checked') return void this.unreadable.push(path);
    const { document, problems } = file;
    this.posts++;
    if (problems.length > 0) this.postsWithProblems++;
    for (const problem of problems) {
      this.counts[problem.severity]++;
      await this.output.line(this.reporter.line({ file: relative(site.root, file.uri)!, path, document, problem }));
    }
  }
}
