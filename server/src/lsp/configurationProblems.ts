import type { Connection } from 'vscode-languageserver';
import type { Analysis, Site } from '../service/index.ts';
import { toConfigurationDiagnostic } from './convert/toDiagnostic.ts';

/** Sends every client, those that ask for problems of posts too, what is wrong with the configuration of its sites. */
export class ConfigurationProblems {
  private sent: ReadonlySet<string> = new Set();
  private sites: readonly Site[] = [];

  constructor(private readonly connection: Connection) {}

  /** Sends the problems of these sites and takes back those that are fixed. */
  async send(sites: readonly Site[], analysis: Analysis): Promise<void> {
    if (haveSameErrors(sites, this.sites)) return;
    this.sites = sites;
    const problems = await analysis.configurationProblems();
    if (this.sites !== sites) return;
    const fixed = [...this.sent].filter((uri) => !problems.some(({ document }) => document.uri === uri));
    this.sent = new Set(problems.map(({ document }) => document.uri));
    for (const uri of fixed) await this.connection.sendDiagnostics({ uri, diagnostics: [] });
    for (const problem of problems)
      await this.connection.sendDiagnostics({
        uri: problem.document.uri,
        diagnostics: [toConfigurationDiagnostic(problem)],
      });
  }
}

function haveSameErrors(sites: readonly Site[], others: readonly Site[]): boolean {
  return (
    sites.length === others.length &&
    sites.every(
      ({ root, generator }, index) =>
        root === others[index]!.root && generator.errors === others[index]!.generator.errors,
    )
  );
}
